"""Last step: the article into MongoDB; its address counts as done only when that is acknowledged."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from crawler import schedule
from crawler.extensions.ledger import Ledger
from crawler.items import ArticleItem
from pipelines.documents import document
from pipelines.validate import reject
from storage.errors import DocumentRefused

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.frontier import Frontier


class Store:
    """Upserts articles in batches."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Store:
        """Make the pipeline."""
        return cls(crawler)

    async def process_item(self, item: ArticleItem) -> ArticleItem:
        """Store one item and settle its address."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is None or ledger.frontier is None:
            raise RuntimeError("the ledger is not open")
        try:
            outcome = await ledger.store(document(item))
        except DocumentRefused as error:
            await reject(ledger, item, [f"refused: {error}"])
            raise DropItem(str(error)) from error
        await settle(ledger.frontier, item, outcome)
        return item


async def settle(frontier: Frontier, item: ArticleItem, outcome: str) -> None:
    """Write down how an article's address ended and when it is checked again."""
    page = dict(item.page)
    now = datetime.now(UTC)
    if outcome == "new":
        interval = schedule.first_interval(item.published_at, now)
    else:
        interval = schedule.next_interval(page.get("interval_s"), changed=outcome == "changed")
    page |= {
        "interval_s": interval,
        "next_due_at": schedule.after(now, interval),
        "article_id": item.article_id,
    }
    await frontier.finish(page.pop("url"), outcome, None, **page)
