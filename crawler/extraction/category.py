"""The section that a page says it belongs to: the breadcrumb's last link, or the label beside the heading."""

from __future__ import annotations

import re

from crawler.extraction.plain import compact, word_count
from crawler.extraction.region import Region
from crawler.extraction.slots import cut_slot, has_date
from crawler.extraction.tree.outline import Line, Outline
from crawler.extraction.wordings import chrome_reason

_BREADCRUMB = re.compile(
    r"bread-?_?crumb|duong-?_?dan|site-?_?map-?_?path|navcontainer|menunavigation|(?<![a-z])path(?:way)?(?![a-z])|location"
)
_CATEGORY_NAMES = re.compile(
    r"categor|(?<![a-z])cate?(?![a-z])|chuyen-?_?muc|section-?_?name|folder-?_?title|topic|danh-?_?muc|cat-links"
)
_LABEL = re.compile(
    r"^(?:(?:chuyên mục|danh mục|thể loại|category|mục)\s*:|categorized as|posted in)\s+(.{3,80})$", re.IGNORECASE
)
_OTHER_LABEL = re.compile(r"\s+(?:tagged|tags?|từ kh[óo]a|lượt xem|ngày đăng)\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:>>|>|»|›|/|\|)\s*")
_HOME = frozenset({"trangchủ", "home", "trangnhất", "homepage", "trang chủ"})
_ABOVE = 10
_MAX_WORDS = 14


def find_category(page: Outline, region: Region) -> str | None:
    """The section's name as printed, or None."""
    if region.heading is None:
        return None
    at = region.heading.line
    title = compact(page.lines[at].text)
    above = page.lines[max(0, at - 40) : at]
    crumbs = [line for line in [*above, *page.lines[at + 1 : at + 6]] if _is_within(page, line, _BREADCRUMB)]
    names = [name for line in crumbs for name in _SPLIT.split(line.text)]
    usable = [name.strip() for name in names if _usable(name, title)]
    if usable:
        return usable[-1]
    return _labelled(page, region) or _beside(page, above[-_ABOVE:], title)


def _usable(text: str, title: str) -> bool:
    key = compact(text)
    return (
        bool(key)
        and key not in _HOME
        and not title.startswith(key)
        and word_count(text) <= _MAX_WORDS
        and len(text) > 2
    )


def _labelled(page: Outline, region: Region) -> str | None:
    at = region.heading.line if region.heading else region.start
    for line in [*page.lines[max(0, at - _ABOVE) : at + 6], *page.lines[max(region.end - 10, at + 6) : region.end]]:
        match = _LABEL.match(line.text)
        if match and word_count(match[1]) <= _MAX_WORDS:
            return _OTHER_LABEL.split(match[1])[0].split(", ")[0].strip(" -|")
    return None


def _beside(page: Outline, above: list[Line], title: str) -> str | None:
    """A short line above the heading whose markup says category, or a printed path ("Trang chủ >> Tin tức (date)")."""
    for line in reversed(above):
        path = _SPLIT.split(line.text)
        if len(path) > 1 and compact(path[0]) in _HOME:
            slot = cut_slot(line.text)
            name = path[-1] if slot is None else line.text[: slot.start].strip(" (-").split(">")[-1].strip()
            return name or None
        if _is_within(page, line, _CATEGORY_NAMES) and _usable(line.text, title) and not has_date(line.text):
            return line.text if not chrome_reason(line.text) else None
    return None


def _is_within(page: Outline, line: Line, pattern: re.Pattern[str]) -> bool:
    if pattern.search(line.names):
        return True
    for index in page.ancestors(line.inner)[:6]:
        element = page.elements[index]
        if element.end - element.first > 12:
            return False
        if element.names and pattern.search(element.names):
            return True
    return False
