"""How far a text reads as Vietnamese through the table of a legacy font, and how far as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from vietnamese.legacy_case import decode_tcvn3
from vietnamese.legacy_tables import TCVN3, TCVN3_CAPITALS, VNI
from vietnamese.syllables import is_syllable

_TCVN3_ALPHABET: Final = "".join((*TCVN3, *TCVN3_CAPITALS))
_WORDS: Final = {
    "tcvn3": re.compile("[A-Za-z\u00a1-\u00ff]+"),
    "vni": re.compile("[A-Za-z\u00c0-\u00ff]+"),
}
_VNI_CODE: Final = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_CERTAIN: Final = re.compile("[A-Za-z][\u00a1-\u00bf\u00d7\u00f7][A-Za-z]|[ôöÔÖ][øùûõïØÙÛÕÏ]|[aeoAEO][âÂ]")
"""What no other language writes: a sign between the letters of a word, a vowel with its mark beside it."""

_LEAST_WORDS: Final = 2
_LEAST_WORDS_MIXED: Final = 3
_LEAST_SHARE: Final = 0.65
_LEAST_GAIN: Final = 0.3
_MOST_LOSS: Final = 0.15
_LEAST_VIETNAMESE: Final = 0.3
_ENOUGH_PLAIN_WORDS: Final = 5


@dataclass(slots=True)
class Evidence:
    """Counts over the words of a text that hold Western letters or signs, and over its plain ASCII words."""

    words: int = 0
    readable: int = 0
    """Words that are syllables when decoded."""
    gained: int = 0
    """Of them, words that are none as they stand."""
    lost: int = 0
    """Words that are syllables as they stand, and none when decoded."""
    plain: int = 0
    plain_readable: int = 0
    distinct: set[str] = field(default_factory=set)
    """The words gained, in lower case."""

    def convinces(self, *, in_mixed_document: bool) -> bool:
        """Whether this can only be legacy text. Names and loans in another language make a word or two at most."""
        least = _LEAST_WORDS_MIXED if in_mixed_document else _LEAST_WORDS
        certain = sum(1 for word in self.distinct if _CERTAIN.search(word))
        if len(self.distinct) < least and certain < least - 1:
            return False
        if self.plain >= _ENOUGH_PLAIN_WORDS and self.plain_readable < _LEAST_VIETNAMESE * self.plain:
            return False
        return (
            self.readable >= _LEAST_SHARE * self.words
            and self.gained >= _LEAST_GAIN * self.words
            and self.lost <= _MOST_LOSS * self.words
        )


def weigh(parts: Iterable[str], encoding: str) -> Evidence:
    """Count what a reading of the parts through the table of `encoding` gains and loses."""
    evidence = Evidence()
    for part in parts:
        for word in _WORDS[encoding].findall(part):
            _count(evidence, word, encoding)
    return evidence


def _count(evidence: Evidence, word: str, encoding: str) -> None:
    if word.isascii():
        if len(word) > 1 and not word.isupper():
            evidence.plain += 1
            evidence.plain_readable += is_syllable(word)
        return
    stands = _is_word(word)
    reads = _reads(word, encoding)
    evidence.words += 1
    evidence.readable += reads
    evidence.lost += stands and not reads
    if reads and not stands:
        evidence.gained += 1
        if len(word) > 1:
            evidence.distinct.add(word.lower())


def _reads(word: str, encoding: str) -> bool:
    """Whether the word, decoded, is a syllable. What the table has no entry for must not pass as a letter."""
    if encoding == "tcvn3":
        return all(char.isascii() or char in _TCVN3_ALPHABET for char in word) and _is_word(decode_tcvn3(word))
    undecoded = _VNI_CODE.sub("", word)
    return undecoded.isascii() and _is_word(_VNI_CODE.sub(lambda match: VNI[match[0]], word))


def _is_word(word: str) -> bool:
    """Whether a word is a syllable, or the name of a place in the highlands, which may end in k (Đắk, Búk)."""
    return is_syllable(f"{word[:-1]}c" if word[-1] in "kK" else word)
