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
from crawler.discovery.candidates import base_address
from crawler.discovery.nodes import ancestors, names, squeeze, text_of
from crawler.discovery.page_numbers import is_page_of, page_number
from crawler.discovery.webforms import FormPost, form_post, postback
from crawler.extraction.document import Document
from crawler.extraction.wording.keys import fold

NUMBER = re.compile(
    r"(?:(?:trang|page|go to page|to page|p)\s*\.?\s*)?[\[(]?\s*(\d{1,5})\s*[\])]?(?:\s*(?:page|trang))?"
)
NEXT_WORDS = re.compile(
    r"(?:trang )?(?:sau|tiep|ke tiep|tiep theo|ke|toi)(?: trang)?|trang (?:ke|sau|tiep).*|(?:go to )?next(?: page| posts?)?"
    r"|older(?: posts?| entries)?|(?:bai|tin)(?: viet)? cu hon|cu hon|xem tiep|tiep tuc",
)
NEXT_SIGNS = frozenset({"›", ">", "→", "▶", "►", "⟩", "❯"})
LAST_SIGNS = frozenset({"»", ">>", "›|", ">|", "»|", "⇥", "»»", ">>>"})
NEXT_CLASS = re.compile(r"(?:^|[\s_-])(?:next|nextpage|pager-next|page-next|btn-next|pagenext|sau)(?=$|[\s_-])")
LAST_WORDS = re.compile(r"(?:trang )?cuoi(?: cung)?|(?:go to )?last(?: page)?|end")
BACK_WORDS = re.compile(
    r"(?:trang )?(?:truoc|dau|dau tien|lui)|(?:go to )?(?:prev\w*|first|start|back)(?: page| posts?)?|newer.*|moi hon"
)
PAGER = re.compile(
    r"pagination|pager|paging|paginat|page-?numbers?|pagenav|page-?nav|phan-?trang|phantrang|nav-links|wp-pagenavi"
    r"|page-?links?|pages\b|lfr-pagination|search-container|taglib-page"
)
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


@dataclass(frozen=True, slots=True)
class PageLink:
    """One link of a pager: `number` as printed, or None; `kind` is number, next, last, back or other."""

    node: LexborNode
    url: str | None
    kind: str
    number: int | None = None


def find_pagination(document: Document) -> Pagination:
    """Read the pager of a list."""
    here = canonical(document.url)
    links = _pager_links(document, here)
    current, printed_total = _current(document, links, here)
    forward = [link for link in links if _is_forward(link, here, current)]
    following = _following(forward, current) or _by_rel(document, here, links)
    numbers = [link.number for link in links if link.number]
    total = max([printed_total or 0, *numbers, current or 0]) or None
    pages = tuple(dict.fromkeys(link.url for link in links if link.url and link.url != here))
    if following is None:
        return Pagination(None, None, pages, total)
    if following.url:
        return Pagination(following.url, None, pages, total)
    return Pagination(None, form_post(document, following.node), pages, total)


def _pager_links(document: Document, here: str) -> list[PageLink]:
    """Find the links of pagers: numbers that stand together, and next or last links beside them or by their names."""
    base = base_address(document)
    found = []
    for node in document.tree.css("a[href], a[onclick], input[type=submit], input[type=button], button[name]"):
        link = _page_link(node, base, here)
        if (
            link
            and not _in_calendar(node)
            and (_in_pager(node) or (link.kind == "next" and _is_worded(node)) or _has_numbered_kin(node))
        ):
            found.append(link)
    return found


def _page_link(node: LexborNode, base: str, here: str) -> PageLink | None:
    kind, number = _label(node)
    if kind == "other":
        return None
    href = node.attributes.get("href") or ""
    if postback(f"{href} {node.attributes.get('onclick') or ''}"):
        return PageLink(node, None, kind, number)
    if node.tag != "a":
        return PageLink(node, None, kind, number) if node.attributes.get("name") and kind == "next" else None
    url = canonical(href, base) if href and not href.startswith("#") else ""
    if not url.startswith(("http://", "https://")) or not same_host(url, here):
        return None
    return PageLink(node, url, kind, number)


