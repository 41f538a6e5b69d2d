"""Fourth step: an item that breaks a rule is kept among the rejected ones, with its reasons and its snapshot."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem

from crawler import schedule
from crawler.extensions.ledger import Ledger
from crawler.items import ArticleItem

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LONGEST_TITLE = 600
LONGEST_BODY = 2_000_000
REPLACEMENT = "�"
MOST_REPLACED = 0.02


def problems(item: ArticleItem) -> list[str]:
    """Why an item must not be stored; empty if all is well."""
    text = "\n".join(item.body)
    checks = {
        "no_title": not item.title,
        "title_too_long": len(item.title or "") > LONGEST_TITLE,
        "empty": not (item.body or item.attachments or item.images),
        "body_too_long": len(text) > LONGEST_BODY,
        "undecodable": bool(text) and text.count(REPLACEMENT) / len(text) > MOST_REPLACED,
    }
    return [name for name, broken in checks.items() if broken]


class Validate:
    """Drops items with problems, after they were written down."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Validate:
        """Make the pipeline."""
        return cls(crawler)

    async def process_item(self, item: ArticleItem) -> ArticleItem:
        """Pass a sound item on; DropItem for any other."""
        reasons = problems(item)
        if not reasons:
            return item
        ledger = self.crawler.get_extension(Ledger)
        if ledger is not None:
            await reject(ledger, item, reasons)
        raise DropItem(", ".join(reasons))


async def reject(ledger: Ledger, item: ArticleItem, reasons: list[str]) -> None:
    """Keep an item aside, and settle its address."""
    await ledger.rejected.record_many([rejection(item, reasons)])
    page = dict(item.page) | {"next_due_at": schedule.after(datetime.now(UTC), schedule.EXCLUDED_PAGE)}
    if ledger.frontier is not None:
        await ledger.frontier.finish(page.pop("url"), "rejected", ",".join(reasons), **page)


def rejection(item: ArticleItem, reasons: list[str]) -> dict[str, Any]:
    """The document of the `rejected` collection."""
    fields = ItemAdapter(item)
    kept = {name: fields[name] for name in ("title", "author", "category", "body", "captions", "published_raw")}
    return {
        "site": item.site,
        "url": item.url,
        "reasons": reasons,
        "snapshot": item.snapshot,
        "item": kept,
        "run_id": item.run_id,
        "at": datetime.now(UTC),
    }
