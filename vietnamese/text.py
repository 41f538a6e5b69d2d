"""Text as it is stored: one code point a letter, plain spaces, nothing invisible, spelt as it was printed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from vietnamese.glyphs import GLYPHS
from vietnamese.homoglyphs import FOREIGN, replace_homoglyphs
from vietnamese.letters import QUALITIES, TONES
from vietnamese.mojibake import repair

__all__ = ["normalize", "repair"]

_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0"
_BREAKS: Final = "\u000b\u000c\u0085\u2028\u2029"
_INVISIBLE: Final = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_SOFT_HYPHEN: Final = "\u00ad"
_CONTROLS: Final = "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_D_STROKES: Final = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
_FULL_WIDTH: Final = "\uff01-\uff5e"
_PRIVATE_USE: Final = "\uf020-\uf0ff"


def _expand(character_class: str) -> list[int]:
    """The code points of the inside of a character class such as `"a-cx"`."""
    ranges = re.findall(r"(.)-(.)|(.)", character_class, re.DOTALL)
    return [code for low, high, one in ranges for code in range(ord(low or one), ord(high or one) + 1)]


_EARLY: Final = dict.fromkeys(_expand(_INVISIBLE)) | {
    code: GLYPHS.get(code, chr(code)) for code in _expand(_PRIVATE_USE)
}
"""What may go before the repair: it is never part of a letter that was read in the wrong encoding."""

_LATE: Final[dict[int, str | None]] = {
    **_EARLY,
    **dict.fromkeys(_expand(_SPACES), " "),
    **dict.fromkeys(_expand(_BREAKS), "\n"),
    **dict.fromkeys(_expand(_SOFT_HYPHEN + _CONTROLS)),
    **{ord(letter): plain for letter, plain in _D_STROKES.items()},
    **{code: chr(code - 0xFEE0) for code in _expand(_FULL_WIDTH)},
}

_EARLY_CHARACTERS: Final = re.compile(f"[{_INVISIBLE}{_PRIVATE_USE}]")
_SUSPECTS: Final = re.compile(f"[{''.join(map(chr, _LATE))}{FOREIGN}\u0300-\u036f]")
"""What no plain text holds: without any, a text in NFC needs only its white space put in order."""
_FOREIGN_LETTERS: Final = re.compile(f"[{FOREIGN}]")
_COMBINING: Final = re.compile("[\u0300-\u036f]")
_MARKED: Final = re.compile(r"[aeiouyAEIOUY][\u0300-\u036f]+")
_MARK_ORDER: Final = {mark: rank for rank, mark in enumerate(QUALITIES + TONES)}
_OVERLAID_D: Final = re.compile("([dD])[\u0335\u0336]")

_UNTIDY: Final = ("  ", "\n", "\t", "\r")
_LINE_END: Final = re.compile(r" ?(?:\r\n?|\n) ?")
_BLANKS: Final = re.compile(r"[ \t]+")
_EMPTY_LINES: Final = re.compile(r"\n{3,}")

_REMEMBERED: Final = 512
"""Texts: a page's are normalized where they are read and again before they are stored."""
_LONGEST_REMEMBERED: Final = 2000
_MOST_ROUNDS: Final = 20
"""More than any text needs that people wrote: rubble can be made that gives up one letter a round."""


def normalize(text: str) -> str:
    """Bring a text into the form in which it is stored.

    In this order: NFC with the marks of a letter in order; invisible characters and glyphs of symbol fonts;
    `repair`; spaces, line ends, controls, full-width ASCII, look-alikes of đ; homoglyphs; white space.
    Typographic quotes, case, i or y, the place of tone marks and U+FFFD stay as they are printed.

    Args:
        text: any text, of one or many lines.

    Returns:
        NFC; lines parted by one line feed (an empty line between paragraphs at most), without blanks at their
        ends. Normalizing again changes nothing.
    """
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _normalize(text)


def _normalize(text: str) -> str:
    for _ in range(_MOST_ROUNDS):
        clean = _tidy_space(text if text.isascii() and text.isprintable() else _clean(text))
        # Taking a soft hyphen or a control out can bring the halves of a misread letter together.
        if clean == text or repair(clean) == clean:
            return clean
        text = clean
    return text


_remembered = lru_cache(_REMEMBERED)(_normalize)


def _clean(text: str) -> str:
    if unicodedata.is_normalized("NFC", text) and not _SUSPECTS.search(text) and repair(text) == text:
        return text
    text = _compose(text)
    if _EARLY_CHARACTERS.search(text):
        text = _compose(text.translate(_EARLY))
    text = _compose(_compose(repair(text)).translate(_LATE))
    if _FOREIGN_LETTERS.search(text):
        text = _compose(replace_homoglyphs(text))
    return text


def _compose(text: str) -> str:
    """NFC, also where a tone mark was typed before the circumflex, breve or horn that belongs below it."""
    if _OVERLAID_D.search(text):
        text = _OVERLAID_D.sub(lambda match: "đ" if match[1] == "d" else "Đ", text)
    if unicodedata.is_normalized("NFC", text) and not _COMBINING.search(text):
        return text
    text = _MARKED.sub(lambda match: _order_marks(match[0]), unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", text)


def _order_marks(cluster: str) -> str:
    """Sort the marks of one vowel, quality before tone, each once: NFC alone leaves U+00E1 U+0302."""
    marks = set(cluster[1:])
    if not marks <= _MARK_ORDER.keys() or len(marks.intersection(TONES)) > 1:
        return cluster
    return cluster[0] + "".join(sorted(marks, key=_MARK_ORDER.__getitem__))


def _tidy_space(text: str) -> str:
    if not any(map(text.__contains__, _UNTIDY)):
        return text.strip(" ")
    # Blanks first: a long run of them would be tried from each of its places for a line end behind it.
    text = _LINE_END.sub("\n", _BLANKS.sub(" ", text))
    return _EMPTY_LINES.sub("\n\n", text).strip(" \n")
