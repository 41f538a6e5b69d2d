"""Cyrillic and Greek letters that stand, unseen, inside Latin words.

They come from keyboards left in another layout and from scanned documents; a reader sees no difference, a
search finds nothing. Only letters that are drawn like a Latin one are replaced, and only in a word that holds
Latin letters.
"""

from __future__ import annotations

import re
from typing import Final

_CYRILLIC: Final = dict(
    zip("АВЕЅІЈКМНОРСТУХҮӀԚԜѴҺаеѕіјкорсухүԁԛԝѵһӏ", "ABESIJKMHOPCTYXYIQWVHaesijkopcyxydqwvhl", strict=True)
)
_GREEK_CAPITALS: Final = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ", strict=True))
_GREEK_SMALL: Final = dict(zip("αικνορυχγϲϳ", "aikvopuxycj", strict=True))
_LATIN: Final = {**_CYRILLIC, **_GREEK_CAPITALS, **_GREEK_SMALL}

FOREIGN: Final = "\u0370-\u03ff\u0400-\u052f"
"""The Greek and Cyrillic blocks, for a character class."""

# The lookbehind keeps a long word from being read again from each of its letters.
_WORD: Final = re.compile(rf"(?<![^\W_])[^\W_]*[{FOREIGN}][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*")
_LATIN_LETTER: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_FOREIGN_LETTER: Final = re.compile(f"[{FOREIGN}]")
_ROMAN_NUMERAL: Final = re.compile(r"[ХΧ]*[ІΙӀ]+[ХΧ]?")


def replace_homoglyphs(text: str) -> str:
    """Put the Latin letter in place of each Cyrillic or Greek one that looks like it, inside Latin words.

    A word without a Latin letter stays (it is Russian, or a symbol), and so does one with a foreign letter
    that looks like no Latin one. Small Greek letters in capitals and digits stay too: they are meant, as in
    TNFα. A Roman numeral of foreign letters alone (ХІІ) becomes Latin: in no other script is it a word.
    """
    return _WORD.sub(lambda match: _replace_in_word(match[0]), text)


def _replace_in_word(word: str) -> str:
    if not _LATIN_LETTER.search(word) and not _ROMAN_NUMERAL.fullmatch(word):
        return word
    foreign = set(_FOREIGN_LETTER.findall(word))
    if not foreign <= _LATIN.keys():
        return word
    if not foreign.isdisjoint(_GREEK_SMALL) and not any(c.islower() for c in word if c not in foreign):
        return word
    return "".join(_LATIN.get(letter, letter) for letter in word)
