"""The one spider. A site is data: `spider_for` makes a class of it for Scrapy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider, IgnoreRequest
from scrapy.http.request import NO_CALLBACK
from twisted.python.failure import Failure

from crawler.extensions.ledger import Ledger
from crawler.extensions.readers import Readers
from crawler.requests import request_for
from crawler.responses import NO_ANSWER, failure_reason
from crawler.span import Span
from crawler.tasks import Task
from crawler.visit import Visit

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.definitions import SiteDefinition
    from crawler.items import ArticleItem
    from crawler.reading import PageSource, Reading

# What stays open on a loopback host that a definition names: practice runs and tests need no politeness.
LOOPBACK_SETTINGS: Mapping[str, Any] = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
}


class DepartmentSpider(Spider):
    """Crawls one department: lists from the top, new and due articles, nothing twice."""

    site: ClassVar[SiteDefinition]

    def __init__(self, since: str | None = None, until: str | None = None, limit: str | int | None = None) -> None:
        super().__init__(self.site.id)
        self.span = Span.of(since, until)
        self.limit = int(limit) if limit is not None else None
        self.visit: Visit

    @property
    def ledger(self) -> Ledger:
        """The run's records."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is None or ledger.frontier is None:
            raise CloseSpider("mongodb_unavailable")
        return ledger

    async def start(self) -> AsyncIterator[Request]:
        """What a run begins with: the start addresses and sections, then whatever is unfinished or due."""
        self.visit = Visit(self.site, self.ledger, self.span, self.limit, self.fetch, self.read)
        self.crawler.signals.connect(self.robots_parsed, signal=signals.robots_parsed)
        for task in await self.visit.begin():
            yield request_for(task, self.parse, self.failed)

    async def parse(self, response: Response) -> AsyncIterator[Request | ArticleItem]:
        """Understand one answer; yields an item if it is an article, and requests for what it leads to."""
        task: Task = response.meta["task"]
        outcome = await self.visit.take(task, response, datetime.now(UTC))
        self.crawler.stats.set_value("sotin/lists", self.visit.listings.lists)
        for follow in outcome.follow:
            yield request_for(follow, self.parse, self.failed)
        if outcome.post is not None:
            yield request_for(outcome.post.task, self.parse, self.failed, form=outcome.post.form)
        if outcome.item is not None:
            yield outcome.item
        # Last, so that what the page leads to does not wait for a batch to be written.
        await asyncio.gather(*outcome.endings)

    async def fetch(self, task: Task) -> Response | None:
        """Get a further page of an article at once, through all middlewares; None if there is no answer."""
        request = request_for(task, NO_CALLBACK, None)
        try:
            return await self.crawler.engine.download_async(request)
        except (IgnoreRequest, *NO_ANSWER) as error:
            self.logger.info("%s: %s", task.url, error)
            return None

    async def read(self, source: PageSource) -> Reading:
        """Understand a page; PageUnread if that takes more than a page may take."""
        readers = self.crawler.get_extension(Readers)
        if readers is None:
            raise CloseSpider("readers_missing")
        reading = await readers.pool.read(source)
        if reading.is_list and self.ledger.memory is not None:
            self.ledger.memory.see_list(source.url, reading.article.sketch, source.fetched_at)
        return reading

    def robots_parsed(self, robotparser: Any) -> None:
        """Keep the sitemaps that robots.txt names."""
        self.visit.sitemaps += list(robotparser.rp.sitemaps)

    async def failed(self, failure: Failure) -> AsyncIterator[Request]:
        """Write down why an address could not be fetched; another one takes its place within the limit."""
        request: Request = failure.request  # type: ignore[attr-defined]
        state, reason = failure_reason(failure)
        await self.visit.endings.lost(request.meta["task"], state, reason)
        for follow in self.visit.listings.release() if request.meta["task"].role == "article" else ():
            yield request_for(follow, self.parse, self.failed)


def spider_for(site: SiteDefinition) -> type[DepartmentSpider]:
    """Return the spider class of one site, with the politeness of its definition as settings."""
    settings: dict[str, Any] = dict(LOOPBACK_SETTINGS) if site.is_loopback else {}
    settings["ROBOTSTXT_OBEY"] = site.politeness.robots
    if site.politeness.delay_s is not None:
        settings |= {"DOWNLOAD_DELAY": site.politeness.delay_s}
    if site.politeness.concurrency is not None:
        settings |= {"CONCURRENT_REQUESTS_PER_DOMAIN": site.politeness.concurrency}
    name = f"Site_{site.id.replace('-', '_')}"
    namespace = {"name": site.id, "site": site, "custom_settings": settings, "__doc__": site.name}
    return type(name, (DepartmentSpider,), namespace)
