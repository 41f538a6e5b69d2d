"""Keys made from text: what a search compares, and what tells two printings of one text apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from vietnamese.homoglyphs import replace_homoglyphs
from vietnamese.text import normalize
from vietnamese.tones import ToneStyle, place_tones

__all__ = ["ToneStyle", "dedupe_key", "place_tones", "search_key"]

_MARKS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_LATIN: Final = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)
_SAME_SIGNS: Final = str.maketrans(
    {**dict.fromkeys("‘’‛ʼʻʹˈ′`´", "'"), **dict.fromkeys("\u2010\u2011", "-"), "\u2044": "/"}
)
_SEPARATORS: Final = re.compile(r"[\W_]+")
_ALPHABET: Final = "aăâeêioôơuưyđ"
_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_PUNCTUATION: Final = "“”–—…’‘•©«»"


def _fold(text: str) -> str:
    folded = text.translate(_SAME_SIGNS).lower()
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded)).lower()
    # Without its marks, ӧ is a letter that looks like a Latin one.
    folded = replace_homoglyphs(folded.translate(_LATIN).translate(_SAME_SIGNS)).lower()
    return unicodedata.normalize("NFC", folded)


def _letters() -> Iterator[str]:
    """What Vietnamese pages are written with: ASCII, the alphabet in either case with its tones, and punctuation."""
    yield from map(chr, range(128))
    yield from _PUNCTUATION
    for letter in _ALPHABET:
        for tone in _TONES:
            composed = unicodedata.normalize("NFC", letter + tone)
            if len(composed) == 1:
                yield from (composed, composed.upper())


_KNOWN: Final = {letter: _fold(letter) for letter in _letters()}
"""Letter by letter, which is several times faster than a pass over the text for each rule."""


def search_key(text: str) -> str:
    """Fold a text for searching with or without diacritics: ASCII letters, lower case, on one line.

    The text is normalized first. Compatibility forms are taken apart (m² to m2), marks are stripped, đ
    becomes d, every apostrophe becomes `'`; digits and other punctuation stay. Folding a key again changes
    nothing. MongoDB's text index does not fold đ, hence a key of our own.
    """
    text = normalize(text)
    try:
        folded = "".join(map(_KNOWN.__getitem__, text))
    except KeyError:
        folded = _fold(text)
    return " ".join(folded.split())


def dedupe_key(text: str) -> str:
    """Fold what printings of one text differ in: case, the place of tone marks, punctuation and white space.

    Diacritics stay, because without them different words fall together.
    """
    # A letter that looks like another is told by its neighbours, which a separator may have kept from it.
    parted = replace_homoglyphs(_SEPARATORS.sub(" ", normalize(text)))
    return _SEPARATORS.sub(" ", place_tones(parted, "new").casefold()).strip()
