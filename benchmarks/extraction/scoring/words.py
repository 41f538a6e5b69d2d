"""The text rule: texts are compared as NFC, without invisible characters, white space runs as one space, casefolded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
WORD = re.compile(r"\w+")
Words = tuple[str, ...]


def comparable(value: object) -> str:
    """A text by the rule; None is the empty text."""
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", "" if value is None else str(value)))
    return " ".join(text.split()).casefold()


def words(value: object) -> Words:
    """The words of a text."""
    return tuple(WORD.findall(comparable(value)))


def all_words(texts: Iterable[object]) -> Words:
    """The words of texts, one after the other."""
    return tuple(word for text in texts for word in words(text))


def paragraphs(body: object) -> list[str]:
    """The lines of a body that is given as one text or as many."""
    parts = [body] if isinstance(body, str) else list(body) if isinstance(body, list | tuple) else []
    return [line for part in parts for line in str(part or "").splitlines() if comparable(line)]


def holds(whole: Words, part: Words) -> bool:
    """Whether a run of words stands in another."""
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def without(text: Words, pieces: Iterable[Words]) -> Words:
    """The words of a text, every run that equals one of the pieces taken out."""
    kept = text
    for piece in filter(None, pieces):
        kept = _cut(kept, piece)
    return kept


def _cut(text: Words, piece: Words) -> Words:
    kept: list[str] = []
    at = 0
    while at < len(text):
        if text[at : at + len(piece)] == piece:
            at += len(piece)
        else:
            kept.append(text[at])
            at += 1
    return tuple(kept)
