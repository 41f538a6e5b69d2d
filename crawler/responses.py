"""What an answer, or the lack of one, means for the address that was asked."""

from __future__ import annotations

from urllib.parse import urljoin

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.middlewares.hosts import ForbiddenHost
from crawler.middlewares.robots import RobotsUnreachable

REDIRECTS = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
NOT_MODIFIED = 304
# What Scrapy raises where a server gave no whole answer.
NO_ANSWER = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    OSError,
)


def redirect_target(response: Response) -> str | None:
    """The absolute address that a redirect leads to, or None if the answer is none or leads nowhere."""
    location = response.headers.get("Location")
    if response.status not in REDIRECTS or not location:
        return None
    try:
        return urljoin(response.url, location.decode("utf-8", "replace").strip())
    except ValueError:
        return None


def content_type(response: Response) -> str | None:
    """The Content-Type header as text."""
    value = response.headers.get("Content-Type")
    return value.decode("latin-1") if value else None


def validators(response: Response) -> dict[str, str]:
    """The fields of the frontier that make the next request conditional (RFC 9110, section 13)."""
    found = {}
    for name, header in (("etag", "ETag"), ("last_modified", "Last-Modified")):
        value = response.headers.get(header)
        if value:
            found[name] = value.decode("latin-1")
    return found


def failure_reason(failure: Failure) -> tuple[str, str]:
    """The state and reason of an address for which no answer came."""
    error = failure.value
    if isinstance(error, ForbiddenHost):
        return "excluded", error.reason
    if isinstance(error, RobotsUnreachable):
        return "failed", "robots_unreachable"
    if isinstance(error, IgnoreRequest) and "robots.txt" in str(error):
        return "excluded", "robots"
    if isinstance(error, DownloadCancelledError) or "DOWNLOAD_MAXSIZE" in str(error):
        return "failed", "too_large"
    name = type(error).__name__
    return "failed", {"DownloadTimeoutError": "timeout", "CannotResolveHostError": "dns"}.get(name, name)
