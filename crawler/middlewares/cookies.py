"""Cookies without a look at the internet: Scrapy judges their domains by a list that it downloads where it can."""

from __future__ import annotations

from collections.abc import Iterable
from http.cookiejar import Cookie

from scrapy import Request
from scrapy.downloadermiddlewares import cookies as scrapy_cookies
from scrapy.http.cookies import CookieJar
from tldextract import TLDExtract


class Cookies(scrapy_cookies.CookiesMiddleware):
    """Scrapy's middleware, with the list of public suffixes that comes with tldextract."""

    _offline = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)

    def _process_cookies(self, cookies: Iterable[Cookie], *, jar: CookieJar, request: Request) -> None:
        scrapy_cookies._split_domain = self._offline
        super()._process_cookies(cookies, jar=jar, request=request)
