"""How likely a place of the page is to hold the main list: menus, side columns and "other news" are not it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import HEADINGS, OUTSIDE, REMEMBERED, ancestors, names, squeeze
from crawler.discovery.texts import Texts
from crawler.extraction.wording.keys import fold
from crawler.extraction.wordings import starts_related

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


HEADED = frozenset({"ul", "ol", "table", "div", "section", "dl", "tr", "td"})
LONGEST_LABEL = 60


class Place(NamedTuple):
    """A place's two weights: as no furniture, and as no secondary list."""

    furniture: float = 1.0
    secondary: float = 1.0

    @property
    def weight(self) -> float:
        """Both in one."""
        return self.furniture * self.secondary


HARMLESS = OUTERMOST = Place()


class Zones:
    """Weights of places on one page, from 0 (furniture) to 1; asked for many links, answered once a node."""

    def __init__(self, counts: dict[int, int], total: int, url: str, texts: Texts) -> None:
        """Take for each node (by `mem_id`) the number of links in it; and the links, address and texts of the page.

        The address says which heading is the page's own: /tin-noi-bat/ lists "Tin nổi bật".
        """
        self._address = re.sub(r"[^a-z0-9]+", "-", fold(unquote(url)))
        self._counts = counts
        self._texts = texts
        self._least_whole = WHOLE * max(total, 1)
        self._places: dict[int, Place] = {}
        self._related: dict[int, bool] = {}

    def weight(self, node: LexborNode) -> float:
        """Give the weight of the place where a node stands."""
        return self.place(node).weight

    def place(self, node: LexborNode) -> Place:
        """Give the place where a node stands."""
        places = self._places
        chain = []
        place = OUTERMOST
        above: LexborNode | None = node
        while above is not None and above.tag not in OUTSIDE:
            key = above.mem_id
            if key in places:
                place = places[key]
                break
            chain.append((key, above))
            above = above.parent
        for key, ancestor in reversed(chain):
            place = places[key] = self._within(ancestor, key, place)
        return place

    def _within(self, node: LexborNode, key: int, above: Place) -> Place:
        """Give the place of an element whose parent's place is `above`."""
        tag = node.tag or ""
        whole = tag in ("article", "body") or self._counts.get(key, 0) > self._least_whole
        named = HARMLESS if whole else _by_names(names(node))
        headed = 1.0 if whole or tag not in HEADED else self._headed(node)
        furniture = _by_tag(node) if tag in FURNITURE_TAGS or tag == "header" else named.furniture
        if furniture == 1.0 == headed == named.secondary:
            return above
        return Place(above.furniture * furniture, max(above.secondary * named.secondary * headed, LEAST_SECONDARY))

    def _headed(self, node: LexborNode) -> float:
        """Weigh a list by the heading before it: "Các tin khác", "Tin đã đưa" head what is not the main list."""
        before = node.prev
        while before is not None and not _speaks(before):
            before = before.prev
        if before is not None and self._is_related(before):
            return 0.15
        first = node.first_child
        while first is not None and not _speaks(first):
            first = first.next
        if first is not None and self._counts.get(first.mem_id, 0) <= 1 and self._is_related(first):
            return 0.15
        return 1.0

    def _is_related(self, node: LexborNode) -> bool:
        """Whether a node is a short heading of a list of other articles."""
        known = self._related.get(node.mem_id)
        if known is None:
            text = "" if node.tag == "-comment" else self._texts.label_of(node, LONGEST_LABEL)
            known = bool(text) and starts_related(text) and not self._is_own(text) and _is_label(node)
            self._related[node.mem_id] = known
        return known

    def _is_own(self, heading: str) -> bool:
        return re.sub(r"[^a-z0-9]+", "-", fold(heading)) in self._address


def _by_tag(node: LexborNode) -> float:
    """Weigh an element that is furniture by its tag; the header of an article or an entry is none."""
    if node.tag != "header":
        return 0.05
    return 1.0 if any(above.tag in ("article", "main", "li") for above in ancestors(node)) else 0.1


@lru_cache(maxsize=REMEMBERED)
def _by_names(named: str) -> Place:
    furniture = FURNITURE.search(named) and not STACKED.search(named)
    return Place(0.1 if furniture else 1.0, 0.4 if SECONDARY.search(named) else 1.0)


def _speaks(node: LexborNode) -> bool:
    return node.tag != "-comment" and (node.tag != "-text" or bool(squeeze(node.text_content or "")))


def _is_label(node: LexborNode) -> bool:
    """Whether a node with a short text is one label, not a row of links."""
    return node.tag in HEADINGS or node.tag == "-text" or len(node.css("a")) <= 2
