"""Nothing is fetched outside a site's hosts, and no private address that the definition does not name."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest

from crawler.resolver import is_public

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from crawler.definitions import SiteDefinition


class ForbiddenHost(IgnoreRequest):
    """Raised by HostGuard for an address that the site's definition does not allow; `reason` is for the frontier."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{reason}: {url}")
        self.reason = reason


def forbidden_reason(url: str, site: SiteDefinition) -> str | None:
    """Why an address must not be fetched, or None."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "scheme"
    if parts.scheme not in ("http", "https"):
        return "scheme"
    if not site.host_allowed(url):
        return "other_host"
    host = parts.hostname or ""
    if _is_address(host) and not is_public(host) and not site.allows_private(parts.netloc):
        return "private_address"
    return None


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class HostGuard:
    """Refuses requests, those of robots.txt and redirects included."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> HostGuard:
        """Make the middleware."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise ForbiddenHost for what must not be fetched."""
        site = getattr(self.crawler.spider, "site", None)
        if site is None:
            return
        reason = forbidden_reason(request.url, site)
        if reason is not None:
            raise ForbiddenHost(request.url, reason)
