"""The tables of the extraction benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.extraction.scoring.page import ArticleScore, ListingScore, PageScore
from benchmarks.extraction.scoring.totals import Figures
from benchmarks.extraction.timing import Outcome
from benchmarks.extraction.tools import Tool
from benchmarks.tables import Cell, table

# Figure, heading, and the field that a tool must give to have the figure.
COLUMNS = (
    ("kind", "kind", "kind"),
    ("title", "title", "title"),
    ("published", "date", "published_at"),
    ("published_day", "day", "published_at"),
    ("author", "author", "author"),
    ("body_precision", "bodyP", "body"),
    ("body_recall", "bodyR", "body"),
    ("body_f1", "bodyF1", "body"),
    ("leak", "leak", "body"),
    ("captions_f1", "capF1", "captions"),
    ("attachments_recall", "attR", "attachments"),
    ("attachments_precision", "attP", "attachments"),
    ("links_precision", "linkP", "links"),
    ("links_recall", "linkR", "links"),
    ("next_page", "next", "next_page"),
)
HEADINGS = tuple(heading for _, heading, _ in COLUMNS)
LEAST_BODY = 0.9995


def beside_each_other(outcomes: Sequence[Outcome], figures: Mapping[str, Figures]) -> str:
    """A line a tool: its figures, by the tool's name, and its time."""
    rows = [[o.tool.name, *_cells(figures[o.tool.name], o.tool), f"{o.median_ms:.1f}"] for o in outcomes]
    return table(["", *HEADINGS, "ms/page"], rows)


def by_group(tool: Tool, groups: Mapping[str, Figures]) -> str:
    """A line a group of pages, for one tool."""
    return table(["", *HEADINGS], [[name, *_cells(figures, tool)] for name, figures in groups.items()])


def _cells(figures: Figures, tool: Tool) -> list[Cell]:
    return [figures.get(figure) if field in tool.gives else None for figure, _, field in COLUMNS]


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
    wrong += [f"leak {line[:80]!r}" for line in article.leaks]
    for name in ("captions", "attachments"):
        counts = getattr(article, name)
        if counts.wrong or counts.missed:
            wrong.append(f"{name} {counts.wrong} wrong, {counts.missed} missed")
    return wrong


def _listing_faults(listing: ListingScore) -> list[str]:
    links = listing.links
    wrong = [f"links {links.wrong} wrong, {links.missed} missed"] if links.wrong or links.missed else []
    return wrong if listing.next_page else [*wrong, "next_page"]
