"""A page through all of it: decoding, analysis, the record, the pipelines, the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.analysis import Analysis, analyse
from crawler.extraction.article import Article
from operations.extraction import SavedPage, item_of, record
from pipelines.documents import document
from storage.schema import ARTICLE
from tests.fuzz.rules import broken_document, broken_rules

FETCHED = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
URL = "https://so-thu.example/tin-tuc/mo-lop-day-dan-lat-17.html"
PAGE = SavedPage("mutant", Path("mutant.html"), URL, FETCHED)
# What storage adds to a document.
KEPT: dict[str, Any] = {"revision": 1, "first_seen_at": FETCHED, "updated_at": FETCHED}


def read(body: bytes) -> Analysis:
    """Analyse a page as a crawl does."""
    return analyse(body, URL, fetched_at=FETCHED)


def faults(body: bytes) -> Iterator[str]:
    """Yield what is wrong with what becomes of a page."""
    found = read(body)
    yield from broken_rules(printed(found), FETCHED)
    yield from broken_document(stored(found.article), ARTICLE)


def printed(found: Analysis) -> dict[str, Any]:
    """The record of a page, as `sotin extract` prints it."""
    listing = found.listing if found.kind in ("listing", "home") else None
    links = [link.printed or link.url for link in listing.links] if listing else []
    article = replace(found.article, warnings=found.warnings)
    return record(PAGE, found.kind, article, links, listing.next_page if listing else None)


def stored(article: Article) -> dict[str, Any]:
    """The document of an article. Without a title it would be rejected, so that one is given if need be."""
    item = item_of(PAGE, article, "so-thu")
    item.title = item.title or "Không có tiêu đề"
    return document(item) | KEPT
