"""What tags, roles and the words of class and id attributes hint at. Hints are weighed, never obeyed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_SIZE = 8192
# What hints stands at the beginning; a longer attribute is cut, for its length must not cost memory.
LONGEST = 1000
_BLOCKS = """address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section select summary table tbody
td textarea tfoot th thead tr ul"""
_SKIPPED = "script style noscript template head link meta svg select option textarea object canvas math title"
BLOCK_TAGS = frozenset(_BLOCKS.split())
SKIPPED_TAGS = frozenset(_SKIPPED.split())
# What the names of comments, doctypes and the like begin with.
NO_LETTERS = "-!_"
_ICON_TAG = re.compile(r"-icon$|^(?:ion|fa)-")
_ICON_NAMES = re.compile(r"(?<![\w-])(?:material-(?:icons|symbols)[\w-]*|mat-icon)(?![\w-])")
FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "menu"})
FURNITURE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "menu", "menubar", "dialog"})

HEADING_TAGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD_TAGS = frozenset({"b", "strong", "th", *HEADING_TAGS})
# Inline elements that say nothing of themselves where they bear no name.
_PLAIN_TAGS = frozenset({"span", "font", "i", "em", "u", "small", "sub", "sup", "o:p"})
_SPECIAL_TAGS = frozenset({"a", "time", *_BOLD_TAGS})
_PAGE_TAGS = frozenset({"body", "main", "article"})

# Words of class and id names, as CMSs and their themes in Vietnam and elsewhere use them for what is no article.
_FURNITURE = re.compile(
    r"side-?_?bar|bread-?_?crumb|(?<![a-z])nav(?:bar|igation|s)?(?![a-z])|menu|footer|related|lien-?_?quan|similar"
    r"|(?:tin|bai|baiviet|news)-?_?(?:khac|moi|cu|lq|cungloai|hot|nong|doc-?nhieu)(?![a-z])|other-?_?(?:news|title|article|post|item)"
    r"|(?<![a-z])(?:other|orther)s?(?![a-z])|most-?_?(?:read|view)|recent|latest|popular|comment|binh-?_?luan|feedback|phan-?_?hoi"
    r"|(?<![a-z])shar(?:e|ing)|social|addthis|addtoany|a2a|like-?box|facebook|twitter|zalo|google-?plus|rating|(?<![a-z])rate(?![a-z])|vote"
    r"|danh-?_?gia|(?<!ng-)star(?![a-z])|(?<![a-z])tags?(?:-?_?(?:list|links|cloud|box|s))?(?![a-z])|keyword|tu-?_?khoa|counter|thong-?_?ke|visitor"
    r"|useronline|banner|advert|(?<![a-z])ads?(?![a-z])|quang-?_?cao|sponsor|pager|paginat|paging|phan-?_?trang|login|dang-?_?nhap|search"
    r"|tim-?_?kiem|tool-?_?(?:bar|s|box)|(?<![a-z])print(?![a-z:])|popup|modal|cookie|captcha|web-?_?link|lien-?_?ket|newsletter|subscribe"
    r"|copyright|(?<![a-z])poll|tham-?_?do|calendar|hotline|marquee|slider|slide-?_?show|carousel|view-?_?count|luot-?_?xem|skip-?_?link|(?<![\w-])(?!has-)[\w-]*font-?_?size(?!-?_?(?:text|content|body|\d))"
    r"|(?<![a-z])(?:[a-z]{2,4}-?_?)?toc(?![a-z])|table-?_?of-?_?contents|muc-?_?luc|co-?_?chu(?![a-z])|tts|(?<![a-z])(?<!format-)audio(?![a-z])|audio-?_?player|text-?_?to-?_?speech|qr-?_?code|wm-ipp|toolbox"
)
_ADVERTISING = re.compile(r"advert|(?<![a-z])ads?(?![a-z])|quang-?_?cao|sponsor|cookie|(?<![a-z])gdpr(?![a-z])")
_FOOTER = re.compile(r"(?:^|[\s_-]|site|page|main)footer(?!-?_?(?:meta|entry))|(?:^|\s)chan-?_?trang")
_ENTRY = re.compile(r"(?:entry|post|article|content)-?_?footer")
_HIDDEN_WORDS = re.compile(
    r"(?:^|\s)(?:hidden|hide|d-none|element-hidden|element-invisible|sr-only|visually-hidden|visuallyhidden"
    r"|screen-reader-text|invisible|ms-hide|ms-hidden|display-none|an|nodisplay)(?:\s|$)"
)
# Bootstrap hides on small screens only: "d-none d-md-block".
_SHOWN_WORDS = re.compile(r"(?:^|\s)d-(?:sm|md|lg|xl|xxl)-(?:block|flex|inline|inline-block|grid|table)(?:\s|$)")
# Off the screen is hidden too: `left: -9999px`. Small indents are Word's.
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|right|top|text-indent)\s*:\s*-\d{4,}|(?<![a-z-])clip\s*:\s*rect\(\s*0"
)
_TITLE = re.compile(
    r"(?<![a-z])(?:subject|header)(?![a-z])|(?<!sub)heading(?![a-z])|title|tieu-?_?de|ten-?_?(?:bai|tin)|articleheader|headline"
)
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:side|aside|right|left|(?:col|zone|cot|cell|pane|box|block|content|main|d)-?_?(?:side|right|left|phai|trai))(?![a-z])"
    r"|(?<!no-)(?<!no_)(?<!has-)(?<!with-)side-?_?bar|(?:rightpane|leftpane)|(?:^|[\s-])(?:col|grid)-(?:(?:xs|sm|md|lg|xl)-)?(?:[1-4]|25|30|33)(?![0-9])|(?:^|\s)span[1-4](?:\s|$)"
)
_WIDTH = re.compile(r"(?:^|;|\s)width\s*:\s*(\d+)px", re.IGNORECASE)
_PIXELS = re.compile(r"(\d+)(?:px)?")
_LEAST_WIDTH, _SIDE_WIDTH = 100, 330


@dataclass(frozen=True, slots=True)
class Traits:
    """What an element's tag and attributes hint at. `names`: its class and id, lower case.

    `plain`: it is inline and says nothing of itself. `heading`: its level, or 0. `special`: it changes what the text
    within it is.
    """

    names: str = ""
    hidden: bool = False
    plain: bool = False
    block: bool = False
    bold: bool = False
    furniture: bool = False
    heading: int = 0
    special: bool = False


def traits_of(tag: str, attributes: Mapping[str, str | None]) -> Traits:
    """The traits of an element; a site's elements are much the same on all of its pages, so they are remembered."""
    if not attributes:
        return _bare(tag)
    if "hidden" in attributes:
        return _HIDDEN
    get = attributes.get
    classes, identity, style, role = get("class"), get("id"), get("style"), get("role")
    if style or role:
        return _traits(
            tag,
            (classes or "")[:LONGEST],
            (identity or "")[:LONGEST],
            (style or "")[:LONGEST],
            (role or "")[:LONGEST],
        )
    if classes or identity:
        return _traits(tag, (classes or "")[:LONGEST], (identity or "")[:LONGEST])
    return _bare(tag)


