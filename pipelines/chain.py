"""The pure steps, one after the other, for pages and dumps outside a crawl."""

from __future__ import annotations

from crawler.items import ArticleItem
from pipelines.normalize_dates import normalize_dates
from pipelines.normalize_text import normalize_text
from pipelines.strip_boilerplate import strip_boilerplate


def clean(item: ArticleItem, *, fetch_time_known: bool = True) -> ArticleItem:
    """Strip, normalize and date an item as a crawl does."""
    return normalize_dates(normalize_text(strip_boilerplate(item)), fetch_time_known=fetch_time_known)
