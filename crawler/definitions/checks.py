"""What a single value must be; each check raises a ValueError that says what would be right."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from crawler.definitions.hosts import HostEntry, host_port

DATE_ORDERS = ("dmy", "mdy", "ymd")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_INTERVAL = re.compile(r"(\d{1,4})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_EMPTY = LexborHTMLParser("<html></html>")


def check_id(text: str) -> None:
    """Accept lower-case letters, digits and single hyphens between them, 64 at most (part of file names)."""
    if not _ID.fullmatch(text) or len(text) > 64:
        raise ValueError('lower-case letters, digits and hyphens, such as "khanhhoa-skhcn"')


def check_platform(text: str) -> None:
    """Accept a name that is formed like an id."""
    if not _ID.fullmatch(text):
        raise ValueError('lower-case letters, digits and hyphens, such as "nukeviet"')


def check_host(text: str) -> None:
    """Accept a host, with a port or without; an address that is not public must have one."""
    entry = HostEntry.of(text)
    if entry.port is None and not entry.is_public:
        raise ValueError(f'a loopback or private address with its port, such as "{text}:80"')


def check_url(text: str) -> None:
    """Accept an absolute http(s) address."""
    if host_port(text)[1] is None or re.search(r"\s", text):
        raise ValueError('an absolute address, such as "https://dost.example.gov.vn/"')
    if urlsplit(text).username is not None:
        raise ValueError("an address without user and password")


def check_css(text: str) -> None:
    """Accept a selector that the extraction's own engine compiles."""
    try:
        _EMPTY.css(text)
    except SelectolaxError as error:
        raise ValueError('a CSS selector, such as "div.content > h1"') from error


def check_date_order(text: str) -> None:
    """Accept one of the orders in which a site may print day, month and year."""
    if text not in DATE_ORDERS:
        raise ValueError("one of " + ", ".join(DATE_ORDERS))


def parse_interval(text: str) -> timedelta:
    """Return "90m", "6h" or "2d" as a time span between 10 minutes and 90 days."""
    match = _INTERVAL.fullmatch(text)
    span = timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else timedelta(0)
    if not timedelta(minutes=10) <= span <= timedelta(days=90):
        raise ValueError('a span from "10m" to "90d", in minutes, hours or days')
    return span
