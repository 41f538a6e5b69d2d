"""UTF-8 that was read as windows-1252 or latin-1 ("cÃ´ng nghá»‡"), put right behind a gate.

Vietnamese in capitals is full of Ã and Â, and what may stand behind them (a closing quote, a no-break space,
a dash) is a continuation byte in windows-1252: "MÃ”" and "XÃ EA KAO" are right as they stand. So each
sequence that could be a misread letter is weighed: *strong* ones cannot be meant, *weak* ones can. A line
without a strong sequence is left alone; in a line with one, the weak ones follow, unless the line also holds
letters that no misreading yields.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from vietnamese.letters import BEYOND_LATIN1, VIETNAMESE_LETTERS
from vietnamese.syllables import is_syllable

_BYTES: Final = {chr(code): code for code in range(0x80, 0x100)} | {
    bytes([code]).decode("cp1252"): code
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # undefined in windows-1252; browsers give the C1 control
}
_TRAIL: Final = "[" + "".join(re.escape(char) for char, code in _BYTES.items() if code < 0xC0) + "]"
_SEQUENCE: Final = re.compile(f"[\u00c2-\u00df]{_TRAIL}|[\u00e1-\u00ef]{_TRAIL}{{2}}|[\u00f0-\u00f4]{_TRAIL}{{3}}")
_HINT: Final = re.compile(f"[\u00c2-\u00f4]{_TRAIL}")

_NATURAL: Final = frozenset("\u00a0\u00ad’“”•–—…™®©ªº¹²³°·»«¬")
"""Continuation characters that may also follow a capital Ã by right: spaces, quotes, signs, marks of footnotes."""

_PLAUSIBLE: Final = re.compile(
    f"[\u0080-\u00ff\u0300-\u036f\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff\u2500-\u27bf\uf020-\uf0ff\ufb00-\ufb06"
    f"\ufeff\uff01-\uff5e\ufffd\U0001f000-\U0001faff{''.join(sorted(VIETNAMESE_LETTERS))}]"
)
"""What a page of Vietnamese news holds. Cyrillic is not in it: "QÐ–UBND" is no misread Ж."""

_BEYOND: Final = re.compile(f"[{BEYOND_LATIN1}]")
_LOST_SPACE: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]*?)(Ã|Æ|áº|á»)(?:( )(?! )([^\W\d_]*)|(?=  |\n|\Z))")
_LOST_LETTERS: Final = {"Ã": "à", "Æ": "Ơ", "áº": "Ạ", "á»": "Ỡ"}
"""Letters whose last byte is 0xA0, a no-break space, which many tools turn into a plain one or trim away."""

_MOST_ROUNDS: Final = 3


def repair(text: str) -> str:
    """Undo a reading of UTF-8 as windows-1252 or latin-1, line by line; a text without one comes back unchanged.

    Where a no-break space that was part of a letter has become a plain space, it is taken out inside a word
    ("hÃ nh" is hành) and kept between words. Text that was misread up to three times is put right as well.

    Args:
        text: text before invisible characters, C1 controls and no-break spaces are removed: the repair needs
        them.
    """
    for _ in range(_MOST_ROUNDS):
        if text.isascii() or not _HINT.search(text):
            return text
        repaired = "\n".join(_repair_line(line) for line in text.split("\n"))
        if repaired == text:
            return text
        text = repaired
    return text


def _repair_line(line: str) -> str:
    matches = list(_SEQUENCE.finditer(line))
    if not any(_is_strong(match) for match in matches):
        return line
    trusting = not _BEYOND.search(line)
    repaired = _SEQUENCE.sub(lambda match: _repair_match(match, trusting), line)
    return _LOST_SPACE.sub(_restore_space, repaired) if trusting else repaired


def _repair_match(match: re.Match[str], trusting: bool) -> str:
    return _decode(match[0]) or match[0] if trusting or _is_strong(match) else match[0]


def _decode(sequence: str) -> str:
    """The character that the sequence was, or "" if it was none that a page would hold."""
    try:
        char = bytes(_BYTES[char] for char in sequence).decode("utf-8")
    except UnicodeDecodeError:
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
        return match[0][1] not in "›" and unicodedata.combining(decoded) > 0
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
    return match[0][1] == "»" and match[0][2] in "\u00a0’”…–—" and "«" in match.string[: match.start()]


def _restore_space(match: re.Match[str]) -> str:
    """Give back the letter, and take the space out if it parts a word in two."""
    before, lost, space, after = match[1], match[2], match[3] or "", match[4] or ""
    head = before + _LOST_LETTERS[lost]
    if head[:-1].isupper() and len(head) > 2 and head[-1].islower():
        return match[0]
    if len(after) == 1 or not is_syllable(after):
        space = "" if is_syllable(head + after) else space
    return head + space + after
