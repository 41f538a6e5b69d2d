"""The links of pagers, whatever they look like: numbers, words, signs, buttons, scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from crawler.discovery.addresses import REMEMBERED, canonical, same_host
from crawler.discovery.candidates import Found
from crawler.discovery.nodes import ancestors, chain_of, few, first_of, names, squeeze, text_of
from crawler.discovery.page_numbers import page_number
from crawler.discovery.texts import Texts
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
# Between numbers "…" stands for those that are not shown; behind the last of them it leads on, as "»" may do.
GAPS = frozenset({"...", "…", "[...]"})
BACK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:prev\w*|first)(?=$|[\s_-])|(?:angle|chevron|arrow|caret)s?-(?:double-|circle-)?left"
)
LAST_CLASS = re.compile(r"(?:^|[\s_-])last(?=$|[\s_-])|double-right|fast-forward|angles-right|step-forward")
NEXT_CLASS = re.compile(
    r"(?:^|[\s_/-])(?:next|nextpage|pager-next|page-next|btn-next|pagenext|sau)(?=$|[\s_.-])"
    r"|(?:angle|chevron|arrow|caret)s?-(?:circle-)?right"
)
SCRIPTED_ADDRESS = re.compile(
    r"(?:location(?:\.href)?\s*=\s*|location\.(?:assign|replace)\(\s*|RefreshPageTo\(\s*event\s*,\s*)['\"]([^'\"]+)['\"]"
)
LAST_WORDS = re.compile(r"(?:trang )?cuoi(?: cung)?|(?:go to )?last(?: page)?|end")
BACK_WORDS = re.compile(
    r"(?:trang )?(?:truoc|dau|dau tien|lui)|(?:go to )?(?:prev\w*|first|start|back)(?: page| posts?)?|newer.*|moi hon"
)
LONGEST_LABEL = 40
MOST_IN_ROW = 40
ICONS = ("i", "span", "em", "use", "img")
PAGER = re.compile(
    r"pagination|pager|paging|paginat|page-?numbers?|pagenav|page-?nav|phan-?trang|phantrang|nav-links|wp-pagenavi"
    r"|page-?links?|pages\b|lfr-pagination|search-container|taglib-page"
)


@dataclass(frozen=True, slots=True)
class PageLink:
    """One link of a pager: `number` as printed, or None.

    `kind` is number, next, last, back, edge (an ellipsis or "»", which may lead on by one or to the end) or other.
    """

    node: LexborNode
    url: str | None
    kind: str
    number: int | None = None


def pager_links(document: Document, here: str, page: Found) -> list[PageLink]:
    """Find the links of pagers: numbers that stand together, and next or last links beside them or by their names."""
    found = []
    rows: dict[int, bool | None] = {}
    for node in document.tree.css("a[href], a[onclick], input[type=submit], input[type=button], button[name]"):
        link = _page_link(node, page.base, here, page.texts)
        if link and not _in_calendar(node) and _belongs(link, here, rows):
            found.append(link)
    return found


def _belongs(link: PageLink, here: str, rows: dict[int, bool | None]) -> bool:
    """Whether a link is a pager's: by the names around it, by numbers beside it, by its own words or address."""
    if _in_pager(link.node) or _has_numbered_kin(link.node, rows):
        return True
    return link.kind == "next" and (_is_worded(link.node) or _is_later_page(link.url, here))


def _is_later_page(url: str | None, here: str) -> bool:
    """Whether an address is a later page at the same path."""
    return (
        url is not None
        and urlsplit(url).path == urlsplit(here).path
        and (page_number(url) or 0) > (page_number(here) or 0)
    )


def _page_link(node: LexborNode, base: str, here: str, texts: Texts) -> PageLink | None:
    kind, number = _label(node, texts)
    if kind == "other":
        return None
    href = node.attributes.get("href") or ""
    event = postback(f"{href} {node.attributes.get('onclick') or ''}")
    if event:
        return _scripted(node, kind, number, event[1])
    if node.tag != "a":
        return PageLink(node, None, kind, number) if node.attributes.get("name") and kind == "next" else None
    url = canonical(_target(node, href), base)
    if not url.startswith(("http://", "https://")) or not same_host(url, here):
        return None
    return PageLink(node, url, kind, number)


def _target(node: LexborNode, href: str) -> str:
    """Give the address that a link leads to, be it by a plain script (`location.href='…'`, `RefreshPageTo(…)`)."""
    if href and not href.startswith(("#", "javascript:")):
        return href
    match = SCRIPTED_ADDRESS.search(f"{href} {node.attributes.get('onclick') or ''}")
    return re.sub(r"\\u00([0-9a-f]{2})", lambda code: chr(int(code[1], 16)), match[1]) if match else ""


