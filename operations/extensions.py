"""Scrapy extensions around a run, so that `scrapy crawl` does all that `sotin crawl` does."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from scrapy import signals

from crawler.extensions.ledger import Ledger
from operations.locks import SiteLock
from operations.recleaning import finish_cleaning, learn_and_clean
from storage.errors import StorageError
from storage.locate import data_folder, mongodb_uri
from storage.setup import opened
from storage.types import Database

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.definitions import SiteDefinition

logger = logging.getLogger(__name__)


class SiteLockExtension:
    """Holds the site's lock from the start of a crawl to its end."""

    def __init__(self, lock: SiteLock) -> None:
        self.lock = lock

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SiteLockExtension:
        """Take the lock; SiteBusy ends the crawl before it begins."""
        extension = cls(SiteLock(data_folder(), crawler.spidercls.name))
        extension.lock.acquire()
        crawler.signals.connect(extension.engine_stopped, signal=signals.engine_stopped)
        return extension

    def engine_stopped(self) -> None:
        """Release the lock, now that the run's records are written."""
        self.lock.release()


class Learning:
    """Learns the site's furniture when its crawl is over, and cleans the stored articles of it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Learning:
        """Make the extension and connect it."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        return extension

    async def spider_opened(self) -> None:
        """Do what a killed run left undone, before a fetched page is compared with what is stored; ask for a moment at
        the end of the run, before its record is closed."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is None:
            return
        ledger.before_closing(self.learn)
        await self._clean(finish_cleaning)

    async def learn(self) -> None:
        """Learn and clean."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is None or ledger.memory is None:
            return
        try:
            await ledger.memory.close()
        except StorageError as error:
            logger.error("the site's memory: %s", error)
        else:
            await self._clean(learn_and_clean)

    async def _clean(self, clean: Callable[[Database, SiteDefinition], Awaitable[int]]) -> None:
        """Clean stored articles; what fails here is left to the next run."""
        try:
            async with opened(mongodb_uri()) as db:
                cleaned = await clean(db, self.crawler.spider.site)  # type: ignore[union-attr]
        except StorageError as error:
            logger.error("the site's memory: %s", error)
        else:
            self.crawler.stats.inc_value("sotin/furniture/cleaned", cleaned)
