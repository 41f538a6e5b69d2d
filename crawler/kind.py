"""What a page is: an article, a list of articles, the front page, or something else.

A portal's metadata does not say (`og:type=article` stands on lists), so the page is judged by what it holds. For an
article speak: a headline that is its own, and of which its address is made; text outside of list entries; a date or a
byline; files; markup that only articles have. For a list speak: many entries that make up most of the page, a pager,
a headline that belongs to an entry. What has neither a main list nor a dated or named story is something else:
introductions, forms, law records, search results.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from crawler.discovery.addresses import canonical
from crawler.discovery.candidates import slug_matches
from crawler.discovery.fronts import is_front, names_static_page
from crawler.discovery.identity import has_number, stable_id
from crawler.discovery.listing import Listing
from crawler.discovery.nodes import text_of
from crawler.discovery.page_numbers import page_number
from crawler.discovery.parts import part_of
from crawler.discovery.records import is_record
from crawler.discovery.story import room_for_list
from crawler.discovery.traps import is_trap
from crawler.extraction.article import Article
from crawler.extraction.document import Document
from crawler.extraction.wording.keys import fold

Kind = Literal["article", "listing", "home", "other"]

ACROSS = re.compile(
    r"/(?:tags?|tu-khoa|tukhoa|author|tac-gia|taxonomy/term|archives?|topics?)(?:/|$)|^/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$",
    re.IGNORECASE,
)
SECTION = re.compile(r"/(?:category|chuyen-?muc|danh-?muc|the-?loai|categories|loai-tin)/[^/]+/?$", re.IGNORECASE)
ARTICLE_MARKUP = (
    '[itemtype*="schema.org/NewsArticle"], [itemtype*="schema.org/Article"], [itemtype*="schema.org/BlogPosting"],'
    ' [itemprop=articleBody], body.single, body.single-post, body[class*="node-type-"],'
    ' meta[property="article:published_time"]'
)
LIST_BODY = frozenset({"archive", "blog", "category", "search", "error404", "tag", "author"})
LEAST_UNDATED = 6
LEAST_TOLD = 120
ALL_LIST = 0.9
LEAST_SHARE = 0.15
LONE_SCORE = 0.4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an article, and what for a list, each with its weight."""

    article: dict[str, float]
    listing: dict[str, float]

    @property
    def balance(self) -> float:
        """Above 0 an article, below 0 a list."""
        return sum(self.article.values()) - sum(self.listing.values())


def classify(document: Document, article: Article, find: Callable[[], Listing]) -> Kind:
    """Say what a page is, from what extraction found on it and, where that leaves a doubt, `find`, its main list."""
    if is_front(document.url):
        return "home"
    if is_trap(document.url) in ("function", "asset", "document") or (is_record(document) and not is_posted(article)):
        return "other"
    if is_article_anyway(document, article) or weigh(document, article, find()).balance > 0:
        # A further page of an article (/slug/2/) belongs to its first.
        return "article" if is_story(document, article) and not part_of(document.url) else "other"
    return "listing" if is_list(document.url, find()) else "other"


def is_posted(article: Article) -> bool:
    """Whether a record is news too: it has a headline, and a date of publication beside the record's own dates."""
    headline = len((article.title or "").split()) >= LEAST_UNDATED
    return headline and any(slot.source == "visible" for slot in article.date_slots)


def is_article_anyway(document: Document, article: Article) -> bool:
    """Whether a page is an article though a list took all the room that the story leaves: most need no list found."""
    room = room_for_list(document)
    return Evidence(_for_article(document, article, room), _for_any_listing(document, article, room)).balance > 0


def weigh(document: Document, article: Article, listing: Listing) -> Evidence:
    """Weigh what extraction and discovery found."""
    listed = listing.share * min(1.0, 2 * listing.score)
    return Evidence(_for_article(document, article, listed), _for_listing(document, article, listing, listed))


