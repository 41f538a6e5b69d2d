"""The stable id of an address: what stays when an editor changes the slug, or files an article a second time.

A portal's addresses name an article by a number, by a GUID or by a slug. A number is trusted only where it cannot
be part of the headline (`…-thang-4-2022` names no article 2022), since one id for two articles loses one of them,
while two ids for one article cost a request and are joined by the redirect or by the page's canonical link.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

from crawler.discovery.addresses import REMEMBERED, bare_host, canonical, parameters
from crawler.discovery.twins import main_address

# Idle beside an id or a slug in the path; alone they are all that tells one article from another.
NAMING_PARAMETER = re.compile(r"title|alias|slug|ref|start|mode|keyword|cat|catid|catname|category\w*", re.IGNORECASE)
GUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
GUID_ONLY = re.compile(rf"\{{?({GUID})\}}?", re.IGNORECASE)
# Parameters that name one article on a whole site; beside them nothing else counts.
ARTICLE_PARAMETER = re.compile(
    r"(?:news|article|content|post|tin|bai|baiviet|art|doc)_?id|ddocname|tintuc|nid|p_steering|news_?no", re.IGNORECASE
)
# Parameters that name an item of whatever the path and the other parameters name (a SharePoint list, a module), the
# surest first. WordPress' `p` is a page number elsewhere.
ITEM_PARAMETER = (
    re.compile(r"item_?id|id|_\w+_(?:id|articleid|newsid|entryid)", re.IGNORECASE),
    re.compile(r"_id|art|p", re.IGNORECASE),
)
# What an article's address may carry without meaning: the page of the list it was found on, names beside their ids,
# the category beside the item. `l` and `UrlList` name a list, and count.
IDLE_PARAMETER = re.compile(
    r"page(?:index|no|number|num)?|trang|paged|start|lv|catname|catid|cat|category\w*|title|alias|slug|topicid|menuid"
    r"|colookup|mode|language|lang|keyword|ref|showall|itemid_menu|p_p_\w+",
    re.IGNORECASE,
)
LANGUAGE = re.compile(r"vi|vn|vie|vi[-_]vn|[a-z]{2}[-_][a-z]{2}|es|fr|pt|de", re.IGNORECASE)
# Rooms of a portal whose numbers count apart from those of the news.
OTHER_ROOM = re.compile(
    r"laws?|legal\w*|van-?ban\w*|documents?|download\w*|tai-lieu\w*|videos?|video-?clips?|nvideo|albums?|photos?|galler\w+"
    r"|thu-vien\w*|hinh-anh\w*|faqs?|hoi-dap\w*|thu-tuc\w*|tthc|shops?|san-pham-\d+|products?|polls?|voting|events?|su-kien"
    r"|lich\w*|du-thao\w*|page|about|gioi-thieu|siteterms|en",
    re.IGNORECASE,
)
# The number at the end of a headline that counts things, years or papers instead of naming the article.
COUNTED = re.compile(
    r"(?:^|[-_])(?:so|nam|thang|ngay|quy|nd|qd|tt|nq|kh|ct|luat|covid|tcvn|iso|mua|trang|page)[-_]+\d+$", re.IGNORECASE
)
EXTENSION = re.compile(
    r"\.(?:html?|aspx?|php|jsp|jspx|cms|ccdl|do|vnp|chn|tpo|epi|ldo|antd|vov|dts|shtml)$", re.IGNORECASE
)
TAIL_FORMS = (
    re.compile(r"(?:^|[-_.])(p\d+[cn]\d+|c\d+n\d+|[a-z]{3}nd-\d+(?=-[a-z]{3}nc-\d))(?=$|[-_.])", re.IGNORECASE),
    re.compile(r"(?<=[a-z0-9-])(?:--|_)(?=[0-9a-f]*\d)([0-9a-f]{14,}|\d{3,})$", re.IGNORECASE),
    re.compile(r"-((?:c|p|d|a|n|i|t|id|post|news|art|dtnew)-?\d{3,})$", re.IGNORECASE),
)
# "…-cay-xanh-1000.html", "10000-nguoi-…": what is counted so is round. One id in a hundred is, and costs a slug.
ROUND = re.compile(r"\d{1,4}00")
NUMBERED_SLUG = re.compile(r"(?:[^-]+-+){3,}\d+")
LEADING = re.compile(r"(\d{5,})[-_]\D")
TRAILING = re.compile(r"(?:^|[-_.])(\d{3,})$")


@lru_cache(maxsize=REMEMBERED)
def stable_id(url: str, home: str | None = None, headline: str | None = None) -> str:
    """Give the id of an article's address, unique on its site.

    `home` is the site's main host; an address on another host gets that host into its id, so that the same number on
    two servers stays two articles. `headline` is the article's, where it is known: a number at the end of the slug
    that stands in it too (`…-quoc-lo-279`) is a word of it, and names no article.
    """
    address = main_address(url) or canonical(url)
    parts = urlsplit(address)
    own = _id(parts, headline or "")
    host = bare_host(address)
    return own if home is None or host == home.lower().removeprefix("www.") else f"{host}/{own}"


def has_number(url: str) -> bool:
    """Whether an address names its page by a number or a GUID that is no part of a headline."""
    return stable_id(url).startswith("#")


def _id(parts: SplitResult, headline: str) -> str:
    segments = _segments(parts.path)
    pairs = [(name, value) for name, value in parameters(parts.query) if value]
    words = frozenset(re.findall(r"\d+", headline))
    return _by_parameter(segments, pairs) or _by_segment(segments, pairs, words) or _by_path(segments, pairs)


def _segments(path: str) -> list[str]:
    text = unicodedata.normalize("NFC", unquote(path))
    segments = [segment for segment in text.split("/") if segment]
    while segments and LANGUAGE.fullmatch(segments[0]):
        segments = segments[1:]
    return segments


def _by_parameter(segments: list[str], pairs: list[tuple[str, str]]) -> str | None:
    for name, value in pairs:
        if ARTICLE_PARAMETER.fullmatch(name) and _key(value):
            return f"#{_route(segments)}?{name.lower()}={_key(value)}"
    for form in ITEM_PARAMETER:
        for name, value in pairs:
            if form.fullmatch(name) and _key(value):
                others = sorted(pair for pair in pairs if pair[0] != name and not IDLE_PARAMETER.fullmatch(pair[0]))
                rest = "".join(f"&{other.lower()}={text.lower()}" for other, text in others)
                return f"#{_route(segments)}?{name.lower()}={_key(value)}{rest}"
    return _by_value(pairs)


def _by_value(pairs: list[tuple[str, str]]) -> str | None:
    """Find the id in a bare query (Liferay's `?18477100`) or in a query that holds a path (NukeViet 3's `op`)."""
    for name, value in pairs:
        if not name and value.isdigit() and len(value) >= 5:
            return f"#?{value}"
        if name.lower() == "op" and "/" in unquote(value):
            number = _number_of_slug(unquote(value).rstrip("/").rpartition("/")[2] + ".html")
            module = "".join(other for label, other in pairs if label.lower() == "nv")
            return f"#{module}:{number}" if number else None
    return None


def _key(value: str) -> str | None:
    """Give the key that a parameter's value is: a number, a GUID, `news_597`, or Joomla's `12:slug`."""
    text = unquote(value).lower()
    joomla = re.match(r"(\d+):", text)
    guid = GUID_ONLY.fullmatch(text)
    if joomla or guid:
        return (joomla or guid)[1]  # type: ignore[index]
    return text if re.fullmatch(r"\w{0,12}\d+", text) else None


def _route(segments: list[str]) -> str:
    """Give the path beside a key: the slug, if it is one, belongs to the article and goes."""
    slug = bool(segments) and segments[-1].count("-") >= 6 and not EXTENSION.search(segments[-1])
    kept = segments[:-1] if slug else segments
    return "/" + "/".join(kept).lower() if kept else "/"


def _by_segment(segments: list[str], pairs: list[tuple[str, str]], words: frozenset[str]) -> str | None:
    if any(not IDLE_PARAMETER.fullmatch(name) for name, _ in pairs):
        return None
    numbered = _numbered_segment(segments)
    if numbered:
        return numbered
    if not segments:
        return None
    number = _number_of_slug(segments[-1])
    if number and number not in words:
        return f"#{_room(segments[:-1])}{number}"
    # Too short a number to be sure of it; the slug with its number is one article, in whatever category it is shown.
    own, extensions = EXTENSION.subn("", segments[-1])
    return f"{_room(segments[:-1])}{own}" if extensions and NUMBERED_SLUG.fullmatch(own) else None


def _numbered_segment(segments: list[str]) -> str | None:
    """Find a segment that is a number or a GUID by itself; the route before it stays.

    It stands last, before the slug, or (if long) before the category's name and the slug.
    """
    lower = [segment.lower() for segment in segments]
    if "id" in lower[:-1]:
        place = lower.index("id") + 1
        number = re.fullmatch(r"(?:.*-)?(\d+)", EXTENSION.sub("", segments[place]))
        if number:
            return f"#{_prefix(segments[:place])}{number[1]}"
    for index in range(len(segments) - 1, max(len(segments) - 4, -1), -1):
        text = EXTENSION.sub("", segments[index])
        guid = GUID_ONLY.fullmatch(text)
        if guid:
            return f"#{_room(segments[:index])}{guid[1].lower()}"
        least = 5 if index < len(segments) - 2 else 3
        if text.isdigit() and index and len(text) >= least and not _is_date_folder(segments, index):
            return f"#{_prefix(segments[:index])}{text}"
    return None


def _prefix(before: list[str]) -> str:
    """Give the route before a bare number: neither other numbers (categories) nor slugs (of the article)."""
    names = [name for name in _within_portlet(before) if not name.isdigit() and name.count("-") < 3]
    return "/".join(names).lower() + ":"


def _within_portlet(segments: list[str]) -> list[str]:
    """Drop the page and the instance through which Liferay shows an asset: one article has many of them."""
    if "-" not in segments:
        return segments
    place = segments.index("-")
    site = segments[:2] if segments[0].lower() in ("web", "group") else []
    rest = segments[place + 1 :]
    return site + (rest[2:] if rest and rest[0].lower() == "asset_publisher" else rest)


def _is_date_folder(segments: list[str], index: int) -> bool:
    """Tell /2022/11/ and /slug/2/ (a part of an article, an archive) from an id."""
    text = EXTENSION.sub("", segments[index])
    after = segments[index + 1 :]
    return len(text) <= 2 or (_is_year(text) and len(text) == len(segments[index]) and not after)


def _number_of_slug(slug: str) -> str | None:
    text, extensions = EXTENSION.subn("", slug)
    for form in TAIL_FORMS:
        match = form.search(text)
        if match and not COUNTED.search(text) and not _is_told(match[1]):
            return match[1].lower()
    match = LEADING.match(text) or TRAILING.search(text)
    if not match or COUNTED.search(text):
        return None
    number = match[1]
    if _is_told(number) or (len(number) < 5 and not extensions):
        return None
    return number


def _is_told(number: str) -> bool:
    """Whether a number at the edge of a slug belongs to the headline: a year, a day, or a round one of things."""
    return _is_year(number) or _is_day(number) or bool(ROUND.fullmatch(number))


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and 1900 <= int(number) <= 2100


def _is_day(number: str) -> bool:
    """Whether eight or six digits read as a date (20220131, 31012022, 012022)."""
    return bool(re.fullmatch(r"(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d|[01]?\d(?:19|20)\d\d", number))


def _room(directories: list[str]) -> str:
    rooms = [name.lower() for name in directories if OTHER_ROOM.fullmatch(name)]
    return "/".join(rooms) + ":"


def _names(name: str, *, named: bool) -> bool:
    """Whether an idle parameter counts after all, since no slug in the path names the article."""
    return not named and NAMING_PARAMETER.fullmatch(name) is not None


def _by_path(segments: list[str], pairs: list[tuple[str, str]]) -> str:
    named = bool(segments) and segments[-1].count("-") >= 3
    kept = sorted(pair for pair in pairs if not IDLE_PARAMETER.fullmatch(pair[0]) or _names(pair[0], named=named))
    query = "&".join(f"{name}={value}" if name else value for name, value in kept)
    return "/" + "/".join(_within_portlet(segments)) + (f"?{query}" if query else "")
