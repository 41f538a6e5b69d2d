"""Scrapy extensions that guard a run, so that `scrapy crawl` is as safe as `sotin crawl`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals

from operations.locks import SiteLock
from storage.locate import data_folder

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


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
