"""UTF-8 that was read as windows-1252 or latin-1 ("cÃ´ng nghá»‡"), put right behind a gate.

Vietnamese in capitals is full of Ã and Â, and what may stand behind them (a closing quote, a no-break space,
a dash) is a continuation byte in windows-1252: "MÃ”" and "XÃ EA KAO" are right as they stand. So each
sequence that could be a misread letter is weighed: *strong* ones cannot be meant, *weak* ones can. A line
without a strong sequence is left alone; in a line with one, the weak ones follow, unless the line also holds
letters that no misreading yields.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import Final

from vietnamese.letters import BEYOND_LATIN1, QUALITIES, TONES, VIETNAMESE_LETTERS
from vietnamese.syllables import is_syllable

_BYTES: Final = {chr(code): code for code in range(0x80, 0x100)} | {
    bytes([code]).decode("cp1252"): code
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # undefined in windows-1252; browsers give the C1 control
}
_TRAIL: Final = "[" + "".join(re.escape(char) for char, code in _BYTES.items() if code < 0xC0) + "]"
_SEQUENCE: Final = re.compile(f"[\u00c2-\u00df]{_TRAIL}|[\u00e1-\u00ef]{_TRAIL}{{2}}|[\u00f0-\u00f4]{_TRAIL}{{3}}")
_HINT: Final = re.compile(
    b"\xc3[\x82-\xb4](?:" + b"|".join(char.encode() for char, code in _BYTES.items() if code < 0xC0) + b")"
)
"""What each sequence begins with, in UTF-8: begun with one certain byte, the search is several times faster."""

_NATURAL: Final = frozenset("\u00a0\u00ad’“”•–—…™®©ªº¹²³°·»«¬")
"""Continuation characters that may also follow a capital Ã by right: spaces, quotes, signs, marks of footnotes."""

_PLAUSIBLE: Final = re.compile(
    f"[\u0080-\u00ffŒœŠšŸŽžƒˆ˜{QUALITIES}{TONES}\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff\u2500-\u27bf\uf020-\uf0ff\ufb00-\ufb06"
    f"\ufeff\uff01-\uff5e\ufffd\U0001f000-\U0001faff{''.join(sorted(VIETNAMESE_LETTERS))}]"
)
"""What a page of Vietnamese news holds. Cyrillic is not in it: "QÐ–UBND" is no misread Ж."""

_BEYOND: Final = re.compile(f"[{BEYOND_LATIN1}]")
_LOST: Final = {"Ã": ("\ufdd0", "à"), "Æ": ("\ufdd1", "Ơ"), "áº": ("\ufdd2", "Ạ"), "á»": ("\ufdd3", "Ỡ")}
"""Letters whose last byte is 0xA0, a no-break space, which many tools turn into a plain one or trim away.

What is left of them, a noncharacter that stands for it meanwhile, and the letter.
"""
_LOST_AT_SPACE: Final = re.compile(f"({'|'.join(_LOST)})(?= |\\n|\\Z)")
_LOST_IN_WORD: Final = re.compile("([^\\W\\d_]{0,32})([\ufdd0-\ufdd3])(?:( )(?! )([^\\W\\d_]{0,32}))?")
_LOST_MARKS: Final = {mark: (left, letter) for left, (mark, letter) in _LOST.items()}

_LINE: Final = re.compile(r"[^\n]+")
_NODE: Final = re.compile(r"[^<>\n]+")
_FAR: Final = 2000
"""How far before its end a quotation may begin: looking back to the line's beginning is quadratic in its length."""
_MOST_ROUNDS: Final = 3
_ENOUGH: Final = 3
"""Strong sequences that prove a whole text misread, if nothing in it speaks against."""


def repair(text: str) -> str:
    """Undo a reading of UTF-8 as windows-1252 or latin-1, line by line; a text without one comes back unchanged.

    Where a no-break space that was part of a letter has become a plain space, it is taken out inside a word
    ("hÃ nh" is hành) and kept between words. Text that was misread up to three times is put right as well.

    Args:
        text: text before invisible characters, C1 controls and no-break spaces are removed: the repair needs
        them.
    """
    return _repair(text, _LINE)


