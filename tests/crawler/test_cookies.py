from __future__ import annotations

import socket

import pytest
from scrapy import Request
from scrapy.http import Response

from crawler.middlewares.cookies import Cookies
from settings import base


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("the internet was asked")


@pytest.mark.parametrize(
    ("domain", "kept"), [("so-a.gov.vn", True), ("gov.vn", False), ("other.gov.vn", False), (None, True)]
)
def test_cookies_judges_domains_without_a_download(
    domain: str | None, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    cookies = Cookies()
    request = Request("https://so-a.gov.vn/")
    value = "seen=1; path=/" + (f"; domain={domain}" if domain else "")
    cookies.process_response(request, Response(request.url, headers={"Set-Cookie": value}))
    following = Request("https://so-a.gov.vn/tin")
    cookies.process_request(following)
    assert (following.headers.get("Cookie") == b"seen=1") is kept


def test_settings_replace_the_cookies_that_download() -> None:
    middlewares = base.DOWNLOADER_MIDDLEWARES
    assert middlewares["scrapy.downloadermiddlewares.cookies.CookiesMiddleware"] is None
    assert middlewares["crawler.middlewares.cookies.Cookies"] == 700
