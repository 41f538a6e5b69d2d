"""robots.txt's Crawl-delay: honoured up to 30 s, and only reported on a loopback host that a definition names."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.extensions.throttle import AutoThrottle

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

LONGEST_DELAY_S = 30.0


class CrawlDelay:
    """Raises the delay of a host's slot to what its robots.txt asks for."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CrawlDelay:
        """Make the extension and connect it."""
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: Any, request: Request) -> None:
        """Apply the delay of one robots.txt."""
        asked = robotparser.rp.crawl_delay(self.crawler.settings["USER_AGENT"])
        if not asked:
            return
        site = self.crawler.spider.site  # type: ignore[union-attr]
        if site.is_loopback:
            logger.info("%s asks for a Crawl-delay of %s s: not waited for on a loopback host", request.url, asked)
            return
        delay = min(float(asked), LONGEST_DELAY_S)
        downloader = self.crawler.engine.downloader
        slot = downloader.slots.get(downloader.get_slot_key(request))
        if slot is not None:
            slot.delay = max(slot.delay, delay)
        # AutoThrottle never goes below its least delay, nor do slots that are made later.
        throttle = self.crawler.get_extension(AutoThrottle)
        if throttle is not None:
            throttle.mindelay = max(throttle.mindelay, delay)
        downloader._delay = max(downloader._delay, delay)
