"""The main list of a listing page: its article links in page order, and its next page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urldefrag, urljoin

from crawler.discovery.candidates import Candidate, candidates
from crawler.discovery.fronts import is_front
from crawler.discovery.groups import groups, main_members
from crawler.discovery.pagination import find_pagination
from crawler.discovery.share import share_of
from crawler.discovery.webforms import FormPost
from crawler.extraction.document import Document

__all__ = ["FormPost", "Listing", "ListingLink", "find_listing"]

# Places of this weight are left out where every block of news is wanted (see `zones`).
FURNITURE = 0.1
SECONDARY = 0.3
# What no address holds, as a quote that was left open brings it there; letters stay as printed.
UNPRINTABLE = re.compile(r"""[\s\x00-\x20\x7f-\x9f<>"]""")


@dataclass(frozen=True, slots=True)
class ListingLink:
    """One entry of a main list. `text` is the headline as printed; `date_text` the entry's printed date, if any.

    `printed` is the absolute address as the page gives it, with what `canonical` leaves out.
    """

    url: str
    text: str
    date_text: str | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A page's main list.

    `score` (0 to 1) says how sure it is that the page has one; `share` (0 to 1) how much of the page's text, without
    menus and side columns, stands in the list's entries. `total` is the number of pages that the pager tells.
    """

    links: tuple[ListingLink, ...] = ()
    next_page: str | None = None
    next_post: FormPost | None = None
    pages: tuple[str, ...] = ()
    total: int | None = None
    score: float = 0.0
    share: float = 0.0


def find_listing(document: Document) -> Listing:
    """Find the main list of a page.

    Works without selectors: links of one shape are one list, rated by what an entry has (a long headline, a date, a
    lead, a picture, an article's address) and by where it stands. On a front page all blocks of news are taken.
    """
    found = candidates(document)
    ranked = groups(found)
    least_weight = FURNITURE if is_front(document.url) else SECONDARY if found.sections >= 2 else None
    members = sorted(main_members(ranked, least_weight), key=lambda candidate: candidate.order)
    chosen: dict[str, Candidate] = {}
    for candidate in members:
        if candidate.url not in chosen or len(candidate.text) > len(chosen[candidate.url].text):
            chosen.setdefault(candidate.url, candidate)
    links = tuple(
        ListingLink(entry.url, entry.text, entry.date_text, _printed(entry, found.base)) for entry in chosen.values()
    )
    pager = find_pagination(document, found)
    score = min(1.0, ranked[0].score / 12) if links else 0.0
    extent = [node for member in members for node in member.extent]
    share = share_of(found.texts, extent, found.zones)
    return Listing(links, pager.next_page, pager.next_post, pager.pages, pager.total, round(score, 3), round(share, 3))


def _printed(entry: Candidate, base: str) -> str:
    try:
        address = urldefrag(urljoin(base, (entry.node.attributes.get("href") or "").strip())).url
    except ValueError:
        return entry.url
    return UNPRINTABLE.sub(lambda char: quote(char[0]), address)