def _label(node: LexborNode) -> tuple[str, int | None]:
    """Say what a pager's link says: its text, else its title, else its class and that of its list item."""
    text = text_of(node) if node.tag != "input" else squeeze(node.attributes.get("value") or "")
    if len(text) > 40:
        return "other", None
    key = fold(text)
    match = NUMBER.fullmatch(key) or NUMBER.fullmatch(text.lower())
    if match:
        return "number", int(match[1])
    title = fold(node.attributes.get("title") or node.attributes.get("aria-label") or "")
    for words in (key, title):
        if NEXT_WORDS.fullmatch(words):
            return "next", None
        if LAST_WORDS.fullmatch(words):
            return "last", None
        if BACK_WORDS.fullmatch(words):
            return "back", None
    return _label_by_sign(node, text), None


def _label_by_sign(node: LexborNode, text: str) -> str:
    parent = node.parent
    own = names(node) + (
        " " + names(parent) if parent is not None and parent.tag in ("li", "span", "td", "div") else ""
    )
    if re.search(r"(?:^|[\s_-])(?:prev\w*|first)(?=$|[\s_-])", own):
        return "back"
    if re.search(r"(?:^|[\s_-])last(?=$|[\s_-])", own) and "next" not in own:
        return "last"
    if NEXT_CLASS.search(own) or text in NEXT_SIGNS:
        return "next"
    if text in LAST_SIGNS:
        return "next" if (node.attributes.get("rel") or "") == "next" else "last"
    return "other"


def _in_calendar(node: LexborNode) -> bool:
    """Whether numbers are days, and the arrows lead to other months."""
    return any("calendar" in names(above) or "lich" in names(above).split() for above in list(ancestors(node))[:6])


def _in_pager(node: LexborNode) -> bool:
    return any(PAGER.search(names(above)) for above in [node, *list(ancestors(node))[:4]] if above.tag != "body")


def _is_worded(node: LexborNode) -> bool:
    """Whether a next link says so by itself: a page is named, or a rel; a slide show's arrow says neither."""
    return (node.attributes.get("rel") or "") == "next" or bool(
        re.search(r"trang|page|older|cu hon", fold(text_of(node) + " " + (node.attributes.get("title") or "")))
    )


def _has_numbered_kin(node: LexborNode) -> bool:
    """Whether a link stands in a row of numbers, as an unnamed pager does (a table's last row, a paragraph)."""
    above = node.parent
    for _ in range(3):
        if above is None or above.tag == "body":
            return False
        others = [text_of(link) for link in above.css("a, span, strong, b, td > span")]
        if len(others) > 40:
            return False
        if sum(bool(re.fullmatch(r"[\[(]?\d{1,4}[\])]?", text)) for text in others) >= 2:
            return True
        above = above.parent
    return False


def _current(document: Document, links: list[PageLink], here: str) -> tuple[int | None, int | None]:
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
    return next((number for number in range(1, max(numbers) + 2) if number not in numbers), None), None


def _pager_roots(links: list[PageLink]) -> list[LexborNode]:
    """Give the nodes around the pagers' links: the named pager, else the third ancestor."""
    roots = {}
    for link in links:
        above = list(ancestors(link.node))[:4]
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
        if marked or (link is None and not any(above.tag == "a" for above in list(ancestors(node))[:2])):
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


def _following(forward: list[PageLink], current: int | None) -> PageLink | None:
    """Choose the next page: the next number, else a next link, else the window's arrow of a numbered pager."""
    after = (current or 1) + 1
    for link in forward:
        if link.number == after:
            return link
    numbered = any(link.number for link in forward)
    return next((link for link in forward if link.kind == "next" and (numbered or _names_page(link))), None)


def _names_page(link: PageLink) -> bool:
    """Whether a next link without numbers beside it leads to a page of a list: by script, or by its address."""
    return link.url is None or page_number(link.url) is not None


def _by_rel(document: Document, here: str, links: list[PageLink]) -> PageLink | None:
    """Read `<link rel=next>` and `<a rel=next>`, believed where the target is a later page of this list."""
    named = {link.url for link in links}
    for node in document.tree.css("link[rel~=next][href], a[rel~=next][href]"):
        url = canonical(node.attributes.get("href") or "", base_address(document))
        if url == here or not same_host(url, here):
            continue
        later = is_page_of(url, here) and (page_number(url) or 0) > (page_number(here) or 0)
        if later or (url in named and node.tag == "link" and _is_forward(PageLink(node, url, "next"), here, None)):
            return PageLink(node, url, "next")
    return None
