"""What goes into the reading of a page, and what comes out: plain values, so that both can pass between processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from crawler.analysis import Analysis, Kind, analyse
from crawler.definitions.site import Layout
from crawler.discovery.article_parts import article_parts
from crawler.discovery.links import declared_address, feeds, menu_links
from crawler.discovery.listing import Listing
from crawler.extraction.article import Article
from vietnamese.dates import VIETNAM

if TYPE_CHECKING:
    from crawler.definitions import SiteDefinition


@dataclass(frozen=True, slots=True)
class PageSource:
    """One page of markup: its bytes, its address, and what its site's definition says of such pages.

    `explore` asks for the links that may lead to further lists. `urgent` pages are read before others that wait, since
    others are fetched only after them.
    """

    body: bytes
    url: str
    content_type: str | None
    fetched_at: datetime
    date_order: str | None = None
    layout: Layout | None = None
    explore: bool = False
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a crawl needs of a page. `declared` is the address that the page gives for itself, `parts` are the further
    pages of its article; `menu` and `feeds` are empty unless they were asked for."""

    kind: Kind
    article: Article
    listing: Listing
    warnings: tuple[str, ...] = ()
    declared: str | None = None
    parts: tuple[str, ...] = ()
    menu: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether the page is there for what it links to."""
        return self.kind in ("listing", "home")


def page_source(
    body: bytes, url: str, content_type: str | None, site: SiteDefinition, now: datetime, **wanted: bool
) -> PageSource:
    """The page that `site` served at `url` at the aware instant `now`; `wanted` are `explore` and `urgent`."""
    layout = site.layout_on(now.astimezone(VIETNAM).date())
    return PageSource(body, url, content_type, now, site.date_order, layout, **wanted)


def read_page(source: PageSource) -> Reading:
    """Understand a page."""
    analysis = analyse(
        source.body,
        source.url,
        content_type=source.content_type,
        fetched_at=source.fetched_at,
        date_order=source.date_order,
        layout=source.layout,
    )
    return _reading(analysis, source)


def _reading(analysis: Analysis, source: PageSource) -> Reading:
    document = analysis.document
    # Looking for a list is half of a page's cost, and an article's is followed only where the crawl explores.
    listed = source.explore or analysis.kind != "article"
    return Reading(
        analysis.kind,
        analysis.article,
        analysis.listing if listed else Listing(),
        analysis.warnings,
        declared_address(document),
        () if analysis.kind in ("listing", "home") else article_parts(document),
        tuple(menu_links(document)) if source.explore else (),
        tuple(feeds(document)) if source.explore else (),
    )
