"""The figures of many pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.scoring.page import PageScore, Sets, score_page
from benchmarks.extraction.tools import Prediction

Figures = dict[str, float | None]


def score(pages: Iterable[GoldPage], predictions: Mapping[str, Prediction]) -> list[PageScore]:
    """Score all pages; a page without a prediction counts as an empty answer."""
    return [score_page(page, predictions.get(page.id, {})) for page in pages]


def totals(scores: Sequence[PageScore]) -> Figures:
    """Shares of pages, and precision and recall; None where no page is asked for it."""
    articles = [found.article for found in scores if found.article]
    listings = [found.listing for found in scores if found.listing]
    captions = sum((found.captions for found in articles), Sets())
    files = sum((found.attachments for found in articles), Sets())
    links = sum((found.links for found in listings), Sets())
    precision, recall = _mean(a.precision for a in articles), _mean(a.recall for a in articles)
    return {
        "kind": _mean(found.kind for found in scores),
        "title": _mean(a.title for a in articles),
        "published": _mean(a.published for a in articles),
        "published_day": _mean(a.published_day for a in articles),
        "author": _mean(a.author for a in articles),
        "published_wrong": sum(a.wrong_date for a in articles) if articles else None,
        "category": _mean(a.category for a in articles if a.category is not None),
        "body_precision": precision,
        "body_recall": recall,
        "body_f1": _harmonic(precision, recall),
        "leak": _mean(bool(a.leaks) for a in articles),
        "leak_any": _mean(bool(a.strays) for a in articles),
        "captions_f1": _share(2 * captions.right, 2 * captions.right + captions.wrong + captions.missed),
        "attachments_recall": _share(files.right, files.right + files.missed),
        "attachments_precision": _share(files.right, files.right + files.wrong),
        "links_precision": _share(links.right, links.right + links.wrong),
        "links_recall": _share(links.right, links.right + links.missed),
        "next_page": _mean(found.next_page for found in listings),
    }


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _harmonic(precision: float | None, recall: float | None) -> float | None:
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
