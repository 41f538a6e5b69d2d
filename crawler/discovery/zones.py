"""How likely a place of the page is to hold the main list: menus, side columns and "other news" are not it."""

from __future__ import annotations

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import HEADINGS, ancestors, chain_of, names, squeeze, text_of
from crawler.extraction.wording.chrome import starts_related
from crawler.extraction.wording.keys import fold

FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "menu", "marquee"})
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|breadcrumbs?|pagination|pager|paging|phan-?trang|page-numbers|footer|sidebar"
    r"|login|search-?(?:box|form|bar)|block-search|comments|tags|tagcloud|tag-list|tags-links|social|share|copyright|languages?|counter|copy-?right|toolbar"
    r"|quick-?launch|ticker|marquee|weblinks?|lienket|linkweb)(?=$|[\s_-])"
    r"|sidebar|breadcrumb|footer|submenu|dropdown-?menu|navitem|menu-?item|menulist|topnav|main-?menu|mega-?menu",
)
# Bootstrap's look for a plain list; Joomla's blog shows its older entries so.
STACKED = re.compile(r"nav-stacked|nav-pills-stacked|list-group")
SECONDARY = re.compile(
    r"menu|widget|relate|lien-?quan|tin-?khac|da-?dua|other|tophits|most-?(?:view|read|popular)|xem-?nhieu|doc-?nhieu"
    r"|popular|trending|(?:^|[\s_-])(?:left|right)(?:$|[\s_-])|left-?(?:bar|col|menu)|right-?(?:bar|col)|(?:col|cot)-?(?:left|right|trai|phai)"
    r"|zone-?(?:left|right)|recent(?:$|[\s_-])|recentcomments|banner|tag-?list|cung-?chuyen-?muc|(?:^|[\s_-])bottom(?:$|[\s_-])|advert"
)
# A wrapper around most of the page says nothing about its parts, however it is named (`has-sidebar`).
WHOLE = 0.8
# Names are hints: `ArticleInMenu` and `menu-content` may hold the main list after all.
LEAST_SECONDARY = 0.15


class Zones:
    """Weights of places on one page, from 0 (furniture) to 1; asked for many links, answered once a node."""

    def __init__(self, counts: dict[int, int], total: int, url: str) -> None:
        """Take for each node (by `mem_id`) the number of links in it, the number of links of the page, its address.

        The address says which heading is the page's own: /tin-noi-bat/ lists "Tin nổi bật".
        """
        self._address = re.sub(r"[^a-z0-9]+", "-", fold(unquote(url)))
        self._counts = counts
        self._total = max(total, 1)
        self._known: dict[int, tuple[float, float]] = {}

    def weight(self, node: LexborNode) -> float:
        """Give the weight of the place where a node stands."""
        chain = []
        weight, secondary = 1.0, 1.0
        for ancestor in chain_of(node):
            if ancestor.mem_id in self._known:
                weight, secondary = self._known[ancestor.mem_id]
                break
            chain.append(ancestor)
        for ancestor in reversed(chain):
            weight *= self._furniture(ancestor)
            secondary = max(secondary * self._secondary(ancestor), LEAST_SECONDARY)
            self._known[ancestor.mem_id] = weight, secondary
        return weight * secondary

    def _furniture(self, node: LexborNode) -> float:
        if node.tag in FURNITURE_TAGS:
            return 0.05
        if node.tag == "header":
            return 1.0 if any(above.tag in ("article", "main", "li") for above in ancestors(node)) else 0.1
        if node.tag == "article" or self._is_whole(node):
            return 1.0
        if STACKED.search(names(node)):
            return 1.0
        return 0.1 if FURNITURE.search(names(node)) else 1.0

    def _secondary(self, node: LexborNode) -> float:
        if self._is_whole(node) or node.tag == "article":
            return 1.0
        return (0.4 if SECONDARY.search(names(node)) else 1.0) * self._headed(node)

    def _is_whole(self, node: LexborNode) -> bool:
        return node.tag == "body" or self._counts.get(node.mem_id, 0) > WHOLE * self._total

    def _headed(self, node: LexborNode) -> float:
        """Weigh a list by the heading before it: "Các tin khác", "Tin đã đưa" head what is not the main list."""
        if node.tag not in ("ul", "ol", "table", "div", "section", "dl", "tr", "td"):
            return 1.0
        before = node.prev
        while before is not None and not _speaks(before):
            before = before.prev
        if before is not None and self._is_related(before):
            return 0.15
        first = node.child
        while first is not None and not _speaks(first):
            first = first.next
        if first is not None and self._counts.get(first.mem_id, 0) <= 1 and self._is_related(first):
            return 0.15
        return 1.0

    def _is_related(self, node: LexborNode) -> bool:
        """Whether a node is a short heading of a list of other articles."""
        if node.tag in ("-comment", "script", "style"):
            return False
        text = squeeze(node.text() or "") if node.tag == "-text" else _short_text(node)
        if not 0 < len(text) <= 60 or not starts_related(text):
            return False
        return re.sub(r"[^a-z0-9]+", "-", fold(text)) not in self._address


def _speaks(node: LexborNode) -> bool:
    return node.tag != "-comment" and (node.tag != "-text" or bool(squeeze(node.text() or "")))


def _short_text(node: LexborNode) -> str:
    """Give a node's text if it is a line, not a block: cheap on big nodes."""
    if node.tag not in HEADINGS and len(node.css("a")) > 2:
        return ""
    text = text_of(node)
    return text if len(text) <= 80 else ""
