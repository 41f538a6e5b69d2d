"""Where else a site has lists of news: its sections (menus, breadcrumbs, "more" links) and its feeds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from crawler.discovery.addresses import canonical, same_host
from crawler.discovery.candidates import base_address
from crawler.discovery.fronts import is_front
from crawler.discovery.identity import has_number
from crawler.discovery.nodes import ancestors, names, squeeze, text_of
from crawler.discovery.traps import is_trap
from crawler.discovery.twins import is_twin
from crawler.extraction.document import Document
from crawler.extraction.wording.keys import fold

MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|navigation|topnav|mainnav)|menu|breadcrumb|categor|chuyen-?muc|danh-?muc"
)
MENU_TAGS = frozenset({"nav", "header", "menu"})
NEWS = re.compile(
    r"\b(?:tin|su kien|thong bao|hoat dong|thoi su|ban tin|news|bai viet|chuyen muc|chi dao|dieu hanh|thong tin"
    r"|diem bao|chuyen de|xay dung dang|doan the|cong doan|nghien cuu|trao doi|kinh te|van hoa|xa hoi|khoa hoc"
    r"|cong nghe)\b"
)
NO_NEWS = re.compile(
    r"gioi thieu.*|about.*|lien he.*|contact.*|so do.*|(?:chuc nang|nhiem vu|co cau|to chuc|lanh dao|bo may).*"
    r"|van ban.*|thu tuc.*|dich vu cong.*|hoi dap.*|hoi - dap|cau hoi.*|faq.*|gop y.*|y kien.*|thu vien.*|video.*"
    r"|hinh anh.*|album.*"
    r"|lich.*|dang nhap.*|dang ky.*|tim kiem.*|search.*|rss.*|login.*|trang chu|trang nhat|home|tra cuu.*|dieu khoan.*"
    r"|chinh sach (?:bao mat|rieng tu).*|privacy.*|terms.*|danh ba.*|english|tieng viet|so dien thoai.*|downloads?.*"
    r"|tai (?:lieu|ve|xuong).*|quang cao.*|thanh vien.*|tham do.*|lien ket.*|forum|dien dan.*|thu dien tu.*"
    r"|e?mail.*|user.*"
)
# Lists across all sections: what they hold is held by the sections too, on more pages.
ACROSS = re.compile(
    r"/(?:tags?|tu-khoa|the|author|tac-gia|taxonomy/term|archive|topics?|dong-su-kien)/|/(?:19|20)\d\d/[01]\d/?$"
)
FEED_TYPE = re.compile(r"application/(?:rss|atom|rdf)\+xml|text/xml", re.IGNORECASE)
FEED_ADDRESS = re.compile(
    r"\.rss$|/(?:rss|feed|atom)(?:/|$|\.\w+$)|rss\.(?:xml|aspx|php|html?)$|[?&](?:format=feed|type=rss|feed=rss2?|nv=rss)"
    r"|/(?:rss|feeds?)/|(?:rss|feed)handler|\.rdf$|listfeed\.aspx|/rss[-_]\w+",
    re.IGNORECASE,
)
LONGEST_LABEL = 60
FEWEST_MENU_LINKS = 3


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A link that may lead to a list of news.

    `rank` says how promising it is: 3 worded as news, in a menu; 2 in a menu, or worded as news; 1 another short
    link; 0 what rarely lists news (documents, procedures, introduction) or lists it across sections (tags, authors).
    """

    url: str
    text: str
    rank: int


def internal_links(document: Document) -> tuple[SectionLink, ...]:
    """Find the links of a page that may lead to lists of news, the most promising first, then in page order."""
    base = base_address(document)
    best: dict[str, SectionLink] = {}
    for node in document.tree.css("a[href]"):
        url = _section_address(node.attributes.get("href") or "", base, document.url)
        text = text_of(node) or squeeze(node.attributes.get("title") or "")
        if (
            url is None
            or not text
            or len(text) > LONGEST_LABEL
            or (url not in best and has_number(url) and _is_long(text))
        ):
            continue
        link = SectionLink(url, text, _rank(node, url, text))
        if url not in best or link.rank > best[url].rank:
            best[url] = link
    return tuple(sorted(best.values(), key=lambda link: -link.rank))


def menu_links(document: Document) -> tuple[str, ...]:
    """Give the addresses worth a look for lists of news, the most promising first.

    Short links outside of menus count only where a page has no menu to speak of.
    """
    found = internal_links(document)
    promising = [link.url for link in found if link.rank >= 2]
    if len(promising) < FEWEST_MENU_LINKS:
        promising = [link.url for link in found if link.rank >= 1]
    return tuple(promising)


def _section_address(href: str, base: str, page: str) -> str | None:
    if not href or href.startswith("#"):
        return None
    url = canonical(href, base)
    if not same_host(url, page) or url == canonical(page) or is_trap(url) or is_twin(url) or is_front(url):
        return None
    return url


def _is_long(text: str) -> bool:
    return len(text.split()) >= 9


def _rank(node: LexborNode, url: str, text: str) -> int:
    key = fold(text)
    if NO_NEWS.fullmatch(key) or ACROSS.search(urlsplit(url).path):
        return 0
    in_menu = any(
        above.tag in MENU_TAGS or MENU.search(names(above)) for above in ancestors(node) if above.tag != "body"
    )
    worded = bool(NEWS.search(key)) and len(key.split()) <= 9
    return 3 if in_menu and worded else 2 if in_menu or (worded and len(key.split()) <= 6) else 1


def feeds(document: Document) -> tuple[str, ...]:
    """Find a page's feeds: `<link rel=alternate>` first, then visible links; comment feeds are left out."""
    base = base_address(document)
    found: dict[str, None] = {}
    for node in document.tree.css("link[rel~=alternate][href]"):
        if FEED_TYPE.search(node.attributes.get("type") or ""):
            found[canonical(node.attributes.get("href") or "", base)] = None
    for node in document.tree.css("a[href]"):
        url = canonical(node.attributes.get("href") or "", base)
        if FEED_ADDRESS.search(url):
            found[url] = None
    return tuple(url for url in found if same_host(url, document.url) and not _is_comment_feed(url))


def _is_comment_feed(url: str) -> bool:
    return "/comments/" in unquote(urlsplit(url).path)


def declared_address(document: Document) -> str | None:
    """Give the article's main address as the page declares it (`rel=canonical`, else `og:url`), if it is credible.

    Not credible: another host, a front page (the same on all pages of some portals), a list's first page.
    """
    for selector, attribute in (("link[rel=canonical]", "href"), ('meta[property="og:url"]', "content")):
        node = document.tree.css_first(selector)
        value = (node.attributes.get(attribute) or "").strip() if node is not None else ""
        if not value:
            continue
        url = canonical(value, document.url)
        if same_host(url, document.url) and not is_front(url) and not is_trap(url):
            return url
    return None
