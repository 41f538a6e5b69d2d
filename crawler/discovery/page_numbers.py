"""Which page of a list an address shows: `?page=2`, `?start=8`, `/page/2/`, `/trang-2.html`, Liferay's `_cur`."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from crawler.discovery.addresses import REMEMBERED, bare_host, canonical, parameters

PARAMETER = re.compile(
    r"page|p|pg|trang|paged|start|limitstart|offset|from|page_?(?:index|no|num|number|id)|pageindex|curr?ent_?page|currpage"
    r"|cur|\w*_cur|cp|page_?current|tp|tranghientai|so_?trang|begin|skip|pn|ipage|vpage|page\d|\w+page|\w*_page\w*"
    r"|_?paging\w*|first|pagefirstrow",
    re.IGNORECASE,
)
IN_PATH = (
    re.compile(r"/(?P<word>page|trang|p|paged|pages)[-_/=]?(?P<number>\d{1,5})(?P<tail>\.\w{2,5}|/)?$", re.IGNORECASE),
    re.compile(r"[-_./](?P<word>page|trang|p)[-_=]?(?P<number>\d{1,5})(?P<tail>\.\w{2,5}|/)?$", re.IGNORECASE),
    re.compile(r"(?P<word>)/(?P<number>\d{1,3})(?P<tail>/|\.html?)?$"),
)


def page_number(url: str) -> int | None:
    """Give the number with which an address names a page of a list (an offset counts), None if it names none.

    Numbers are comparable only between addresses of one `list_address`.
    """
    parts = urlsplit(canonical(url))
    for name, value in parameters(parts.query):
        if PARAMETER.fullmatch(name) and re.fullmatch(r"\d{1,6}", value):
            return int(value)
    for form in IN_PATH[:2]:
        match = form.search(parts.path)
        if match:
            return int(match["number"])
    return None


@lru_cache(maxsize=REMEMBERED)
def list_address(url: str) -> str:
    """Give the address of the list of which an address shows a page: without scheme and what names the page."""
    parts = urlsplit(canonical(url))
    kept = [
        f"{name}={value}"
        for name, value in parameters(parts.query)
        if not (PARAMETER.fullmatch(name) and re.fullmatch(r"\d{1,6}", value)) and not name.lower().startswith("p_p_")
    ]
    path = parts.path
    for form in IN_PATH[:2]:
        match = form.search(path)
        if match:
            path = path[: match.start()] or "/"
            break
    path = re.sub(r"\.\w{2,5}$", "", path).rstrip("/")
    return urlunsplit(("", bare_host(url), path or "/", "&".join(sorted(kept)), ""))


def is_page_of(url: str, other: str) -> bool:
    """Whether two addresses show pages of one list."""
    return list_address(url) == list_address(other)
