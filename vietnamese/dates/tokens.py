"""From a raw string to tokens: numbers, words and single signs, each knowing whether a space stood before it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from vietnamese.text import normalize

MAX_LENGTH = 200
_MAX_RAW_LENGTH = 2 * MAX_LENGTH + 100  # decomposed letters and marks that print nothing
_MAX_WORDS = 60

_INVISIBLE = dict.fromkeys(
    [
        0x00AD,
        0x034F,
        0x061C,
        0x180E,
        0xFEFF,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    ]
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "′‵’‘‛`´ʹʼ″“”"), "'")
_SIGNS = {
    ord("∶"): ":",
    ord("ː"): ":",
    ord("⁄"): "/",
    ord("∕"): "/",
    ord("Ð"): "Đ",
    ord("ð"): "đ",
    ord("Ɖ"): "Đ",
}
_PRINTED = {**_INVISIBLE, **_DASHES, **_QUOTES, **_SIGNS}

# Two spans that a page joined without a space: 31/12/202108:30 and 08:3031/12/2021.
_YEAR_THEN_CLOCK = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d{1,2}:\d)")
_CLOCK_THEN_DAY = re.compile(r"(:\d\d)(\d{1,2}([/-])\d{1,2}\3\d{4})(?!\d)")
_ISO_DAY_THEN_CLOCK = re.compile(r"(?<!\d)(\d{4}([/-])\d\d\2\d\d)(\d\d:\d)")
_TOKEN = re.compile(r"( *)(?:([0-9]+)|([^\W\d_]+)|(\S))")


class Token(NamedTuple):
    """A number (`n`), a word (`w`), a sign (`p`) or the end (`e`); `low` is its lower case.

    `glued` is true where no space stands between this token and the one before.
    """

    kind: str
    text: str
    low: str
    glued: bool


# Several, so that a recogniser may look ahead without asking where the slot ends.
END = Token("e", "", "", False)
_PADDING = (END,) * 12
_SUPERSCRIPT = re.compile("[¹²³⁰-⁹₀-₉]")


def clean(text: str) -> str | None:
    """One line with plain signs, or None where the string is too long to be a date slot."""
    words = text.split(None, _MAX_WORDS)
    if len(words) > _MAX_WORDS:
        return None
    line = " ".join(words)
    if len(line) > _MAX_RAW_LENGTH:
        return None
    if not line.isascii():
        if _SUPERSCRIPT.search(line):
            return None  # NFKC would make plain digits, and a date, of a footnote's sign or of "m²"
        line = unicodedata.normalize("NFKC", normalize(line.translate(_PRINTED))).strip()
    return line if len(line) <= MAX_LENGTH else None


def tokenise(line: str) -> tuple[Token, ...]:
    """The tokens of a cleaned line, with end tokens behind them."""
    line = _YEAR_THEN_CLOCK.sub(r"\1 \2", line)
    line = _CLOCK_THEN_DAY.sub(r"\1 \2", line)
    line = _ISO_DAY_THEN_CLOCK.sub(r"\1 \3", line)
    tokens = []
    for space, number, word, sign in _TOKEN.findall(line):
        if number:
            tokens.append(Token("n", number, number, not space))
        elif word:
            tokens.append(Token("w", word, word.lower(), not space))
        else:
            tokens.append(Token("p", sign, sign, not space))
    return (*tokens, *_PADDING)
