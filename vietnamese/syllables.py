"""The shape of a Vietnamese syllable: onset, rime, and which tones a rime can bear.

The inventory is that of the modern spelling (quốc ngữ); it holds what the spelling permits, not only what a
dictionary lists. It answers two questions: is this word Vietnamese at all, and where are its vowels.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from vietnamese.letters import ACUTE, DOT, VOWELS, split_tone

ONSETS: Final = (
    *("ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch"),  # before those they begin with
    *"bcdđghklmnprstvx",
)
_BEFORE_FRONT_VOWEL: Final = frozenset({"k", "gh", "ngh"})
_BEFORE_OTHER_VOWEL: Final = frozenset({"c", "g", "ng"})
_FRONT: Final = frozenset("eêiy")

_RIMES_BY_NUCLEUS: Final = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- c ch m n ng nh p t u",
    "i": "- a c ch m n ng nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng p t",
    "oe": "- c m n ng o p t",
    "oo": "c n ng",
    "ô": "- c i m n ng p t",
    "ơ": "- c i m n ng p t",
    "u": "- a c i m n ng p t",
    "uâ": "c n ng p t y",
    "uê": "- c ch n nh t u",
    "uô": "c i m n ng p t",
    "uơ": "- n t",
    "uy": "- a c ch n nh p t u",
    "uyê": "n t u",
    "ư": "- a c i m n ng p t u",
    "ươ": "c i m n ng p t u",
    "y": "- ch n nh t",
    "yê": "m n ng t u",
}
RIMES: Final = frozenset(
    nucleus + ending.strip("-") for nucleus, endings in _RIMES_BY_NUCLEUS.items() for ending in endings.split()
)
_RIMES_ONLY_WITHOUT_ONSET: Final = frozenset(f"yê{ending}" for ending in ("m", "n", "ng", "t", "u"))
_RIMES_AFTER_QU: Final = frozenset("aăâeêiơôy")
_STOPS: Final = ("c", "ch", "p", "t")
_STOP_TONES: Final = frozenset({"", ACUTE, DOT})
LONGEST: Final = 7
"""Letters in the longest syllable (nghiêng)."""


class Syllable(NamedTuple):
    """A syllable taken apart, in small letters: `"Thuỷ"` has the onset `th`, the vowels `uy`, no coda."""

    onset: str
    vowels: str
    coda: str
    tone: str


@lru_cache(maxsize=65_536)
def parse_syllable(word: str) -> Syllable | None:
    """Take one word apart, wherever in it the tone mark stands.

    Args:
        word: letters only, NFC, any case.

    Returns:
        The syllable, or None if the word is no possible Vietnamese syllable: a foreign onset or rime, two
        tone marks, a tone on a consonant, a tone that its final stop forbids (a stop takes sắc or nặng only).
    """
    if len(word) > LONGEST:
        return None
    pairs = [split_tone(letter) for letter in word.lower()]
    tones = [tone for _, tone in pairs if tone]
    if len(tones) > 1:
        return None
    return _parse_toneless("".join(letter for letter, _ in pairs), tones[0] if tones else "")


def is_syllable(word: str) -> bool:
    """Whether a word of letters, NFC, is a possible Vietnamese syllable."""
    return parse_syllable(word) is not None


def _parse_toneless(word: str, tone: str) -> Syllable | None:
    for onset in (*ONSETS, ""):
        rime = word[len(onset) :]
        if not word.startswith(onset) or not _fits(onset, rime):
            continue
        vowels = rime.rstrip("bcdghklmnpqrstvx")
        coda = rime[len(vowels) :]
        if coda in _STOPS and tone not in _STOP_TONES:
            return None
        return Syllable(onset, vowels, coda, tone)
    return None


def _fits(onset: str, rime: str) -> bool:
    if rime not in RIMES:
        return False
    first = rime[0]
    if onset == "qu":
        return first in _RIMES_AFTER_QU
    if onset == "gi":
        return first not in "iy"
    if rime in _RIMES_ONLY_WITHOUT_ONSET:
        return not onset
    if onset == "g":
        return first == "i" or first not in _FRONT
    if onset in _BEFORE_FRONT_VOWEL:
        return first in _FRONT
    if onset in _BEFORE_OTHER_VOWEL:
        return first not in _FRONT
    return first in VOWELS
