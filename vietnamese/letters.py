"""The letters of Vietnamese: vowels, tone marks, quality marks, and what they take apart into.

A Vietnamese vowel is a base letter, at most one quality mark (circumflex, breve, horn) and at most one tone
mark. Unicode gives both kinds of mark the same or neighbouring combining classes, so NFC alone cannot tell
them apart.
"""

from __future__ import annotations

import unicodedata
from typing import Final

GRAVE: Final = "\u0300"
ACUTE: Final = "\u0301"
TILDE: Final = "\u0303"
HOOK: Final = "\u0309"
DOT: Final = "\u0323"
TONES: Final = GRAVE + ACUTE + TILDE + HOOK + DOT

CIRCUMFLEX: Final = "\u0302"
BREVE: Final = "\u0306"
HORN: Final = "\u031b"
QUALITIES: Final = HORN + CIRCUMFLEX + BREVE

VOWELS: Final = "aăâeêioôơuưy"

_TONED = {(vowel, tone): unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in ("", *TONES)}
_TONED |= {(vowel.upper(), tone): letter.upper() for (vowel, tone), letter in _TONED.items()}
_SPLIT = {letter: pair for pair, letter in _TONED.items()}

VIETNAMESE_LETTERS: Final = frozenset(_SPLIT) | frozenset("đĐ")
"""Every letter that needs more than a consonant key: the vowels and đ."""

BEYOND_LATIN1: Final = "".join(sorted(letter for letter in VIETNAMESE_LETTERS if letter > "\u00ff"))
"""Letters that no Western eight-bit code page holds: they prove that a text is Unicode already."""


def split_tone(letter: str) -> tuple[str, str]:
    """Take a precomposed letter apart: `"ấ"` gives `("â", U+0301)`, any other character itself and `""`."""
    return _SPLIT.get(letter, (letter, ""))


def add_tone(vowel: str, tone: str) -> str:
    """Put a tone mark (one of `TONES`, or `""`) on a toneless Vietnamese vowel; the vowel's case is kept.

    Raises:
        KeyError: `vowel` is not a toneless Vietnamese vowel, or `tone` is not a tone mark.
    """
    return _TONED[vowel, tone]
