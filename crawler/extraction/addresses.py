"""Addresses as pages write them, made absolute."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

_NOWHERE = ("javascript:", "mailto:", "tel:", "data:", "#")


def absolute(href: str, base: str) -> str | None:
    """The absolute http address of a link, spaces and Vietnamese letters escaped; None for scripts and placeholders."""
    href = href.strip().replace("\\", "/")
    if not href or href in ("/", ".") or href.lower().startswith(_NOWHERE):
        return None
    try:
        address = urljoin(base, href)
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")
