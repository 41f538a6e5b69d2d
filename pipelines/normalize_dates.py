"""Third step: the publication time from the best date slot that can be read, beside what was printed."""

from __future__ import annotations

from datetime import UTC

from crawler.items import ArticleItem
from vietnamese.dates import parse


def normalize_dates(item: ArticleItem, *, fetch_time_known: bool = True) -> ArticleItem:
    """Set the `published_*` fields. "2 giờ trước" is a date only where the fetch time is known."""
    for slot in item.date_slots:
        found = parse(slot.raw, item.fetched_at, item.date_order)
        if found is None or ("relative" in found.flags and not fetch_time_known):
            continue
        item.published_at = found.value.astimezone(UTC)
        item.published_on = found.value.date().isoformat()
        item.published_precision = found.precision
        item.published_raw = slot.raw
        item.published_source = slot.source
        item.published_flags = list(found.flags)
        return item
    return item


class NormalizeDates:
    """`normalize_dates` as a pipeline."""

    def process_item(self, item: ArticleItem) -> ArticleItem:
        """Date one item."""
        return normalize_dates(item)
