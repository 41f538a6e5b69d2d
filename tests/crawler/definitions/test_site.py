"""The questions that a crawl asks a definition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from crawler.definitions import SiteDefinition

Define = Callable[..., SiteDefinition]


ALLOWED = [
    ("dost.example.gov.vn", "https://dost.example.gov.vn/tin/1.html"),
    ("dost.example.gov.vn", "http://dost.example.gov.vn"),
    ("dost.example.gov.vn", "http://DOST.example.gov.vn:80/?a=1#b"),
    ("dost.example.gov.vn", "https://dost.example.gov.vn:443/"),
    ("dost.example.gov.vn", "http://dost.example.gov.vn:443/"),
    ("dost.example.gov.vn", "https://www.dost.example.gov.vn/"),
    ("dost.example.gov.vn", "https://dost.example.gov.vn./"),
    ("www.dost.example.gov.vn", "https://dost.example.gov.vn/"),
    ("dost.example.gov.vn:8080", "http://dost.example.gov.vn:8080/tin"),
    ("dost.example.gov.vn:443", "https://dost.example.gov.vn/tin"),
    ("127.0.0.1:8091", "http://127.0.0.1:8091/"),
    ("127.0.0.1:80", "http://127.0.0.1/"),
    ("[::1]:8091", "http://[::1]:8091/"),
]
REFUSED = [
    ("dost.example.gov.vn", "https://example.gov.vn/"),
    ("dost.example.gov.vn", "https://tin.dost.example.gov.vn/"),
    ("dost.example.gov.vn", "https://xdost.example.gov.vn/"),
    ("dost.example.gov.vn", "https://www.www.dost.example.gov.vn/"),
    ("dost.example.gov.vn", "https://dost.example.gov.vn.evil.vn/"),
    ("dost.example.gov.vn", "https://dost.example.gov.vn@evil.vn/"),
    ("dost.example.gov.vn", "https://evil.vn/?https://dost.example.gov.vn/"),
    ("dost.example.gov.vn", "http://dost.example.gov.vn:8080/"),
    ("dost.example.gov.vn", "http://dost.example.gov.vn:abc/"),
    ("dost.example.gov.vn", "ftp://dost.example.gov.vn/"),
    ("dost.example.gov.vn", "file:///etc/passwd"),
    ("dost.example.gov.vn", "data:text/html,dost.example.gov.vn"),
    ("dost.example.gov.vn", "javascript:void(0)"),
    ("dost.example.gov.vn", "//dost.example.gov.vn/"),
    ("dost.example.gov.vn", "/tin"),
    ("dost.example.gov.vn", "http://[dost.example.gov.vn/"),
    ("dost.example.gov.vn", ""),
    ("dost.example.gov.vn:8080", "http://dost.example.gov.vn/"),
    ("dost.example.gov.vn:8080", "http://www.dost.example.gov.vn:8080/"),
    ("127.0.0.1:8091", "http://127.0.0.1:8092/"),
    ("127.0.0.1:8091", "http://127.0.0.1/"),
    ("127.0.0.1:8091", "http://127.0.0.2:8091/"),
]


def start_of(host: str) -> str:
    return f'["http://{host}/"]'


@pytest.mark.parametrize(("host", "url"), ALLOWED)
def test_host_allowed(define: Define, host: str, url: str) -> None:
    assert define(hosts=f'["khac.vn", "{host}"]', start=start_of(host)).host_allowed(url)


@pytest.mark.parametrize(("host", "url"), REFUSED)
def test_host_not_allowed(define: Define, host: str, url: str) -> None:
    assert not define(hosts=f'["khac.vn", "{host}"]', start=start_of(host)).host_allowed(url)


@pytest.mark.parametrize(
    ("host", "netloc", "allowed"),
    [
        ("127.0.0.1:8091", "127.0.0.1:8091", True),
        ("127.0.0.1:8091", "127.0.0.1:8092", False),
        ("127.0.0.1:8091", "127.0.0.1", False),
        ("127.0.0.1:80", "127.0.0.1", True),
        ("localhost:8091", "LOCALHOST:8091", True),
        ("[::1]:8091", "[::1]:8091", True),
        ("noi-bo.example.vn:8080", "noi-bo.example.vn:8080", True),
        ("dost.example.gov.vn", "dost.example.gov.vn", False),
        ("dost.example.gov.vn", "dost.example.gov.vn:80", False),
        ("dost.example.gov.vn", "127.0.0.1:8091", False),
        ("127.0.0.1:8091", "", False),
        ("127.0.0.1:8091", "127.0.0.1:x", False),
    ],
)
def test_private_address_needs_an_entry_with_its_port(define: Define, host: str, netloc: str, allowed: bool) -> None:
    assert define(hosts=f'["{host}"]', start=start_of(host)).allows_private(netloc) is allowed


@pytest.mark.parametrize(
    ("hosts", "loopback"),
    [
        ('["127.0.0.1:8091"]', True),
        ('["127.0.0.1:8091", "[::1]:8091", "localhost:8091"]', True),
        ('["127.0.0.1:8091", "dost.example.gov.vn"]', False),
        ('["127.0.0.1:8091", "10.0.0.1:80"]', False),
        ('["127.0.0.1:8091", "dost.example.gov.vn:8080"]', False),
    ],
)
def test_is_loopback(define: Define, hosts: str, loopback: bool) -> None:
    assert define(hosts=hosts, start='["http://127.0.0.1:8091/"]').is_loopback is loopback


LAYOUTS = """
[[layouts]]
title = "h3"
[[layouts]]
title = "h1"
valid_until = 2024-12-31
[[layouts]]
title = "h2"
valid_until = 2025-06-30
"""


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (dt.date(2020, 1, 1), "h1"),
        (dt.date(2024, 12, 31), "h1"),
        (dt.date(2025, 1, 1), "h2"),
        (dt.date(2025, 7, 1), "h3"),
        (None, "h3"),
    ],
)
def test_layout_on_a_day(define: Define, day: dt.date | None, title: str) -> None:
    layout = define(LAYOUTS).layout_on(day)
    assert layout is not None
    assert layout.title == title


def test_layout_after_the_last_has_ended(define: Define) -> None:
    site = define('[[layouts]]\ntitle = "h1"\nvalid_until = 2024-12-31\n')
    assert site.layout_on(dt.date(2025, 1, 1)) is None
    assert site.layout_on(None) is None
    assert define().layout_on(dt.date(2025, 1, 1)) is None
