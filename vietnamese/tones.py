"""Where the tone mark stands in a syllable: hòa (the old style) or hoà (the new one)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

from vietnamese.letters import BEYOND_LATIN1, VIETNAMESE_LETTERS, add_tone, split_tone
from vietnamese.syllables import Syllable, parse_syllable

ToneStyle = Literal["old", "new"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_QUALITY_VOWELS: Final = "ăâêôơư"
_STYLED: Final = frozenset({"oa", "oe", "uy"})
_TONED: Final = re.compile(
    "[" + "".join(sorted(c for c in VIETNAMESE_LETTERS if c <= "\u00ff" and split_tone(c)[1])) + BEYOND_LATIN1 + "]"
)


def place_tones(text: str, style: ToneStyle) -> str:
    """Move every tone mark to where the style of spelling wants it.

    The two styles differ only in open syllables on oa, oe and uy: hòa, khỏe, thúy (`old`), hoà, khoẻ, thuý
    (`new`). Marks on a wrong vowel are put right in both: Hôị to Hội, qúy to quý, gìa to già. Letters keep
    their case. A word that is no Vietnamese syllable is left as it is.

    Args:
        text: any text; the result is NFC.
        style: `"old"` or `"new"`.

    Raises:
        ValueError: another style.
    """
    if style not in ("old", "new"):
        raise ValueError(f"style: {style!r} is neither 'old' nor 'new'")
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    place = _place_old if style == "old" else _place_new
    return _WORD.sub(lambda match: place(match[0]), text)


@lru_cache(maxsize=65_536)
def _place_old(word: str) -> str:
    return _place(word, "old")


@lru_cache(maxsize=65_536)
def _place_new(word: str) -> str:
    return _place(word, "new")


def _place(word: str, style: ToneStyle) -> str:
    if not _TONED.search(word):
        return word
    syllable = parse_syllable(word)
    if syllable is None or not syllable.tone:
        return word
    letters = [split_tone(letter)[0] for letter in word]
    target = len(syllable.onset) + _position(syllable, style)
    letters[target] = add_tone(letters[target], syllable.tone)
    return "".join(letters)


def _position(syllable: Syllable, style: ToneStyle) -> int:
    """The index, within the syllable's vowels, of the one that bears the tone mark."""
    vowels = syllable.vowels
    with_quality = max(vowels.rfind(vowel) for vowel in _QUALITY_VOWELS)
    if with_quality >= 0:
        return with_quality
    if syllable.coda:
        return len(vowels) - 1
    if len(vowels) > 2:
        return 1
    return 1 if vowels in _STYLED and style == "new" else 0