def repair_page(markup: str) -> str:
    """Do as `repair` does for the source of a page: each text node and each tag is weighed like a line."""
    return _repair(markup, _NODE)


def _repair(text: str, piece: re.Pattern[str]) -> str:
    for _ in range(_MOST_ROUNDS):
        if text.isascii() or not _HINT.search(text.encode("utf-8", "surrogatepass")):
            return text
        repaired = piece.sub(partial(_repair_piece, throughout=_is_misread_throughout(text)), text)
        if repaired == text:
            return text
        text = repaired
    return text


def _is_misread_throughout(text: str) -> bool:
    """Whether the whole text was misread: then short lines with weak sequences alone are put right too."""
    if _BEYOND.search(text):
        return False
    strong = (match for match in _SEQUENCE.finditer(text) if _is_strong(match))
    return sum(1 for _ in islice(strong, _ENOUGH)) == _ENOUGH


def _repair_piece(match: re.Match[str], *, throughout: bool) -> str:
    piece = match[0]
    if piece.isascii():
        return piece
    if not throughout and not any(_is_strong(match) for match in _SEQUENCE.finditer(piece)):
        return piece
    trusting = throughout or not _BEYOND.search(piece)
    if trusting:
        piece = _LOST_AT_SPACE.sub(lambda match: _LOST[match[1]][0], piece)
    piece = _SEQUENCE.sub(partial(_repair_sequence, trusting=trusting), piece)
    return _LOST_IN_WORD.sub(_restore_letter, piece) if trusting else piece


def _repair_sequence(match: re.Match[str], *, trusting: bool) -> str:
    return (_decode(match[0]) if trusting or _is_strong(match) else "") or match[0]


def _decode(sequence: str) -> str:
    """The character that the sequence was, or "" if it was none that a page would hold."""
    try:
        char = bytes(_BYTES[char] for char in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if char < "\u00a0" and sequence[1] != char:  # a C1 control comes of one that was misread before, not of a quote
        return ""
    return char if _PLAUSIBLE.match(char) else ""


def _is_strong(match: re.Match[str]) -> bool:
    """Whether a sequence cannot be meant as it stands."""
    decoded = _decode(match[0])
    lead = match[0][0]
    if not decoded:
        return False
    if lead == "Ã":
        return decoded in VIETNAMESE_LETTERS and _is_strong_in_word(match, decoded)
    if lead == "Â":
        return match[0][1] in "°²³½±"
    if lead in "ÄÅÆ":
        return decoded in VIETNAMESE_LETTERS and match[0][1] != "\u00a0"
    if lead == "Ì":
        return match[0][1] not in _NATURAL and match[0][1] != "›"
    if lead == "á":
        return decoded in VIETNAMESE_LETTERS and not _closes_quotation(match)
    return lead in "ïð" or match[0].startswith(("â€", "â‚", "â†"))


def _is_strong_in_word(match: re.Match[str], decoded: str) -> bool:
    """Weigh Ã and what follows: some of it is natural in a word of capitals, nothing behind a small letter."""
    if match[0][1] not in _NATURAL:
        return True
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if before.islower():
        return True
    return after.islower() and match[0][1] != "\u00a0" and (decoded.islower() or not before.isalpha())


def _closes_quotation(match: re.Match[str]) -> bool:
    """Whether á» is the end of a quotation in guillemets, with the punctuation behind it."""
    if match[0][1] != "»" or match[0][2] not in "\u00a0’”…–—":
        return False
    return "«" in match.string[max(match.start() - _FAR, 0) : match.start()]


def _restore_letter(match: re.Match[str]) -> str:
    """Give back a letter that lost its last byte, and take out the space that then parts a word in two."""
    before, mark, space, after = match[1], match[2], match[3] or "", match[4] or ""
    left, letter = _LOST_MARKS[mark]
    if len(before) > 1 and before.isupper() and letter.islower():
        return before + left + space + after
    if is_syllable(before + letter + after) and (len(after) == 1 or not is_syllable(after)):
        space = ""
    return before + letter + space + after
