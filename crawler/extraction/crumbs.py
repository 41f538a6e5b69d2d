"""Breadcrumbs: the printed path from the front page to the article, and the one that the markup declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from selectolax.lexbor import LexborHTMLParser

from crawler.extraction.plain import compact, squash, word_count
from crawler.extraction.remembering import contains
from crawler.extraction.tree.outline import Line, Outline

_is_crumb_name = contains(
    r"(?<![a-z])crumbs?(?![a-z])|bread-?_?crumb|duong-?_?dan|dieu-?_?huong|site-?_?map-?_?path|navcontainer|menunavigation|(?<![a-z])path(?:way)?(?![a-z])|location"
)
_SPLIT = re.compile(r"\s*(?:>>|>|»|›|→|/|\|)\s*")
_ARROWS = re.compile(r"\s*(?:>>|>|»|›|→)\s*|\s/\s")
_HOME = re.compile(r"(?:trang (?:chủ|nhất)|home ?page|home)(?:\s+|$)", re.IGNORECASE)
_HERE = re.compile(
    r"(?:(?:bạn|quý vị) (?:đang )?(?:ở|xem)(?: đây| trang)?|vị trí(?: hiện tại)?|you are here)\s*:?\s*", re.IGNORECASE
)
# The last step of a path that names no section but the page itself.
_PAGE = frozenset(
    {"chi tiết", "chi tiết tin", "chi tiết bài viết", "chi tiết tin tức", "nội dung chi tiết", "bài viết"}
)
_MAX_NAME_WORDS = 14
_MAX_PATH_WORDS = 30
_BOX_LINES = 12


def in_breadcrumb(page: Outline, line: Line) -> bool:
    """Whether a line stands in a box that is named as a breadcrumb."""
    return is_within(page, line, _is_crumb_name)


def is_here(text: str) -> bool:
    """Whether a line says where the reader is: "Bạn đang ở: Trang chủ Tin tức"."""
    return _HERE.match(text) is not None


def is_path(page: Outline, line: Line) -> bool:
    """Whether a line is a path, be it by its box or by beginning at the front page."""
    return in_breadcrumb(page, line) or _HOME.match(_HERE.sub("", line.text)) is not None


def is_within(page: Outline, line: Line, is_name: Callable[[str], bool]) -> bool:
    """Whether a line, or a box of few lines around it, bears a name that `is_name` knows."""
    if is_name(line.names):
        return True
    for element in page.around(line, 6):
        if element.end - element.first > _BOX_LINES or element.tag == "article":
            return False
        if element.names and is_name(element.names):
            return True
    return False


def steps(page: Outline, line: Line) -> list[str]:
    """The names of a breadcrumb's line, in order; "Trang chủ" and "Bạn đang ở:" left out."""
    names = (line.is_link and _linked_names(page, line)) or _parted(page, line)
    return [name for part in names if (name := _HOME.sub("", part).strip(" :-")) and len(name) > 2]


def printed_path(page: Outline, line: Line) -> list[str]:
    """The names of a line that is a path by its arrows alone ("Tin tức » Dạy nghề"), or nothing."""
    # An arrow before the first name is the bullet of a menu's entry.
    text = _HERE.sub("", line.text).lstrip("»›→> ")
    parts = (line.is_link and _linked_names(page, line)) or _ARROWS.split(text)
    marked = _SPLIT.search(line.text) is not None and "|" not in line.text
    whole = marked and (_HOME.match(parts[0]) is not None or line.is_link)
    if len(parts) < 2 or word_count(line.text) > _MAX_PATH_WORDS or not whole:
        return []
    return steps(page, line)


def last_step(text: str) -> str:
    """The last name of a path that is no link, as it stands over an article: "Tin tức » Dạy nghề"."""
    return _ARROWS.split(text)[-1] or text


def declared(tree: LexborHTMLParser) -> list[str]:
    """The names of the page's microdata breadcrumb, shown or not: NukeViet hides it until a script has run."""
    nodes = tree.css('[itemtype$="BreadcrumbList"] [itemprop="name"]')
    names = [squash(node.attributes.get("content") or node.text()) for node in nodes]
    return [name for name in names if not _HOME.fullmatch(name)]


def last_name(names: Iterable[str], title: str) -> str | None:
    """The last name that is neither the front page nor the article itself. `title` is a `compact` key."""
    usable = [
        name for name in names if (key := compact(name)) and not _is_title(key, title) and name.casefold() not in _PAGE
    ]
    fitting = [name for name in usable if word_count(name) <= _MAX_NAME_WORDS and not _HOME.fullmatch(name)]
    return fitting[-1] if fitting else None


def _is_title(key: str, title: str) -> bool:
    """Whether a name is the article's, whole or cut: a title that goes on from a section's short name is none."""
    return key == title or (title.startswith(key) and len(key) * 2 > len(title)) or key.startswith(title)


def _parted(page: Outline, line: Line) -> list[str]:
    """The names of a path that signs or, where pictures stand for them, the ends of its links part."""
    text = _HERE.sub("", line.text)
    names = _SPLIT.split(text)
    if len(names) > 1 or not line.linked:
        return names
    links = page.elements[line.element].node.css("a[href]")
    names = [name for node in links if (name := squash(node.text()))]  # a picture alone has none
    rest = text
    for name in names:
        rest = rest.partition(name)[2]
    return [*names, rest.strip()] if compact(text) == compact("".join([*names, rest])) else [text]


def _linked_names(page: Outline, line: Line) -> list[str]:
    names = [squash(node.text()) for node in page.elements[line.element].node.css("a[href]")]
    return [name for name in names if name] if compact("".join(names)) == compact(line.text) else []
