"""The processes that read pages, for as long as a crawl runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals

from crawler.reading import ReaderPool, SharedPool
from crawler.reading.pool import default_size

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

SHARED = SharedPool()


class Readers:
    """Opens the process's shared pool with a spider, and gives it back with it."""

    def __init__(self, crawler: Crawler) -> None:
        wanted = crawler.settings.get("READING_PROCESSES")
        self.size = default_size() if wanted is None else int(wanted)
        self.pool: ReaderPool

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Readers:
        """Make the extension and connect it."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Open the pool."""
        self.pool = SHARED.open(self.size)
        self.pool.warm_up()

    def spider_closed(self) -> None:
        """Give the pool back."""
        SHARED.close()
