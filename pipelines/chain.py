"""The pure steps, one after the other, for pages and dumps outside a crawl."""

from __future__ import annotations

from crawler.items import ArticleItem
from crawler.memory.furniture import Furniture
from pipelines.normalize_dates import normalize_dates
from pipelines.normalize_text import normalize_text
from pipelines.strip_boilerplate import NOTHING_KNOWN, strip_boilerplate


def clean(item: ArticleItem, *, furniture: Furniture = NOTHING_KNOWN, fetch_time_known: bool = True) -> ArticleItem:
    """Strip, normalize and date an item as a crawl does that knows this furniture."""
    return normalize_dates(normalize_text(strip_boilerplate(item, furniture)), fetch_time_known=fetch_time_known)
