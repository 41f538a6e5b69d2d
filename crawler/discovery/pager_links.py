"""The links of pagers, whatever they look like: numbers, words, signs, buttons, scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from crawler.discovery.addresses import canonical, same_host
from crawler.discovery.candidates import base_address
from crawler.discovery.nodes import ancestors, names, squeeze, text_of
from crawler.discovery.webforms import postback
from crawler.extraction.document import Document
from crawler.extraction.wording.keys import fold

NUMBER = re.compile(
    r"(?:(?:trang|page|go to page|to page|p)\s*\.?\s*)?[\[(]?\s*(\d{1,5})\s*[\])]?(?:\s*(?:page|trang))?"
)
NEXT_WORDS = re.compile(
    r"(?:trang )?(?:sau|tiep|ke tiep|tiep theo|ke|toi)(?: trang)?|trang (?:ke|sau|tiep).*"
    r"|(?:go to )?next(?: page| posts?)?"
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


@dataclass(frozen=True, slots=True)
class PageLink:
    """One link of a pager: `number` as printed, or None; `kind` is number, next, last, back or other."""

    node: LexborNode
    url: str | None
    kind: str
    number: int | None = None


def pager_links(document: Document, here: str) -> list[PageLink]:
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
