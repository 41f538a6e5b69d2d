"""A bare Scrapy spider for the practice department: one item a page, no pipelines.

python -m benchmarks.crawl.bare ADDRESS

It follows the lists and articles that `sotin crawl` follows, with the same concurrency.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from crawler.spiders.department import LOOPBACK_SETTINGS
from practice.addresses import DETAIL, LISTING
from settings import base

WANTED = re.compile(rf"https?://[^/]+(?:{DETAIL}/(?P<number>\d+)|{LISTING}(?:/[\w-]+)?(?:\?page=\d+)?$)")

SETTINGS: dict[str, Any] = {
    **LOOPBACK_SETTINGS,
    "CONCURRENT_REQUESTS": base.CONCURRENT_REQUESTS,
    "ROBOTSTXT_OBEY": True,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOG_LEVEL": "WARNING",
}


class BareSpider(Spider):
    """Every list and, once, every article."""

    name = "bare"

    def __init__(self, address: str) -> None:
        super().__init__()
        self.start_urls = [address]
        self.seen: set[str] = set()

    def parse(self, response: Response) -> Iterator[Request | dict[str, Any]]:
        """An item of the page, and requests for what it links to."""
        yield {"url": response.url, "title": response.css("title::text").get()}
        for href in response.css("a::attr(href)").getall():
            url = response.urljoin(href)
            found = WANTED.match(url)
            if found and self._is_new(found["number"] or url):
                yield response.follow(href, self.parse)

    def _is_new(self, page: str) -> bool:
        if page in self.seen:
            return False
        self.seen.add(page)
        return True


def main(arguments: list[str]) -> int:
    """Crawl the practice department at an address."""
    process = AsyncCrawlerProcess(SETTINGS)
    process.crawl(BareSpider, address=arguments[0])
    process.start()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
