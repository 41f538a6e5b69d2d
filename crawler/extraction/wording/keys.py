"""The key by which wordings are compared, and how lists of wordings are written down."""

from __future__ import annotations

import re

from crawler.extraction.remembering import remembered
from vietnamese.folding import search_key

_EDGES = " \t:;,.|-–—_•·*>»«<“”\"'()[]{}…"
UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capitals of the alphabet, as the inside of a character class."""

_WORD = re.compile(r"\w+")


@remembered
def fold(text: str) -> str:
    """Fold `text` to a key: ASCII letters, lower case, single spaces, no punctuation at its ends.

    >>> fold(" TÁC GIẢ : ")
    'tac gia'
    """
    return " ".join(search_key(text).split()).strip(_EDGES)


def words(text: str) -> list[str]:
    """Split `text` into its words: runs of letters, digits and underscores."""
    return _WORD.findall(text)


def phrases(text: str) -> tuple[str, ...]:
    """The wordings of a list that is written with commas; line ends are spaces."""
    return tuple(phrase.strip() for phrase in " ".join(text.split()).split(",") if phrase.strip())


def any_of(text: str) -> str:
    """A group of a regular expression that matches one of the `phrases` of `text`, the longest first."""
    longest_first = sorted(phrases(text), key=len, reverse=True)
    return "(?:" + "|".join(longest_first) + ")"
