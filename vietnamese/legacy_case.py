"""TCVN3 to Unicode, with the case that the font carried.

A capital font draws the codes of small letters as capitals, so "QUYÕT §ÞNH" is QUYẾT ĐỊNH: the font's name is
lost, and only the ASCII letters of the word still tell the case.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vietnamese.legacy_tables import TCVN3, TCVN3_CAPITALS, TCVN3_PAIRS
from vietnamese.syllables import is_syllable

_CODE: Final = re.compile(
    "|".join(sorted((re.escape(code) for code in (*TCVN3_PAIRS, *TCVN3_CAPITALS, *TCVN3)), key=len, reverse=True))
)
_ALPHABET: Final = re.escape("".join((*TCVN3_CAPITALS, *TCVN3)))
_WORD: Final = re.compile(f"[A-Za-z{_ALPHABET}]+")
_LETTERS: Final = TCVN3 | TCVN3_CAPITALS | TCVN3_PAIRS


class _Word(NamedTuple):
    start: int
    end: int
    decoded: str
    case: str
    """`"upper"`, `"lower"`, or `""` where the word's own letters do not tell."""


def decode_tcvn3(line: str) -> str:
    """Decode one line; a word is in capitals if its ASCII letters are, or else if the words beside it are."""
    words = [_read(match) for match in _WORD.finditer(line)]
    parts, done = [], 0
    for index, word in enumerate(words):
        parts.append(line[done : word.start])
        upper = (word.case or _case_beside(words, index)) == "upper"
        parts.append(word.decoded.upper() if upper else word.decoded)
        done = word.end
    return "".join((*parts, line[done:]))


def _read(match: re.Match[str]) -> _Word:
    decoded = _CODE.sub(lambda code: _LETTERS[code[0]], match[0])
    return _Word(match.start(), match.end(), decoded, _own_case(match[0]))


def _own_case(raw: str) -> str:
    """Read the case from the letters that have one: ASCII letters and the capitals with a code of their own."""
    telling = [index for index, char in enumerate(raw) if char.isascii() or char in TCVN3_CAPITALS]
    if any(raw[index].islower() for index in telling if raw[index].isascii()):
        return "lower"
    if len(telling) > 1 or (telling and telling[0] > 0):
        return "upper"
    return ""


def _case_beside(words: list[_Word], index: int) -> str:
    """Read the case from the nearest words that tell, on both sides: capitals only where all of them are."""
    before = next(filter(_tells, reversed(words[:index])), None)
    after = next(filter(_tells, words[index + 1 :]), None)
    cases = {word.case for word in (before, after) if word}
    return "upper" if cases == {"upper"} else "lower"


def _tells(word: _Word) -> bool:
    """Whether a word shows the case of its line. An abbreviation (KH&CN, QĐ-UBND) has capitals in any line."""
    return bool(word.case) and (word.case == "lower" or is_syllable(word.decoded))
