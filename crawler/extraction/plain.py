"""Cheap text handling for whole-page passes, where `vietnamese.text.normalize` would cost too much."""

from __future__ import annotations

import re
import unicodedata

from crawler.extraction.remembering import remembered
from vietnamese.text import normalize

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
_COUNTED = 3000
_WORD = re.compile(r"\w+")
_SENTENCE_ENDS = frozenset(".;:!?…")
_CLOSERS = "\"”’'»)]"


def squash(text: str) -> str:
    """NFC, without invisible characters, white space runs as one space, trimmed."""
    text = " ".join(text.split())
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return text if text.isprintable() else " ".join(_INVISIBLE.sub("", text).split())


def stored(text: str) -> str:
    """The stored form of inline text from markup, where a line break is a space."""
    return normalize(" ".join(text.split()))


@remembered
def compact(text: str) -> str:
    """The key by which two printed forms of one headline are compared: letters and digits only, casefolded."""
    return "".join(_WORD.findall(squash(text).casefold()))


def are_parted(last: str, first: str) -> bool:
    """Whether two characters on either side of an element's edge are of different words, if no space stands between.

    Templates print facts as one element behind the other and leave the gap to the style sheet: "Lượt xem: 12"
    and "15/02/2026", "Tin tức" and "Đăng bởi".
    """
    if last.isdigit() or first.isdigit():
        return last.isalnum() and first.isalnum()
    return last.islower() and first.isupper()


@remembered
def word_count(text: str) -> int:
    """Number of words (runs of letters and digits), counted no further than a paragraph may be long."""
    return len(_WORD.findall(text[:_COUNTED]))


def ends_sentence(text: str) -> bool:
    """Whether `text` closes a sentence or clause: full stop, colon, semicolon and the like, quotes ignored."""
    return text.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS
