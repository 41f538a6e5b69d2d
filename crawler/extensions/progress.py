"""A line of progress on a terminal; nothing where standard error is a file or a pipe."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from scrapy import signals

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

EVERY_S = 0.2


class Progress:
    """Rewrites one line: pages fetched, articles stored, pages a second."""

    def __init__(self, crawler: Crawler) -> None:
        self.stats = crawler.stats
        self.begun = time.monotonic()
        self.printed = 0.0
        self.pages = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Progress:
        """Make the extension; it listens only where someone looks on."""
        progress = cls(crawler)
        if sys.stderr.isatty():
            crawler.signals.connect(progress.response_received, signal=signals.response_received)
            crawler.signals.connect(progress.spider_closed, signal=signals.spider_closed)
        return progress

    def response_received(self, response: Response, spider: Spider) -> None:
        """Count a page, and print if it is time."""
        self.pages += 1
        now = time.monotonic()
        if now - self.printed >= EVERY_S:
            self.printed = now
            self._print(spider.name, now)

    def _print(self, site: str, now: float) -> None:
        articles = self.stats.get_value("item_scraped_count", 0)
        rate = self.pages / max(now - self.begun, 0.001)
        sys.stderr.write(f"\r{site}: {self.pages} pages, {articles} articles, {rate:.1f} pages/s   ")
        sys.stderr.flush()

    def spider_closed(self, spider: Spider) -> None:
        """Leave the last line standing."""
        self._print(spider.name, time.monotonic())
        sys.stderr.write("\n")
