"""What a page's head claims about it: titles, times, names. Evidence to be confirmed by what is printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from crawler.extraction.document import Document
from crawler.extraction.plain import squash

_SEPARATOR = re.compile(r"\s+[-|–—»>•·:/]+\s+|\s*[|»]\s*")
# `segments` grows with the square of a title's length.
_LONGEST_TITLE = 1000
_SLUG_NOISE = re.compile(r"\.(?:html?|aspx?|php|jsp|ccdl|vnp|chn|epi|ldo)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims of one page.

    `titles` are whole; `slug` is the address's longest worded part; `meta` goes by lower-case name.
    """

    url: str
    titles: tuple[str, ...]
    slug: str
    meta: dict[str, str]
    linked_data: tuple[dict[str, Any], ...]

    def segments(self) -> list[str]:
        """The claimed titles and their parts between separators ("Bài | Chuyên mục | Sở")."""
        parts: list[str] = []
        for title in self.titles:
            parts.append(title)
            pieces = _SEPARATOR.split(title)
            parts.extend(pieces)
            parts.extend(title[: match.start()] for match in _SEPARATOR.finditer(title))
        return [part.strip() for part in parts if part.strip()]


def gather(document: Document) -> Evidence:
    """Collect the claims of a page's head and address."""
    # In one search: each goes over the whole page.
    claims = document.tree.css('meta[content], script[type="application/ld+json"]')
    meta = _meta(node for node in claims if node.tag == "meta")
    title_node = document.tree.css_first("title")
    claimed = [title_node.text() if title_node else "", meta.get("og:title", ""), meta.get("twitter:title", "")]
    titles = tuple(dict.fromkeys(text for text in map(squash, claimed) if 0 < len(text) <= _LONGEST_TITLE))
    return Evidence(
        document.url,
        titles,
        slug_of(document.url),
        meta,
        tuple(_linked_data(node for node in claims if node.tag == "script")),
    )


def slug_of(url: str) -> str:
    """The longest worded part of an address, for comparison with headlines: "khai-mac-hoi-thi-2021"."""
    parts = urlsplit(url)
    pieces = [*unquote(parts.path).split("/"), *(value.partition("=")[2] for value in unquote(parts.query).split("&"))]
    worded = [_SLUG_NOISE.sub("", piece) for piece in pieces]
    return max(worded, key=lambda piece: len(re.findall(r"[^\W\d_]+", piece)), default="")


def _meta(nodes: Iterable[LexborNode]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in nodes:
        attributes = node.attributes
        content = (attributes.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(key) or "").lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _linked_data(nodes: Iterable[LexborNode]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        try:
            data = json.loads(node.text() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data)


def _objects(data: object) -> Iterator[dict[str, Any]]:
    queue = [data]
    while queue:
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.append(item.get("@graph"))
