"""Archive first: every response is appended to the site's WARC file before anything else sees it."""

from __future__ import annotations

import asyncio
import errno
import logging
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import IgnoreRequest

from storage.archive import ArchiveWriter, Snapshot
from storage.locate import archive_folder

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response


logger = logging.getLogger(__name__)

DISK_FULL = "disk_full"


class ArchiveResponses:
    """Appends responses as they were received, and leaves where each stands in `meta["snapshot"]`."""

    def __init__(self, crawler: Crawler, writer: ArchiveWriter) -> None:
        self.crawler = crawler
        self.writer = writer
        self._stopping: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ArchiveResponses:
        """Make the middleware; the archive stands in the data folder."""
        middleware = cls(crawler, ArchiveWriter(archive_folder(), crawler.spidercls.name))
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    async def process_response(self, request: Request, response: Response) -> Response:
        """Archive one response, in a thread: compressing and writing must not hold the crawl up."""
        try:
            request.meta["snapshot"] = asdict(await asyncio.to_thread(self._append, request, response))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            self._stop()
            raise IgnoreRequest("the disk is full") from error
        return response

    def _append(self, request: Request, response: Response) -> Snapshot:
        address = response.ip_address
        return self.writer.append(
            request.url,
            response.status,
            "",
            [(name, value) for name, values in response.headers.items() for value in values],
            response.body,
            datetime.now(UTC),
            request_headers=[(name, value) for name, values in request.headers.items() for value in values],
            request_body=request.body,
            method=request.method,
            ip=str(address) if address else None,
        )

    def _stop(self) -> None:
        """What cannot be archived must not be stored: end the crawl."""
        logger.error("the disk is full: %s", archive_folder())
        if self._stopping is None:
            self._stopping = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=DISK_FULL))

    def spider_closed(self, spider: Spider) -> None:
        """Close the archive file."""
        self.writer.close()
