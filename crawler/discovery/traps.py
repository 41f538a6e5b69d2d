"""Addresses not to follow: files, functions of the portal, and rooms without an end."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from crawler.discovery.addresses import REMEMBERED, canonical, parameters

LONGEST = 1024
DEEPEST = 16
ASSET = re.compile(
    r"jpg|jpeg|png|gif|bmp|webp|svg|ico|tif|tiff|css|js|mjs|json|map|woff|woff2|ttf|eot|otf|mp3"
    r"|mp4|m4a|m4v|avi|mov|wmv|wma|flv|swf|wav|ogg|webm|3gp|mpg|mpeg|rm|ts|m3u8|exe|msi|apk|dmg"
    r"|iso|bin|dll|xsd|xsl|ics|vcf|psd|ai"
)
DOCUMENT = re.compile(
    r"pdf|doc|docx|xls|xlsx|xlsm|ppt|pptx|pps|odt|ods|odp|rtf|zip|rar|7z|gz|tar|tif|dwg|epub|csv"
    r"|txt"
)
FUNCTION = re.compile(
    r"(?:dang-?(?:nhap|ky|xuat)|log-?(?:in|on|out|off)|sign-?(?:in|up|out)|register|signout|users?|account|tai-khoan|members?"
    r"|thanh-vien|lostpass\w*|(?:quen|forgot|reset|request)-?\w*pass\w*|password|auth|authenticate|authori[sz]e|oauth2?|sso|openid|cas"
    r"|search|seek|tim-?kiem|ket-qua-tim-kiem|cart|gio-hang|checkout|wishlist|compare"
    r"|admin\w*|quan-?tri|cpanel|wp-admin|wp-json|wp-login|xmlrpc|wp-content|wp-includes|cgi-bin|ajax|api"
    r"|rss|feeds?|atom|sitemap\w*|so-do-(?:site|trang|web)\w*|voting|poll|tham-do-y-kien|binh-chon|captcha|statistics"
    r"|calendar|_layouts|_catalogs|_vti_bin|_forms|c/portal|webmail|mail|owa"
    r"|comment|comments|reply|guestbook|contact\w*|lien-he\w*|banners?|rate|vote|share|download|downloads|embed)",
    re.IGNORECASE,
)
ENTRANCE = re.compile(
    r"(?:log-?(?:in|on|out)|dang-?nhap|signin|register|dang-?ky|search|tim-?kiem|searchresults?|ketquatimkiem|rss|sitemap"
    r"|authenticate|accessdenied|signout|contact|lien-?he|error|captcha|download|getfile)(?:\.\w+)?",
    re.IGNORECASE,
)
SORTING = re.compile(
    r"(?:order|sort|orderby|order_by|sortby|sort_by|sorting|sortorder|sort_order|dir|filter_order\w*|limit"
    r"|orderfield|sortfield|sx|\w*_order(?:by|bycol|bytype)|limitstart_order)",
    re.IGNORECASE,
)
FUNCTION_PARAMETER = re.compile(
    r"(?:s|q|keyword|keywords|tukhoa|query|search\w*|txtsearch|k|destination|replytocom|add-to-cart"
    r"|share|like_comment|delta|captcha)",
    re.IGNORECASE,
)
FUNCTION_VALUE = re.compile(
    r"(?:log-?in|logout|register|search|users?|seek|voting|contact|statistics|banners|com_users|com_search"
    r"|com_finder|com_contact|com_mailto|rss|lostpass)",
    re.IGNORECASE,
)
LOCALE = re.compile(r"vi|en|fr|zh|ja|ko|lo|km|ru|es|de|pt|[a-z]{2}-(?:vn|us|gb|fr|cn|es|pt|jp|kr)", re.IGNORECASE)
# WordPress and many calendars: a page for every day, /2022/11/21/.
DAY_PATH = re.compile(r"(?:19|20)\d\d/[01]?\d/[0-3]?\d")
DAY_PARAMETER = re.compile(
    r"(?:date|day|ngay|thang|month|year|nam|cal\w*|tungay|denngay|fromdate|todate)", re.IGNORECASE
)


@lru_cache(maxsize=REMEMBERED)
def is_trap(url: str, base: str | None = None) -> str | None:
    """Say why an address is not to be followed, in one word; None if it may be.

    Reasons: `scheme`, `length`, `depth`, `repeated`, `asset`, `document`, `function`, `sort`, `calendar`, `locale`.
    A `document` is a file to attach, not a page; the others lead nowhere.
    """
    address = canonical(url, base)
    parts = urlsplit(address) if address.startswith(("http://", "https://")) else None
    if parts is None:
        return "scheme"
    if len(address) > LONGEST:
        return "length"
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    return (
        _by_shape(segments)
        or file_kind(address)
        or _by_function(segments, parameters(parts.query))
        or _by_parameters(parameters(parts.query))
    )


def file_kind(url: str) -> str | None:
    """Tell by the extension whether an address is a file: `document`, `asset` or None for a page."""
    name = urlsplit(url).path.rpartition("/")[2].lower()
    stem, dot, extension = name.rpartition(".")
    if not dot or not stem:
        return None
    return "document" if DOCUMENT.fullmatch(extension) else "asset" if ASSET.fullmatch(extension) else None


def _by_shape(segments: list[str]) -> str | None:
    if len(segments) > DEEPEST:
        return "depth"
    lower = [segment.lower() for segment in segments]
    if DAY_PATH.fullmatch("/".join(lower)):
        return "calendar"
    if any(segment in ("http", "https", "http:", "https:") for segment in lower):
        return "repeated"
    if "order" in lower[:-1] and ("dir" in lower or lower[-1] in ("asc", "desc")):
        return "sort"
    for one, other in pairwise(lower):
        if one == other and not one.isdigit():
            return "repeated"
        if LOCALE.fullmatch(one) and LOCALE.fullmatch(other) and lower.index(one) == 0:
            return "locale"
    most = Counter(segment for segment in lower if not segment.isdigit()).most_common(1)
    return "repeated" if most and most[0][1] >= 3 else None


def _by_function(segments: list[str], pairs: list[tuple[str, str]]) -> str | None:
    """Portal functions stand first in the path (after the language), or as the page itself."""
    names = segments[1:] if segments and LOCALE.fullmatch(segments[0]) else segments
    if names and FUNCTION.fullmatch(names[0]):
        return "function"
    if names and (ENTRANCE.fullmatch(names[-1]) or names[-1].lower() in ("feed", "rss", "rss.xml", "atom.xml")):
        return "function"
    for name, value in pairs:
        if FUNCTION_PARAMETER.fullmatch(name) or (
            name.lower() in ("nv", "option", "module", "mod", "op", "do", "action", "task")
            and FUNCTION_VALUE.fullmatch(value)
        ):
            return "function"
    return None


def _by_parameters(pairs: list[tuple[str, str]]) -> str | None:
    for name, value in pairs:
        if SORTING.fullmatch(name) and name.lower() != "limit":
            return "sort"
        if DAY_PARAMETER.fullmatch(name) and re.search(r"\d", value):
            return "calendar"
    return "repeated" if any(count > 2 for count in Counter(name for name, _ in pairs if name).values()) else None