def _for_article(document: Document, article: Article, listed: float) -> dict[str, float]:
    words = len((article.title or "").split())
    prose = sum(map(len, article.body)) * (1 - listed)
    # A section may have a long name too, of which its address is made; but its list fills the page, and nobody signs.
    signed = 1.0 if (article.date_slots or article.author) and listed < ALL_LIST else 1 - listed
    return {
        "own headline": _headline_in_address(document, article.title) * signed,
        "long headline": 0.5 * signed if words >= 7 else 0.0,
        "prose": 1.5 if prose >= 400 else 0.75 if prose >= 120 else 0.0,
        "date": 1.0 if article.date_slots else 0.0,
        "author": 0.5 if article.author else 0.0,
        "files": 1.0 if article.attachments else 0.0,
        "number": 0.25 if has_number(document.url) else 0.0,
        "markup": 0.75 if document.tree.css_first(ARTICLE_MARKUP) is not None else 0.0,
    }


def _for_listing(document: Document, article: Article, listing: Listing, listed: float) -> dict[str, float]:
    found = _for_any_listing(document, article, listed)
    if not listing.links:
        found |= {"list": 0.0, "page": 0.0}
    if not (listing.next_page or listing.next_post or listing.pages):
        found["pager"] = 0.0
    if found["entry's headline"] and not _is_entry(document.url, article.title, listing):
        found["entry's headline"] = 0.0
    return found


def _for_any_listing(document: Document, article: Article, listed: float) -> dict[str, float]:
    """Weigh what speaks for a list, taking it that there is one with all that a list can have."""
    url = document.url
    path = urlsplit(canonical(url)).path
    return {
        "list": 3 * listed,
        "pager": 1.0 if listed > 0.4 else 0.0,
        "no headline": 0.0 if article.title else 1.5,
        "entry's headline": 2.0 if listed > 0.4 else 0.0,
        "across": 4.0 if ACROSS.search(path) else 0.0,
        "page": 2.5 if page_number(url) is not None and not has_number(url) else 0.0,
        "section": 1.0 if SECTION.search(path) else 0.0,
        "markup": 1.0 if _is_list_body(document) else 0.0,
    }


def _is_list_body(document: Document) -> bool:
    body = document.tree.body
    return body is not None and not LIST_BODY.isdisjoint((body.attributes.get("class") or "").split())


def _headline_in_address(document: Document, title: str | None) -> float:
    """Weigh whether the address is made of the page's headline: the more words, the surer."""
    if title and slug_matches(document.url, title):
        return 2.5 if len(title.split()) >= 5 else 1.0
    if title:
        return 0.0
    for node in document.tree.css("h1, h2, h3, title, [class*=title], [class*=Title]"):
        text = text_of(node)
        if 6 <= len(text.split()) <= 60 and node.css_first("a") is None and slug_matches(document.url, text):
            return 2.5
    return 0.0


def _is_entry(url: str, title: str | None, listing: Listing) -> bool:
    """Whether the headline that was found belongs to an entry that leads to another page."""
    key = fold(title or "")[:60]
    own = stable_id(url)
    return bool(key) and any(fold(link.text)[:60] == key and stable_id(link.url) != own for link in listing.links)


def is_story(document: Document, article: Article) -> bool:
    """Whether what speaks for an article is enough for one.

    An undated page must have a real headline; introductions, terms and contacts are stories only if dated.
    """
    if article.date_slots:
        return bool(article.title or article.body or article.attachments)
    if names_static_page(document.url):
        return False
    if article.attachments:
        return True
    words = len((article.title or "").split())
    named = slug_matches(document.url, article.title or "") or has_number(document.url)
    told = sum(map(len, article.body)) >= LEAST_TOLD
    return words >= LEAST_UNDATED and bool(named or article.author or told)


def is_list(url: str, listing: Listing) -> bool:
    """Whether a page that is no article has a main list worth the name."""
    if not listing.links:
        return False
    path = urlsplit(canonical(url)).path
    if page_number(url) is not None or ACROSS.search(path) or SECTION.search(path):
        return True
    return listing.share >= LEAST_SHARE and (len(listing.links) > 1 or listing.score >= LONE_SCORE)
