"""Archive first: every response is appended to the site's WARC file before anything else sees it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import signals

from storage.archive import ArchiveWriter
from storage.locate import archive_folder

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class ArchiveResponses:
    """Appends responses as they were received, and leaves where each stands in `meta["snapshot"]`."""

    def __init__(self, writer: ArchiveWriter) -> None:
        self.writer = writer

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ArchiveResponses:
        """Make the middleware; the archive stands in the data folder."""
        middleware = cls(ArchiveWriter(archive_folder(), crawler.spidercls.name))
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive one response."""
        address = response.ip_address
        snapshot = self.writer.append(
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
        request.meta["snapshot"] = asdict(snapshot)
        return response

    def spider_closed(self, spider: Spider) -> None:
        """Close the archive file."""
        self.writer.close()
