"""Saved pages and text dumps into records, through the same extraction and pipelines as a crawl; no database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.analysis import analyse
from crawler.discovery.identity import stable_id
from crawler.extraction.article import Article
from crawler.extraction.dumps import dump_kind, extract_dump
from crawler.extraction.sketches import Sketch
from crawler.items import ArticleItem
from crawler.memory.furniture import Furniture
from pipelines.chain import clean
from pipelines.strip_boilerplate import NOTHING_KNOWN
from vietnamese.dates import as_known
from vietnamese.encodings import decode_page

NO_ADDRESS = "about:blank"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One file to be extracted. `fetched_at` is aware, or None where it is not known; so may be the address."""

    id: str
    file: Path
    url: str | None = None
    fetched_at: datetime | None = None

    @property
    def is_dump(self) -> bool:
        """Whether the file is a text dump and no markup."""
        return self.file.suffix.lower() == ".txt"


@dataclass(frozen=True, slots=True)
class Extracted:
    """A saved page's record, with the fields of CONTRACT, and what the memory of its site may keep of the page."""

    page: SavedPage
    record: dict[str, Any]
    sketch: Sketch = field(default_factory=Sketch)


def extract_page(page: SavedPage, furniture: Furniture = NOTHING_KNOWN) -> dict[str, Any]:
    """The record of one saved page; OSError if its file cannot be read. `furniture` is what its site is known for."""
    return extracted(page, furniture).record


def extracted(page: SavedPage, furniture: Furniture = NOTHING_KNOWN) -> Extracted:
    """Extract one saved page; OSError if its file cannot be read."""
    body = page.file.read_bytes()
    return Extracted(page, dump_record(page, body)) if page.is_dump else _from_markup(page, body, furniture)


def _from_markup(page: SavedPage, body: bytes, furniture: Furniture) -> Extracted:
    found = analyse(body, page.url or NO_ADDRESS, fetched_at=page.fetched_at)
    is_list = found.kind in ("listing", "home")
    article = replace(found.article, warnings=found.warnings)
    links = list(dict.fromkeys(link.printed or link.url for link in found.listing.links)) if is_list else []
    next_page = found.listing.next_page if is_list else None
    return Extracted(page, record(page, found.kind, article, links, next_page, furniture), found.article.sketch)


def dump_record(page: SavedPage, body: bytes) -> dict[str, Any]:
    """The record of a text dump."""
    article = read_dump(page, body)
    return record(page, dump_kind(article), article, [], None)


def read_dump(page: SavedPage, body: bytes, date_order: str | None = None) -> Article:
    """Extract a text dump; how its bytes were decoded stands among the warnings."""
    decoded = decode_page(body, "text/plain")
    article = extract_dump(decoded.text, page.url, page.fetched_at, date_order)
    return replace(article, warnings=(*decoded.warnings, *article.warnings))


def item_of(page: SavedPage, article: Article, site: str = "", furniture: Furniture = NOTHING_KNOWN) -> ArticleItem:
    """An item as a crawl would make it. Relative dates count from the fetch time; without one they are not read."""
    now = page.fetched_at or datetime.now(UTC)
    key = stable_id(page.url) if page.url else ""
    item = ArticleItem(site=site, url=page.url or "", stable_id=key, fetched_at=now, run_id="")
    item.take(article)
    return clean(item, furniture=furniture, fetch_time_known=page.fetched_at is not None)


def record(
    page: SavedPage,
    kind: str,
    article: Article,
    links: list[str],
    next_page: str | None,
    furniture: Furniture = NOTHING_KNOWN,
) -> dict[str, Any]:
    """The JSON of CONTRACT for one page; fields that only articles have are empty for other kinds."""
    article = article if kind == "article" else Article(warnings=article.warnings)
    item = item_of(page, article, furniture=furniture)
    return {
        "id": page.id,
        "kind": kind,
        "title": item.title,
        "published_at": as_known(item.published_at, item.published_precision),
        "author": item.author,
        "category": item.category,
        "body": item.body,
        "captions": item.captions,
        "attachments": [{"url": a.url, "text": a.text} for a in item.attachments],
        "links": links,
        "next_page": next_page,
        "warnings": item.warnings,
    }
