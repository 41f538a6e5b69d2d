"""429 and Retry-After obeyed: the whole site pauses, and goes on more slowly."""

from __future__ import annotations

import asyncio
import logging
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import get_retry_request

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

TOO_MANY_REQUESTS = 429
UNAVAILABLE = 503
LONGEST_PAUSE_S = 300.0
PAUSE_WITHOUT_HEADER_S = 30.0
# A server that counts requests a minute refuses again right after the pause; the usual two retries are too few.
RETRIES = 10
SLOWEST_DELAY_S = 5.0


def pause_seconds(header: str | None, now: float) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110: seconds or an HTTP date), at most LONGEST_PAUSE_S."""
    if not header:
        return None
    header = header.strip()
    if header.isascii() and header.isdigit():
        return min(float(header), LONGEST_PAUSE_S)
    try:
        wanted = parsedate_to_datetime(header).timestamp() - now
    except (ValueError, OverflowError):
        return None
    return min(max(wanted, 0.0), LONGEST_PAUSE_S)


class RetryAfter:
    """Holds all requests of the crawl back until the server's pause is over."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.resume_at = 0.0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RetryAfter:
        """Make the middleware."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait while a pause lasts."""
        while (wait := self.resume_at - time.monotonic()) > 0:
            await asyncio.sleep(wait)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Turn 429, and 503 with a Retry-After, into a later try."""
        header = response.headers.get("Retry-After")
        named = pause_seconds(header.decode("latin-1") if header else None, time.time())
        if response.status != TOO_MANY_REQUESTS and not (response.status == UNAVAILABLE and named is not None):
            return response
        pause = PAUSE_WITHOUT_HEADER_S if named is None else named
        self.resume_at = max(self.resume_at, time.monotonic() + pause)
        self._slow_down(request)
        logger.info("%s answered %s: pausing %.0f s", request.url, response.status, pause)
        spider = self.crawler.spider
        if spider is None:
            return response
        return get_retry_request(request, spider=spider, reason="retry_after", max_retry_times=RETRIES) or response

    def _slow_down(self, request: Request) -> None:
        downloader = self.crawler.engine.downloader
        slot = downloader.slots.get(downloader.get_slot_key(request))
        if slot is not None:
            slot.concurrency = 1
            slot.delay = min(max(slot.delay * 1.5, 0.25), SLOWEST_DELAY_S)
