"""One page, wholly understood: its kind, its article, its main list. Pure, so that replay gives the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Literal

from crawler.definitions.site import Layout
from crawler.discovery.listing import Listing, find_listing
from crawler.extraction.article import Article
from crawler.extraction.document import Document, parse
from crawler.extraction.extract import extract_article
from crawler.kind import classify
from vietnamese.encodings import decode_page

Kind = Literal["article", "listing", "home", "other"]

# Bytes of markup; a page of some hundred kB is large already. A crawl archives what is larger and reads it not.
# Where it is read all the same, that takes time linear in its size.
LARGEST_PAGE = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a page is and holds. `document` is kept for the links that a crawl follows."""

    kind: Kind
    document: Document
    article: Article
    warnings: tuple[str, ...]
    find: Callable[[], Listing]

    @property
    def listing(self) -> Listing:
        """The main list. Most articles are known without it: there it is looked for when it is asked for."""
        return self.find()


def analyse(
    body: bytes,
    url: str,
    *,
    content_type: str | None = None,
    fetched_at: datetime | None = None,
    date_order: str | None = None,
    layout: Layout | None = None,
) -> Analysis:
    """Decode, parse and understand the bytes of the HTML page at `url`.

    `date_order` and `layout` are what its site's definition says, if anything.
    """
    decoded = decode_page(body, content_type)
    document = parse(decoded.text, url, fetched_at, date_order)
    article = extract_article(document, layout)
    find = cache(partial(find_listing, document))
    kind = classify(document, article, find)
    large = ("too_large",) if len(body) > LARGEST_PAGE else ()
    return Analysis(kind, document, article, (*large, *decoded.warnings, *article.warnings), find)
