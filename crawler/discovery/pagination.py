"""The next page of a list, and all pages that its pager names.

A pager is read by its numbers first: the page after the current one is next, whatever `»` leads to (often the last
page). Next links by wording or `rel` come second, and only if they do not lead back. `rel=next` between articles
that are neighbours is no pagination: its target is no page of this list, and stands in no pager.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from crawler.discovery.addresses import canonical, same_host
from crawler.discovery.candidates import Found
from crawler.discovery.nodes import ancestors, names, text_of
from crawler.discovery.page_numbers import is_page_of, page_number
from crawler.discovery.pager_links import NUMBER, PAGER, PageLink, pager_links
from crawler.discovery.webforms import FormPost, form_post
from crawler.extraction.document import Document
from crawler.extraction.wording.keys import fold

CURRENT = re.compile(
    r"(?:^|[\s_-])(?:current|active|selected|cur|on|dang-?xem|this|pagecurrent|currentpage)(?=$|[\s_-])"
)
OF_PAGES = re.compile(r"(?:trang|page)\s*:?\s*(\d{1,5})\s*(?:/|trên|của|of)\s*(\d{1,5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pagination:
    """What a pager says: the next page as address or post, all other pages' addresses, and how many there are."""

    next_page: str | None = None
    next_post: FormPost | None = None
    pages: tuple[str, ...] = ()
    total: int | None = None


def find_pagination(document: Document, page: Found) -> Pagination:
    """Read the pager of a list, given what was found on the page."""
    here = canonical(document.url)
    links = pager_links(document, here, page)
    current, printed_total = _current(links, here)
    forward = [link for link in links if _is_forward(link, here, current)]
    following = _following(forward, current, counted=printed_total is not None) or _by_rel(
        document, here, page.base, links
    )
    numbers = [link.number for link in links if link.number]
    total = max([printed_total or 0, *numbers, current or 0]) or None
    pages = tuple(dict.fromkeys(link.url for link in links if link.url and link.url != here))
    if following is None:
        return Pagination(None, None, pages, total)
    if following.url:
        return Pagination(following.url, None, pages, total)
    return Pagination(None, form_post(document, following.node), pages, total)


def _current(links: list[PageLink], here: str) -> tuple[int | None, int | None]:
    """Find the number of this page as the pager counts, and the number of pages where it prints both."""
    for link in links:
        if link.number and link.url == here:
            return link.number, None
    pagers = _pager_roots(links)
    for root in pagers:
        match = OF_PAGES.search(text_of(root))
        if match:
            return int(match[1]), int(match[2])
    for root in pagers:
        number = _marked(root)
        if number:
            return number, None
    numbers = {link.number for link in links if link.number}
    if not numbers:
        return None, None
    if page_number(here) is None and any(
        link.number == 1 and link.url and is_page_of(link.url, here) for link in links
    ):
        return 1, None
    return next((number for number in range(1, max(numbers) + 2) if number not in numbers), None), None


def _pager_roots(links: list[PageLink]) -> list[LexborNode]:
    """Give the nodes around the pagers' links: the named pager, else the third ancestor."""
    roots = {}
    for link in links:
        above = list(ancestors(link.node, 4))
        named = [node for node in above if PAGER.search(names(node))]
        root = named[-1] if named else above[min(1, len(above) - 1)] if above else None
        if root is not None:
            roots[root.mem_id] = root
    return list(roots.values())


def _marked(root: LexborNode) -> int | None:
    """Find the number that the pager marks as the current page, or prints without a link."""
    for node in root.css("[aria-current], [class], strong, b, span, li"):
        text = fold(text_of(node))
        match = NUMBER.fullmatch(text)
        if not match:
            continue
        link = node if node.tag == "a" else node.css_first("a")
        marked = "aria-current" in node.attributes or CURRENT.search(names(node))
        if marked or (link is None and not any(above.tag == "a" for above in ancestors(node, 2))):
            return int(match[1])
    return None


def _is_forward(link: PageLink, here: str, current: int | None) -> bool:
    """Whether a link leads on: never to this page, nor to an address whose page number is not higher."""
    if link.url == here or link.kind == "back":
        return False
    if link.number is not None:
        return current is None or link.number > current
    if link.url is None:
        return "disabled" not in names(link.node) and "disabled" not in link.node.attributes
    if is_page_of(link.url, here):
        return (page_number(link.url) or 0) > (page_number(here) or 0)
    return True


def _following(forward: list[PageLink], current: int | None, *, counted: bool) -> PageLink | None:
    """Choose the next page: the next number, else a next link, else the window's arrow of a numbered pager.

    `counted`: the pager prints where it stands ("Trang 1 / 12"), so that its next link leads on whatever its address.
    """
    after = (current or 1) + 1
    for link in forward:
        if link.number == after:
            return link
    numbered = any(link.number for link in forward)
    worded = next(
        (link for link in forward if link.kind == "next" and (numbered or counted or _names_page(link))), None
    )
    return worded or (None if numbered else next((link for link in forward if link.kind == "edge"), None))


def _names_page(link: PageLink) -> bool:
    """Whether a next link without numbers beside it leads to a page of a list: by script, address or wording."""
    return link.url is None or page_number(link.url) is not None or "trang" in fold(text_of(link.node)).split()


def _by_rel(document: Document, here: str, base: str, links: list[PageLink]) -> PageLink | None:
    """Read `<link rel=next>` and `<a rel=next>`, believed where the target is a later page of this list."""
    named = {link.url for link in links}
    for node in document.tree.css("link[rel~=next][href], a[rel~=next][href]"):
        url = canonical(node.attributes.get("href") or "", base)
        if url == here or not same_host(url, here):
            continue
        later = is_page_of(url, here) and (page_number(url) or 0) > (page_number(here) or 0)
        if later or (url in named and node.tag == "link" and _is_forward(PageLink(node, url, "next"), here, None)):
            return PageLink(node, url, "next")
    return None