def _scripted(node: LexborNode, kind: str, number: int | None, argument: str) -> PageLink:
    """Read what a GridView's pager posts: `Page$11`, `Page$Next`, `Page$Last`."""
    match = re.fullmatch(r"Page\$(\w+)", argument)
    if match and match[1].isdigit():
        return PageLink(node, None, "number", int(match[1]))
    kinds = {"Next": "next", "Last": "last", "Prev": "back", "First": "back"}
    return PageLink(node, None, kinds.get(match[1], kind) if match else kind, number)


def _label(node: LexborNode, texts: Texts) -> tuple[str, int | None]:
    """Say what a pager's link says: its text, else its title, else its class and that of its list item."""
    attributes = node.attributes
    text = texts.of(node) if node.tag != "input" else squeeze(attributes.get("value") or "")
    if len(text) > LONGEST_LABEL:
        return "other", None
    number = _number(text)
    if number is not None:
        return "number", number
    worded = _kind_of_words(fold(text))
    if worded is None:
        title = attributes.get("title") or attributes.get("aria-label") or _picture_title(node, texts)
        worded = _kind_of_words(fold(title)) if title else None
    return (worded or _label_by_sign(node, text)), None


@lru_cache(maxsize=REMEMBERED)
def _number(text: str) -> int | None:
    match = NUMBER.fullmatch(fold(text)) or NUMBER.fullmatch(text.lower())
    return int(match[1]) if match else None


@lru_cache(maxsize=REMEMBERED)
def _kind_of_words(words: str) -> str | None:
    if NEXT_WORDS.fullmatch(words):
        return "next"
    if LAST_WORDS.fullmatch(words):
        return "last"
    return "back" if BACK_WORDS.fullmatch(words) else None


def _picture_title(node: LexborNode, texts: Texts) -> str:
    if texts.is_plain(node):
        return ""
    picture = first_of(node, "img")
    return (picture.attributes.get("title") or picture.attributes.get("alt") or "") if picture is not None else ""


def _label_by_sign(node: LexborNode, text: str) -> str:
    """Say it by class (the link's, its item's, its icon's), then by sign."""
    own = f"{names(node)} {_item_names(node)} {_icon_names(node) if not text else ''}"
    named = _kind_of_names(own)
    if named or text in NEXT_SIGNS:
        return named or "next"
    if text in LAST_SIGNS:
        return "next" if (node.attributes.get("rel") or "") == "next" else "edge"
    return "edge" if text in GAPS else "other"


@lru_cache(maxsize=REMEMBERED)
def _kind_of_names(own: str) -> str | None:
    if BACK_CLASS.search(own):
        return "back"
    if LAST_CLASS.search(own):
        return "last"
    return "next" if NEXT_CLASS.search(own) else None


def _item_names(node: LexborNode) -> str:
    parent = node.parent
    return names(parent) if parent is not None and parent.tag in ("li", "span", "td", "div") else ""


def _icon_names(node: LexborNode) -> str:
    within = few(node)
    icons = node.css(", ".join(ICONS)) if within is None else [inner for inner in within if inner.tag in ICONS]
    return " ".join(
        f"{names(icon)} {icon.attributes.get('src') or ''} {icon.attributes.get('alt') or ''}" for icon in icons
    )


def _in_calendar(node: LexborNode) -> bool:
    """Whether numbers are days, and the arrows lead to other months."""
    return any("calendar" in names(above) or "lich" in names(above).split() for above in ancestors(node, 6))


def _in_pager(node: LexborNode) -> bool:
    return any(PAGER.search(names(above)) for above in chain_of(node, 4) if above.tag != "body")


def _is_worded(node: LexborNode) -> bool:
    """Whether a next link says so by itself: a page is named, or a rel; a slide show's arrow says neither."""
    return (node.attributes.get("rel") or "") == "next" or bool(
        re.search(r"trang|page|older|cu hon", fold(text_of(node) + " " + (node.attributes.get("title") or "")))
    )


def _has_numbered_kin(node: LexborNode, rows: dict[int, bool | None]) -> bool:
    """Whether a link stands in a row of numbers, as an unnamed pager does (a table's last row, a paragraph).

    `rows` remembers what was said of the places of other links.
    """
    for above in ancestors(node, 3):
        if above.tag == "body":
            return False
        if above.mem_id not in rows:
            rows[above.mem_id] = _is_row_of_numbers(above)
        found = rows[above.mem_id]
        if found is not None:
            return found
    return False


def _is_row_of_numbers(place: LexborNode) -> bool | None:
    """Whether a place holds numbers; None if it is the place around it that tells, False if there is too much in it."""
    others = place.css("a, span, strong, b, td > span")
    if len(others) > MOST_IN_ROW:
        return False
    return sum(bool(re.fullmatch(r"[\[(]?\d{1,4}[\])]?", text_of(other))) for other in others) >= 2 or None