@lru_cache(_SIZE)
def _bare(tag: str) -> Traits:
    return _traits(tag)


@lru_cache(_SIZE)
def _traits(tag: str, classes: str = "", identity: str = "", style: str = "", role: str = "") -> Traits:
    names = " ".join(f"{classes} {identity}".lower().split())
    if is_hidden(names, style) or is_icon(tag, names):
        return _HIDDEN
    return Traits(
        names,
        plain=not names and tag in _PLAIN_TAGS,
        block=is_block(tag),
        bold=tag in _BOLD_TAGS or "bold" in style,
        furniture=(
            tag in FURNITURE_TAGS
            or role in FURNITURE_ROLES
            or (bool(names) and tag not in _PAGE_TAGS and is_furniture(names))
        ),
        heading=HEADING_TAGS.get(tag, 0),
        special=tag in _SPECIAL_TAGS or "bold" in style,
    )


_HIDDEN = Traits(hidden=True)


def is_block(tag: str) -> bool:
    """Whether an element parts lines. The elements that a framework makes up ("mat-card-title") mostly do."""
    return tag in BLOCK_TAGS or ("-" in tag and ":" not in tag)


def is_icon(tag: str, names: str) -> bool:
    """Whether an element's text is the name of a sign in an icon font: "schedule", "attach_file"."""
    return _ICON_TAG.search(tag) is not None or _ICON_NAMES.search(names) is not None


@lru_cache(_SIZE)
def is_furniture(names: str) -> bool:
    """Whether class and id `names` (lower case) hint at furniture."""
    return _FURNITURE.search(names) is not None


@lru_cache(_SIZE)
def is_advertising(names: str) -> bool:
    """Whether class and id `names` (lower case) hint at an advertisement or a consent box: never an article's text."""
    return _ADVERTISING.search(names) is not None


def is_footer(tag: str, names: str) -> bool:
    """Whether an element is the page's footer by its tag or names; an entry's footer is part of an article."""
    return (tag == "footer" and not names) or (_FOOTER.search(names) is not None and not _ENTRY.search(names))


def is_hidden(names: str, style: str) -> bool:
    """Whether an element is hidden by an inline style, or by a class name that hides in the usual frameworks."""
    return bool((style and _HIDDEN_STYLE.search(style.lower())) or (names and _hides(names)))


@lru_cache(_SIZE)
def _hides(names: str) -> bool:
    return _HIDDEN_WORDS.search(names) is not None and not _SHOWN_WORDS.search(names)


def is_side_column(names: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is laid out as a side column: by name, by a narrow grid class or by a narrow width."""
    if names and _is_side_name(names):
        return True
    width = _WIDTH.search(attributes.get("style") or "") or _PIXELS.fullmatch(attributes.get("width") or "")
    return width is not None and _LEAST_WIDTH <= int(width[1]) <= _SIDE_WIDTH


@lru_cache(_SIZE)
def _is_side_name(names: str) -> bool:
    return _SIDE.search(names) is not None


@lru_cache(_SIZE)
def is_titled(names: str) -> bool:
    """Whether class and id `names` hint at a headline."""
    return _TITLE.search(names) is not None
