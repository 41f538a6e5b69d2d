from __future__ import annotations

import pytest
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.responses import failure_reason, redirect_target

HERE = "http://so-a.example/tin/1"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/tin/2", "http://so-a.example/tin/2"),
        ("//other.example/", "http://other.example/"),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_redirect_target_is_absolute_or_none(location: str, target: str | None) -> None:
    assert redirect_target(Response(HERE, status=302, headers={"Location": location})) == target


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (DownloadCancelledError("too much"), "too_large"),
        (IgnoreRequest("its body exceeded DOWNLOAD_MAXSIZE (1 B) during decompression"), "too_large"),
        (DownloadTimeoutError("late"), "timeout"),
        (OSError("away"), "OSError"),
    ],
)
def test_failure_reason_names_what_failed(error: Exception, reason: str) -> None:
    failure = Failure(error)  # type: ignore[no-untyped-call]
    assert failure_reason(failure) == ("failed", reason)
