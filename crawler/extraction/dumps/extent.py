"""Where the running text ends, and what follows it."""

from __future__ import annotations

import math

from crawler.extraction.dumps.lines import Line
from crawler.extraction.dumps.signals import furniture_reason, is_closed, is_prose
from crawler.extraction.wording.chrome import starts_footer, starts_related
from crawler.extraction.wording.keys import words

_ENDINGS = frozenset({"related", "footer", "comments", "rating"})
# Wordings that may stand amid a text too: behind them next to nothing may follow.
_WEAK_ENDINGS = frozenset({"form", "widget", "navigation", "portlet_title"})
_WEAK_SHARE = 4


def find_end(lines: list[Line], start: int, stop: int) -> int:
    """The index after the last line that can belong to the article that begins at `start`; `stop` at the latest.

    A list of other articles, comments or a footer end it, if no more running text follows than stands before:
    a box of related articles may also stand amid the text.
    """
    weights = [_weight(line.text) for line in lines[:stop]]
    before, behind = 0, sum(weights[start:])
    for at in range(start, stop):
        if before and before >= behind * _share(lines[at].text):
            return at
        before += weights[at]
        behind -= weights[at]
    return stop


def last_prose(lines: list[Line], start: int, end: int) -> int:
    """The index of the last sentence in [start, end), or `start - 1` where there is none."""
    return max((at for at in range(start, end) if _weight(lines[at].text)), default=start - 1)


def last_closed(lines: list[Line], start: int, end: int) -> int:
    """As `last_prose`, but the rest of a broken sentence counts too, if it is closed."""
    closed = (at for at in range(start, end) if is_closed(lines[at].text) and len(words(lines[at].text)) > 2)
    return max(last_prose(lines, start, end), max(closed, default=start - 1))


def _share(text: str) -> float:
    """How many times the text behind a line the text before it must be, if the line is to end the article."""
    reason = furniture_reason(text)
    if starts_related(text) or starts_footer(text) or reason in _ENDINGS:
        return 1
    return _WEAK_SHARE if reason in _WEAK_ENDINGS else math.inf


def _weight(text: str) -> int:
    return len(words(text)) if is_prose(text) and furniture_reason(text) is None else 0
