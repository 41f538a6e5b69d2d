"""The main list of a listing page: its article links in page order, and its next page."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.extraction.document import Document


@dataclass(frozen=True, slots=True)
class ListingLink:
    """One entry of a main list. `text` is the headline as printed; `date_text` the entry's printed date, if any."""

    url: str
    text: str
    date_text: str | None = None


@dataclass(frozen=True, slots=True)
class FormPost:
    """A next page that is reached by posting a form (ASP.NET WebForms): the address and all of its fields."""

    url: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A page's main list. `score` (0 to 1) says how sure it is that the page has one."""

    links: tuple[ListingLink, ...] = ()
    next_page: str | None = None
    next_post: FormPost | None = None
    pages: tuple[str, ...] = ()
    total: int | None = None
    score: float = 0.0


def find_listing(document: Document) -> Listing:
    """Find the main list of a page."""
    raise NotImplementedError(document.url)
