"""The run's records: the run document, the frontier, and the batches that carry articles into MongoDB."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from scrapy import signals

from crawler.expectations import Seen, raise_alerts
from crawler.frontier import NOT_FETCHED, Frontier
from crawler.site_memory import SiteMemory
from storage.articles import Articles, Outcome
from storage.batch import BatchWriter
from storage.client import connect, database, ping
from storage.errors import StorageError
from storage.furniture import FurnitureStore
from storage.locate import mongodb_uri
from storage.pages import Pages
from storage.rejected import Rejected
from storage.runs import Runs
from storage.schema import STATES, UNFINISHED
from storage.setup import prepare
from storage.snapshots import Snapshots

if TYPE_CHECKING:
    from pymongo import AsyncMongoClient
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.definitions import Expected

logger = logging.getLogger(__name__)

INTERRUPTED = ("shutdown", "cancelled")


class Ledger:
    """Opens the database when a spider opens, and closes the run document when it ends."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.frontier: Frontier | None = None
        self.memory: SiteMemory | None = None
        self.problem: str | None = None
        self.alerts: list[str] = []
        self._indexing: set[asyncio.Future[None]] = set()
        self._last_words: list[Callable[[], Awaitable[None]]] = []
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
        except StorageError as error:
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
        self._articles: BatchWriter[Mapping[str, Any], Outcome] = BatchWriter(self._upsert)
        self._index: BatchWriter[Mapping[str, Any], None] = BatchWriter(self._record_snapshots)
        memory = SiteMemory(site, FurnitureStore(db))
        await memory.load()
        self.memory = memory
        pages = Pages(db)
        await self._close_abandoned(site, pages)
        await self.runs.start({"_id": self.run_id, "site": site, "version": version("sotin")})
        self.frontier = Frontier(site, self.run_id, pages)

    async def _close_abandoned(self, site: str, pages: Pages) -> None:
        """Give the runs that were killed an end, with the states that they left behind."""
        for run in await self.runs.abandoned(site):
            counts = await pages.counts(site, run["_id"])
            fields = {"status": "interrupted", "finish_reason": "killed", "counts": counts}
            await self.runs.finish(run["_id"], fields | {"discovered": sum(counts.values())})

    async def _upsert(self, documents: list[Mapping[str, Any]]) -> list[Outcome | Exception]:
        """Store a batch; what was rejected once at these addresses, and is good now, is rejected no more."""
        outcomes = await self.articles.upsert_batch(documents)
        await self.rejected.forget(self.crawler.spidercls.name, [document["url"] for document in documents])
        return outcomes

    async def _record_snapshots(self, documents: list[Mapping[str, Any]]) -> list[None]:
        await self.snapshots.record_many(documents)
        return [None] * len(documents)

    async def store(self, document: Mapping[str, Any]) -> Outcome:
        """Store one article document; returns when MongoDB has acknowledged it."""
        return await self._articles.submit(document)

    def index(self, snapshot: Mapping[str, Any] | None) -> None:
        """Add one archived response to the index of the archive, soon: the files alone suffice to rebuild it."""
        if snapshot is None:
            return
        entry = {**snapshot, "site": self.crawler.spidercls.name, "run_id": self.run_id}
        self._indexing.add(task := asyncio.ensure_future(self._index.submit(entry)))
        task.add_done_callback(self._indexed)

    def _indexed(self, task: asyncio.Future[None]) -> None:
        self._indexing.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            logger.error("the index of the archive: %s", error)

    def before_closing(self, write: Callable[[], Awaitable[None]]) -> None:
        """Have `write` called when the crawl is over and the database still open."""
        self._last_words.append(write)

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
        try:
            if self.frontier is not None:
                await self._close(self.frontier, spider.name, reason)
        finally:
            if self._client is not None:
                await self._client.close()

    async def _close(self, frontier: Frontier, site: str, reason: str) -> None:
        for write in self._last_words:
            await write()
        await frontier.close()
        await self._articles.close()
        await self._index.close()
        await asyncio.gather(*self._indexing, return_exceptions=True)
        if reason in INTERRUPTED:
            now = datetime.now(UTC)
            await frontier.pages.leave_over(site, self.run_id, NOT_FETCHED, "interrupted", now)
        await self.runs.finish(self.run_id, await self._totals(site, reason))

    async def _totals(self, site: str, reason: str) -> dict[str, Any]:
        frontier = self.opened
        counts = dict.fromkeys(STATES, 0) | await frontier.pages.counts(site, self.run_id)
        reasons = {
            f"{state}_reasons": await frontier.pages.reasons(site, self.run_id, state)
            for state in ("not_due", "excluded", "rejected", "failed")
            if counts[state]
        }
        stats = self.crawler.stats
        self.alerts += await self._alerts(site, counts, frontier.discovered)
        return {
            "finished_at": datetime.now(UTC),
            "status": status_of(counts, self.alerts, reason),
            "finish_reason": reason,
            "discovered": frontier.discovered,
            "counts": counts,
            "requests": stats.get_value("downloader/request_count", 0),
            "bytes": stats.get_value("sotin/bytes", 0),
            "alerts": self.alerts,
            "furniture": {name: stats.get_value(f"sotin/furniture/{name}", 0) for name in ("stripped", "cleaned")},
            **reasons,
        }

    async def _alerts(self, site: str, counts: Mapping[str, int], discovered: int) -> list[str]:
        latest = [article async for article in self.articles.find(site, 1)]
        seen = Seen(
            counts=counts,
            discovered=discovered,
            lists=self.crawler.stats.get_value("sotin/lists", 0),
            first_run=len(await self.runs.latest(site, 2)) < 2,
            latest=latest[0].get("published_at") if latest else None,
        )
        expected: Expected = self.crawler.spider.site.expected  # type: ignore[union-attr]
        return raise_alerts(expected, seen, datetime.now(UTC))

    @property
    def opened(self) -> Frontier:
        """The frontier of a ledger that is open; RuntimeError if it is not."""
        if self.frontier is None:
            raise RuntimeError("the ledger is not open")
        return self.frontier


def status_of(counts: Mapping[str, int], alerts: Sequence[str], reason: str) -> str:
    """How a run ended: `ok` only if it came to its end, nothing is unfinished and no alert fired."""
    if reason in INTERRUPTED:
        return "interrupted"
    unfinished = any(counts[state] for state in UNFINISHED)
    return "failed" if unfinished or alerts or reason != "finished" else "ok"
