"""A parsed page: the fast tree, its address, and when it was fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from crawler.extraction.addresses import base_address
from crawler.extraction.nesting import flatten


@dataclass(frozen=True, slots=True)
class Document:
    """One page, parsed once. `fetched_at` is an aware instant, or None where it is not known."""

    tree: LexborHTMLParser
    url: str
    fetched_at: datetime | None = None
    date_order: str | None = None
    is_cut: bool = False
    """Whether markup was left out that would take too long to parse."""

    @property
    def base(self) -> str:
        """The address against which the page's links are resolved (HTML Standard, 4.2.3: the first base counts)."""
        node = self.tree.css_first("base[href]")
        return base_address(node.attributes.get("href"), self.url) if node is not None else self.url


def parse(html: str, url: str, fetched_at: datetime | None = None, date_order: str | None = None) -> Document:
    """Parse decoded HTML (see `vietnamese.encodings`) of the page at the absolute address `url`."""
    flat = flatten(html)
    return Document(LexborHTMLParser(flat), url, fetched_at, date_order, is_cut=flat != html)
