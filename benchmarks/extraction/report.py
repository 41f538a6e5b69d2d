"""The tables of the extraction benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.extraction.columns import COLUMNS, missed, rivals
from benchmarks.extraction.scoring.page import ArticleScore, ListingScore, PageScore
from benchmarks.extraction.scoring.totals import Figures, totals
from benchmarks.extraction.timing import Outcome
from benchmarks.extraction.tools import Tool
from benchmarks.tables import Cell, table

HEADINGS = tuple(column.heading for column in COLUMNS)
LEAST_BODY = 0.9995
LEFT_OUT_LIMIT = 0.02


def beside_each_other(outcomes: Sequence[Outcome], figures: Mapping[str, Figures]) -> str:
    """The limits, then a line a tool: its figures, by the tool's name, and its time."""
    limits: list[Cell] = [
        "limit",
        *(c.limit if c.limit is None else _limit(c.limit, c.less_is_better) for c in COLUMNS),
        None,
    ]
    rows = [[o.tool.name, *_cells(figures[o.tool.name], o.tool), f"{o.median_ms:.1f}"] for o in outcomes]
    return table(["", *HEADINGS, "ms/page"], [limits, *rows])


def _limit(value: float, less_is_better: bool) -> str:
    return f"{'<' if less_is_better else '>'}={value:g}"


def by_group(tool: Tool, groups: Mapping[str, Figures]) -> str:
    """A line a group of pages, for one tool."""
    return table(["", *HEADINGS], [[name, *_cells(figures, tool)] for name, figures in groups.items()])


def _cells(figures: Figures, tool: Tool) -> list[Cell]:
    return [figures.get(column.figure) if column.field in tool.gives else None for column in COLUMNS]


def left_out(whole: Sequence[PageScore], unknown: Sequence[PageScore]) -> tuple[str, bool]:
    """Body F1 of each group read as a site that nothing is known of, and of all the others; and whether it holds.

    `whole` are the scores with what was learned from each site, `unknown` those without anything learned.
    """
    groups = sorted({_group(found) for found in whole if found.article})
    rows: list[list[Cell]] = []
    for name in groups:
        own = [found for found in unknown if _group(found) == name]
        others = [found for found in whole if _group(found) != name]
        rows.append([name, sum(bool(found.article) for found in own), _body(own), _body(others)])
    pooled, everything = _body(unknown) or 0.0, _body(whole) or 0.0
    rows.append(["pooled over the left-out", sum(bool(found.article) for found in unknown), pooled, everything])
    return table(["", "articles", "left out", "the others"], rows), everything - pooled <= LEFT_OUT_LIMIT


def verdict(
    outcomes: Sequence[Outcome], figures: Mapping[str, Figures], own: Sequence[str], broken: Sequence[str]
) -> str:
    """Whether every limit holds, and whether sotin is best in every column that a peer has."""
    wrong = [*missed(figures[own[0]]), *broken]
    limits = f"limits not held: {', '.join(wrong)}" if wrong else "every limit holds"
    if len(outcomes) == len(own):
        return limits
    better, equal = rivals(outcomes, figures, own)
    best = f"a peer is better in: {', '.join(better)}" if better else "no peer is better in any column"
    return f"{limits}; {best}" + (f"; as good in: {', '.join(equal)}" if equal else "")


def _group(found: PageScore) -> str:
    return found.id.partition("/")[0]


def _body(scores: Sequence[PageScore]) -> float | None:
    return totals(scores)["body_f1"]


def faults(scores: Iterable[PageScore]) -> str:
    """What is wrong, page by page."""
    lines: list[str] = []
    for found in scores:
        wrong = [] if found.kind else ["kind"]
        wrong += _article_faults(found.article) if found.article else []
        wrong += _listing_faults(found.listing) if found.listing else []
        lines += [f"{found.id}: {', '.join(wrong)}"] if wrong else []
    return "\n".join(lines) or "nothing is wrong"


def _article_faults(article: ArticleScore) -> list[str]:
    wrong = [field for field in ("title", "published", "author") if not getattr(article, field)]
    if min(article.precision, article.recall) < LEAST_BODY:
        wrong.append(f"body P {article.precision:.3f} R {article.recall:.3f}")
    wrong += [f"leak {line[:80]!r}" for line in article.strays]
    wrong += ["category"] if article.category is False else []
    for name in ("captions", "attachments"):
        counts = getattr(article, name)
        if counts.wrong or counts.missed:
            wrong.append(f"{name} {counts.wrong} wrong, {counts.missed} missed")
    return wrong


def _listing_faults(listing: ListingScore) -> list[str]:
    links = listing.links
    wrong = [f"links {links.wrong} wrong, {links.missed} missed"] if links.wrong or links.missed else []
    return wrong if listing.next_page else [*wrong, "next_page"]
