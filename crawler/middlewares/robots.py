"""robots.txt obeyed, also where it cannot be had: an unreachable one forbids everything (RFC 9309, 2.3.1.4)."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)

SERVER_ERROR = 500
# RFC 9309, 2.5: at least this much is to be read. The parser took two minutes and 400 MB for 23 MB.
MOST_BYTES = 500 * 1024


class RobotsUnreachable(IgnoreRequest):
    """Raised for every address of a host whose robots.txt could not be read in this run."""


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware, which takes a missing answer for a permission.

    It also gives every request but the first of those that wait for one robots.txt no parser at all (2.19: a Deferred
    has one result for one waiter), so that waiting is done here.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        # Its message is a traceback of sixty lines; `_robots_error` says it in one. Done here, since Scrapy's
        # logging configuration, which comes after the import, sets the levels of all its loggers anew.
        logging.getLogger("scrapy.downloadermiddlewares.robotstxt").setLevel(logging.CRITICAL)
        self._reading: dict[str, asyncio.Future[RobotParser | None]] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the parsed robots.txt of the request's host, None if it is unreachable."""
        host = urlsplit(request.url).netloc
        if host not in self._reading:
            self._reading[host] = asyncio.ensure_future(super().robot_parser(request))
        return await asyncio.shield(self._reading[host])

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raise IgnoreRequest for what robots.txt forbids."""
        if rp is None:
            raise RobotsUnreachable(f"robots.txt of {urlsplit(request.url).netloc} is unreachable")
        super().process_request_2(rp, request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= SERVER_ERROR:
            self._robots_error(OSError(f"robots.txt answered {response.status}"), netloc)
            return
        await super()._parse_robots(response.replace(body=response.body[:MOST_BYTES]), netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        logger.warning("robots.txt of %s is unreachable, so nothing is fetched there: %s", netloc, exc)
        super()._robots_error(exc, netloc)
