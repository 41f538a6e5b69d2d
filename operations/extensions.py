"""Scrapy extensions around a run, so that `scrapy crawl` does all that `sotin crawl` does."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from scrapy import signals

from crawler.extensions.ledger import Ledger
from operations.locks import SiteLock
from operations.recleaning import learn_and_clean
from storage.errors import StorageError
from storage.locate import data_folder, mongodb_uri
from storage.setup import opened

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

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

    def spider_opened(self) -> None:
        """Ask for a moment at the end of the run, before its record is closed."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is not None:
            ledger.before_closing(self.learn)

    async def learn(self) -> None:
        """Learn and clean; what fails here is left to the next run."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is None or ledger.memory is None:
            return
        try:
            await ledger.memory.close()
            async with opened(mongodb_uri()) as db:
                cleaned = await learn_and_clean(db, self.crawler.spider.site)  # type: ignore[union-attr]
        except StorageError as error:
            logger.error("the site's memory: %s", error)
        else:
            self.crawler.stats.inc_value("sotin/furniture/cleaned", cleaned)
