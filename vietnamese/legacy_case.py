"""TCVN3 to Unicode, with the case that the font carried.

A capital font draws the codes of small letters as capitals, so "QUYÕT §ÞNH" is QUYẾT ĐỊNH: the font's name is
lost, and only the ASCII letters of the word still tell the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from vietnamese.legacy_tables import TCVN3, TCVN3_CAPITALS, TCVN3_PAIRS

_CODE: Final = re.compile(
    "|".join(sorted((re.escape(code) for code in (*TCVN3_PAIRS, *TCVN3_CAPITALS, *TCVN3)), key=len, reverse=True))
)
_ALPHABET: Final = re.escape("".join((*TCVN3_CAPITALS, *TCVN3)))
_WORD: Final = re.compile(f"[A-Za-z{_ALPHABET}]+")
_LETTERS: Final = TCVN3 | TCVN3_CAPITALS | TCVN3_PAIRS


class _Word(NamedTuple):
    raw: str
    start: int
    end: int
    case: str
    """`"upper"`, `"lower"`, or `""` where the word's own letters do not tell."""


def decode_tcvn3(line: str) -> str:
    """Decode one line; a word is in capitals if its ASCII letters are, or else if the words beside it are."""
    words = [_Word(match[0], match.start(), match.end(), _own_case(match[0])) for match in _WORD.finditer(line)]
    parts, done = [], 0
    for index, word in enumerate(words):
        parts.append(line[done : word.start])
        upper = (word.case or _case_beside(words, index)) == "upper"
        decoded = _CODE.sub(lambda match: _LETTERS[match[0]], word.raw)
        parts.append(decoded.upper() if upper else decoded)
        done = word.end
    return "".join((*parts, line[done:]))


def _own_case(raw: str) -> str:
    """Read the case from the letters that have one: ASCII letters and the capitals with a code of their own."""
    telling = [index for index, char in enumerate(raw) if char.isascii() or char in TCVN3_CAPITALS]
    if any(raw[index].islower() for index in telling if raw[index].isascii()):
        return "lower"
    if len(telling) > 1 or (telling and telling[0] > 0):
        return "upper"
    return ""


def _case_beside(words: list[_Word], index: int) -> str:
    """Read the case from the nearest words that tell. Abbreviations alone prove no line of capitals."""
    before = next((word for word in reversed(words[:index]) if word.case), None)
    after = next((word for word in words[index + 1 :] if word.case), None)
    beside = [word for word in (before, after) if word]
    if not beside or any(word.case == "lower" for word in beside):
        return "lower"
    if all(word.raw.isascii() for word in beside) and _has_small(words):
        return "lower"
    return "upper"


def _has_small(words: Iterable[_Word]) -> bool:
    return any(word.case == "lower" for word in words)
