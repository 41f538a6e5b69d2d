"""Scrapy extensions that guard a run, so that `scrapy crawl` is as safe as `sotin crawl`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals

from operations.locks import SiteLock
from storage.locate import data_folder

if TYPE_CHECKING:
    from scrapy import Spider
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
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_closed(self, spider: Spider) -> None:
        """Release the lock."""
        self.lock.release()
