"""Addresses as pages write them, made absolute."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit

_NOWHERE = ("javascript:", "mailto:", "tel:", "data:", "#")
# Servers take 8 kB at most; what is longer is data, or a quote that was left open.
_LONGEST = 8_000
# A page's links are resolved once for what they offer and again for what they lead to; menus come with every page.
_REMEMBERED, _LONGEST_REMEMBERED = 4096, 500


def absolute(href: str, base: str) -> str | None:
    """The absolute http address of a link, spaces and Vietnamese letters escaped.

    None for scripts and placeholders, and for what leads nowhere: no host, or a port that cannot be.
    """
    return _remembered(href, base) if len(href) <= _LONGEST_REMEMBERED else _resolve(href, base)


def _resolve(href: str, base: str) -> str | None:
    href = href.strip().replace("\\", "/")
    if not href or len(href) > _LONGEST or href in ("/", ".") or href.lower().startswith(_NOWHERE):
        return None
    try:
        address = urljoin(base, href)
        if not _leads_somewhere(urlsplit(address)):
            return None
    except ValueError:
        return None
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")


_remembered = lru_cache(_REMEMBERED)(_resolve)


def base_address(declared: str | None, url: str) -> str:
    """What the links of the page at `url` are resolved against; `declared` is its `<base href>`, if there is one."""
    try:
        base = urljoin(url, (declared or "").strip())
        return base if _leads_somewhere(urlsplit(base)) else url
    except ValueError:
        return url


def _leads_somewhere(parts: SplitResult) -> bool:
    """Whether an address names a host; ValueError if its port is none."""
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
