"""Tables of phrases, matched word by word, with or without their Vietnamese marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from vietnamese.dates.tokens import Token
from vietnamese.folding import search_key

Value = TypeVar("Value")

# Signs that may stand inside a phrase: "M. hai", "a.m.", "Asia/Ho_Chi_Minh".
_INSIDE = frozenset("._/")


class Phrases(Generic[Value]):
    """A table of lower-case phrases; the longest that fits wins.

    A phrase is known in two spellings, the right one and the one without any mark. A word with other marks
    does not fit, since "sau" (after) and "sáu" (six) are different words.
    """

    def __init__(self, entries: Mapping[Value, str]) -> None:
        """Take the value of each list of phrases, which are parted by commas."""
        table: dict[str, dict[tuple[str, ...], Value]] = {}
        for value, phrases in entries.items():
            for phrase in phrases.split(", "):
                for spelling in (phrase, search_key(phrase)):
                    first, *rest = spelling.split()
                    table.setdefault(first, {}).setdefault(tuple(rest), value)
        self._table = {first: sorted(rests.items(), key=lambda item: -len(item[0])) for first, rests in table.items()}

    def match(self, tokens: Sequence[Token], at: int) -> tuple[Value, int] | None:
        """The value of the longest phrase that starts at `at`, and where it ends; else None."""
        for rest, value in self._table.get(tokens[at].low, ()):
            end = _match_rest(tokens, at + 1, rest)
            if end:
                return value, end
        return None


def _match_rest(tokens: Sequence[Token], at: int, rest: tuple[str, ...]) -> int:
    for word in rest:
        while tokens[at].low in _INSIDE:
            at += 1
        if tokens[at].low != word:
            return 0
        at += 1
    return at


def words(text: str) -> frozenset[str]:
    """The words of a text, each with its marks and without."""
    return frozenset(text.split()) | frozenset(search_key(text).split())
