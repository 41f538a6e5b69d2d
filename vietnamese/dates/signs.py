"""Signs that stand between the parts of a date slot."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from vietnamese.dates.tokens import Token

_SEPARATORS = frozenset(",.;:|/\\-()[]{}<>'\"*•·»›«‹~_@=+●▪◦∙¦►▶")
_STRONG = frozenset("|•·»›●▪∙¦►>")
_MEANINGFUL = frozenset("©®™°")


def is_separator(sign: str) -> bool:
    """Whether the sign only separates: punctuation, an icon font's glyph (private use), a pictogram."""
    if sign in _SEPARATORS:
        return True
    return sign not in _MEANINGFUL and unicodedata.category(sign) in ("So", "Co", "Mn")


def is_bar(sign: str) -> bool:
    """Whether the sign parts the items of a line, and never the words of a sentence: "|", "•", "»"."""
    return sign in _STRONG


def is_strong_break(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sign at `at` parts two items of a line, as prose rarely does: a bar, or a dash between spaces."""
    token = tokens[at]
    if is_bar(token.text):
        return True
    return token.text in ("-", "/", "~") and not token.glued and not tokens[at + 1].glued
