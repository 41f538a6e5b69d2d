"""The figures of a tool: how each is headed, which field it needs, and what it must reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.extraction.scoring.totals import Figures
from benchmarks.extraction.timing import Outcome

CLOSE = 5e-4


@dataclass(frozen=True, slots=True)
class Column:
    """A figure. `limit` is the least that is accepted, or the most where less is better; None where none is set."""

    figure: str
    heading: str
    field: str
    limit: float | None = None
    less_is_better: bool = False

    def holds(self, value: float) -> bool:
        """Whether a value is within the limit."""
        if self.limit is None:
            return True
        return value <= self.limit if self.less_is_better else value >= self.limit

    def beats(self, one: float, other: float) -> bool:
        """Whether one value is better than the other by more than rounding."""
        return (other - one if self.less_is_better else one - other) > CLOSE


COLUMNS = (
    Column("kind", "kind", "kind", 0.98),
    Column("title", "title", "title", 0.98),
    Column("published", "date", "published_at", 0.98),
    Column("published_day", "day", "published_at"),
    Column("published_wrong", "wrong", "published_at", 0, less_is_better=True),
    Column("author", "author", "author", 0.93),
    Column("category", "cat", "category", 0.90),
    Column("body_precision", "bodyP", "body", 0.97),
    Column("body_recall", "bodyR", "body"),
    Column("body_f1", "bodyF1", "body", 0.97),
    Column("leak", "leak", "body", 0.02, less_is_better=True),
    Column("leak_any", "leak1", "body", 0.02, less_is_better=True),
    Column("captions_f1", "capF1", "captions", 0.90),
    Column("attachments_recall", "attR", "attachments", 0.97),
    Column("attachments_precision", "attP", "attachments", 0.95),
    Column("links_precision", "linkP", "links", 0.97),
    Column("links_recall", "linkR", "links", 0.97),
    Column("next_page", "next", "next_page", 0.97),
)


def missed(figures: Figures) -> list[str]:
    """The columns whose limit does not hold, each with figure and limit."""
    found = [(column, figures.get(column.figure)) for column in COLUMNS]
    return [
        f"{c.heading} {value:.3f} (limit {c.limit:g})" for c, value in found if value is not None and not c.holds(value)
    ]


def rivals(
    outcomes: Sequence[Outcome], figures: Mapping[str, Figures], own: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The columns in which a peer is better than the first tool, and those in which one is as good."""
    better: list[str] = []
    equal: list[str] = []
    for column in COLUMNS:
        mine = figures[own[0]].get(column.figure)
        for peer in (o.tool for o in outcomes if o.tool.name not in own and column.field in o.tool.gives):
            theirs = figures[peer.name].get(column.figure)
            if mine is None or theirs is None or column.beats(mine, theirs):
                continue
            (better if column.beats(theirs, mine) else equal).append(f"{column.heading} ({peer.name})")
    return better, equal
