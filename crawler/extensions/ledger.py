"""The run's records: the run document, the frontier, and the batches that carry articles into MongoDB."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import signals

from crawler.frontier import Frontier
from storage.articles import Articles, Outcome
from storage.batch import BatchWriter
from storage.client import MongoUnavailable, StorageRefused, connect, database, ping
from storage.locate import mongodb_uri
from storage.pages import Pages
from storage.rejected import Rejected
from storage.runs import Runs
from storage.setup import prepare
from storage.snapshots import Snapshots

if TYPE_CHECKING:
    from pymongo import AsyncMongoClient
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

logger = logging.getLogger(__name__)

STATES = ("new", "changed", "unchanged", "not_due", "excluded", "rejected", "pending", "failed", "gone")
UNFINISHED = ("pending", "failed")
INTERRUPTED = ("shutdown", "cancelled")


class Ledger:
    """Opens the database when a spider opens, and closes the run document when it ends."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.frontier: Frontier | None = None
        self.problem: str | None = None
        self.notes: list[str] = []
        site = crawler.spidercls.name
        self.run_id = f"{site}-{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
        self._client: AsyncMongoClient[dict[str, Any]] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Ledger:
        """Make the extension and connect it."""
        ledger = cls(crawler)
        crawler.signals.connect(ledger.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(ledger.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(ledger.spider_error, signal=signals.spider_error)
        crawler.signals.connect(ledger.response_received, signal=signals.response_received)
        return ledger

    async def spider_opened(self, spider: Spider) -> None:
        """Connect, bring the database up to date, and begin the run document."""
        try:
            await self._open(spider.name)
        except (MongoUnavailable, StorageRefused) as error:
            self.problem = str(error)
            logger.error("%s", error)

    async def _open(self, site: str) -> None:
        self._client = connect(mongodb_uri())
        await ping(self._client)
        db = database(self._client)
        await prepare(db)
        self.runs = Runs(db)
        self.rejected = Rejected(db)
        self.articles = Articles(db)
        self.snapshots = Snapshots(db)
        self._articles: BatchWriter[Mapping[str, Any], Outcome] = BatchWriter(self.articles.upsert_batch)
        self._index: BatchWriter[Mapping[str, Any], None] = BatchWriter(self._record_snapshots)
        await self.runs.start({"_id": self.run_id, "site": site, "started_at": datetime.now(UTC)})
        self.frontier = Frontier(site, self.run_id, Pages(db))

    async def _record_snapshots(self, documents: list[Mapping[str, Any]]) -> list[None]:
        await self.snapshots.record_many(documents)
        return [None] * len(documents)

    async def store(self, document: Mapping[str, Any]) -> Outcome:
        """Store one article document; returns when MongoDB has acknowledged it."""
        return await self._articles.submit(document)

    async def index(self, snapshot: Mapping[str, Any] | None) -> None:
        """Add one archived response to the index of the archive."""
        if snapshot is not None:
            await self._index.submit({**snapshot, "site": self.crawler.spidercls.name, "run_id": self.run_id})

    def note(self, text: str) -> None:
        """Keep a sentence for the run document and its reader, once."""
        if text not in self.notes:
            self.notes.append(text)

    def response_received(self, response: Response, request: Request, spider: Spider) -> None:
        """Count what came over the wire."""
        self.crawler.stats.inc_value("sotin/bytes", len(response.body))

    async def spider_error(self, failure: Failure, response: Response, spider: Spider) -> None:
        """Write down a callback that failed: its address is fetched again by the next run."""
        task = getattr(response, "meta", {}).get("task")
        if self.frontier is not None and task is not None:
            await self.frontier.finish(task.url, "failed", f"error:{type(failure.value).__name__}")

    async def spider_closed(self, spider: Spider, reason: str) -> None:
        """Close the batches and the run document."""
        if self.frontier is not None:
            await self.frontier.close()
            await self._articles.close()
            await self._index.close()
            await self.runs.finish(self.run_id, await self._totals(spider.name, reason))
        if self._client is not None:
            await self._client.close()

    async def _totals(self, site: str, reason: str) -> dict[str, Any]:
        pages = self.frontier.pages  # type: ignore[union-attr]
        counts = dict.fromkeys(STATES, 0) | await pages.counts(site, self.run_id)
        failed = any(counts[state] for state in UNFINISHED)
        stats = self.crawler.stats
        status = "interrupted" if reason in INTERRUPTED else "failed" if failed or reason != "finished" else "ok"
        return {
            "finished_at": datetime.now(UTC),
            "status": status,
            "finish_reason": reason,
            "discovered": sum(counts.values()),
            "counts": counts,
            "excluded_reasons": await pages.reasons(site, self.run_id, "excluded"),
            "failed_reasons": await pages.reasons(site, self.run_id, "failed"),
            "requests": stats.get_value("downloader/request_count", 0),
            "bytes": stats.get_value("sotin/bytes", 0),
            "notes": self.notes,
        }
