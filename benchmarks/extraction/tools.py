"""A tool takes a labelled page and answers with the fields of CONTRACT that it knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.extraction.gold import GoldPage
from crawler.memory.furniture import Furniture
from operations.extraction import SavedPage, extract_page, extracted
from operations.saved_sites import furniture_of

Prediction = dict[str, Any]
ARTICLE_FIELDS = frozenset({"title", "published_at", "author", "body"})
ALL_FIELDS = ARTICLE_FIELDS | {"kind", "category", "captions", "attachments", "links", "next_page"}


@dataclass(frozen=True, slots=True)
class Tool:
    """`extract` never sees the labels but the address and the fetch time; `gives` are the fields it has at all."""

    name: str
    extract: Callable[[GoldPage], Prediction]
    gives: frozenset[str] = ARTICLE_FIELDS


def sotin(page: GoldPage) -> Prediction:
    """This project: the page's bytes through extraction and pipelines, nothing known of its site."""
    return extract_page(_saved(page))


def with_memory(pages: Sequence[GoldPage]) -> Tool:
    """This project with what each site's own pages taught of its furniture, learned before the clock starts."""
    known = {host: _learned([page for page in pages if page.host == host]) for host in {page.host for page in pages}}
    return Tool("sotin", lambda page: extract_page(_saved(page), known[page.host]), ALL_FIELDS)


def _learned(pages: Sequence[GoldPage]) -> Furniture:
    return furniture_of([extracted(_saved(page)) for page in pages])


def _saved(page: GoldPage) -> SavedPage:
    return SavedPage(page.id, page.file, page.url, page.fetched_at)


WITHOUT_MEMORY = Tool("sotin (no memory)", sotin, ALL_FIELDS)
