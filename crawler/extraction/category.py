"""The section that a page says it belongs to: a label or link beside the text, the breadcrumb, the box's heading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.extraction import crumbs
from crawler.extraction.document import Document
from crawler.extraction.evidence import Evidence
from crawler.extraction.plain import compact, ends_sentence, squash, word_count
from crawler.extraction.region import Region
from crawler.extraction.remembering import contains
from crawler.extraction.slots import cut_slot, has_date, is_date_line
from crawler.extraction.tree.outline import Line, Outline
from crawler.extraction.wording.bylines import is_fact_label, parse_byline
from crawler.extraction.wording.people import is_unit
from crawler.extraction.wordings import chrome_reason, starts_comments

_is_category_name = contains(
    r"categor|(?<![a-z])cate?(?![a-z])|chuyen-?_?muc|section-?_?name|folder-?_?title|topic|danh-?_?muc|cat-links"
    r"|terms-?_?(?:link|list)"
)
_LABEL = re.compile(
    r"(?:(?:chuyên mục|danh mục|thể loại|category|mục|lĩnh vực)\s*:|categorized as|(?:posted|published) in"
    r"|(?:được )?đăng (?:trong|tại)|this entry was posted in)\s+(?=\S)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r".{3,80}$")
_LONE_LABEL = re.compile(r"^(?:chuyên mục|danh mục|thể loại|category|mục)\s*:?$", re.IGNORECASE)
_OTHER_LABEL = re.compile(
    r"\s+(?:(?:and )?tagged|bookmark the|tags?|từ kh[óo]a|lượt xem|(?:vào )?ngày (?:đăng|thứ|chủ nhật|\d))",
    re.IGNORECASE,
)
_BAR_SIGNS = re.compile(r"[|•·/]")
_BARS = re.compile(r"\s*[|•·]\s*|\s/(?:\s|$)")
# A box's heading that says what is in it, not which section it is.
_NOT_SECTION = frozenset(
    {"tiêu đề", "nội dung", "nội dung tin", "tin tức chi tiết", "tin chi tiết", "news detail", "root"}
)
_ABOVE, _FAR_ABOVE, _BELOW, _BEHIND = 10, 40, 6, 10
_HEADED = _BESIDE = 4
_MAX_WORDS, _SECTION_WORDS = 14, 12
# A line of more links is a menu.
_MENU_LINKS = 2


def find_category(document: Document, page: Outline, region: Region, evidence: Evidence) -> str | None:
    """The section's name as printed, or None."""
    if region.heading is None:
        return None
    at = region.heading.line
    title = compact(page.lines[at].text)
    above = page.lines[max(0, at - _ABOVE) : at]
    below = page.lines[at + 1 : at + _BELOW]
    behind = _behind(page, region, at)
    return (
        _labelled([*above, *below, *behind], at)
        or _by_path(page, above, title)
        or _by_names(page, [*below, *reversed(above[1 - _BESIDE :])], title)
        or _by_breadcrumb(page, at, title)
        or crumbs.last_name(crumbs.declared(document.tree), title)
        or _by_names(page, [*reversed(above), *behind], title)
        or _by_box(page, region, title)
        or _among_facts(page, at, title)
        or evidence.meta.get("article:section")
    )


def _behind(page: Outline, region: Region, at: int) -> list[Line]:
    """The lines around the end of the region; of those further within it only what links."""
    lines = page.lines[max(region.end - 2 * _BEHIND, at + _BELOW) : region.end + _BEHIND]
    return [line for line in lines if line.index >= region.end - _BEHIND or line.linked]


def _labelled(lines: Iterable[Line], at: int) -> str | None:
    """A fact with its label on one line ("Chuyên mục: Tin tức"), or with the label on the line before.

    A label without a colon heads a list of sections, unless it stands directly below the heading, line `at`.
    """
    label = False
    for line in lines:
        if label and word_count(line.text) <= _MAX_WORDS and line.linked:
            return line.text
        label = _LONE_LABEL.match(line.text) is not None and (at < line.index < at + _BELOW or line.text.endswith(":"))
        for fact in _BARS.split(line.text) if _BAR_SIGNS.search(line.text) else [line.text]:
            if name := _labelled_name(fact):
                return name.split(", ")[0].strip(" -|.") or None
    return None


def _labelled_name(fact: str) -> str | None:
    """What stands behind a fact's label, up to the next label: "Chuyên mục: Tin tức Lượt xem: 12"."""
    label = _LABEL.match(fact)
    if label is None:
        return None
    name = _OTHER_LABEL.split(fact)[0][label.end() :]
    return name if _LABELLED.match(name) and word_count(name) <= _MAX_WORDS else None


def _by_path(page: Outline, above: list[Line], title: str) -> str | None:
    """A printed path above the heading: "Tin tức » Dạy nghề", "Trang chủ >> Tin tức (26-12-2019)"."""
    for line in reversed(above):
        slot = cut_slot(line.text)
        if slot is not None and slot.start:
            name = crumbs.last_name(line.text[: slot.start].strip(" (-").split(">"), title)
            if ">" in line.text[: slot.start] and name:
                return name.strip()
        elif name := crumbs.last_name(crumbs.printed_path(page, line), title):
            return name
    return None


def _by_breadcrumb(page: Outline, at: int, title: str) -> str | None:
    lines = [*page.lines[max(0, at - _FAR_ABOVE) : at], *page.lines[at + 1 : at + _BELOW]]
    names = (name for line in lines if crumbs.in_breadcrumb(page, line) for name in crumbs.steps(page, line))
    return crumbs.last_name(names, title)


def _by_names(page: Outline, lines: Iterable[Line], title: str) -> str | None:
    """A short line whose markup says category: "cat-links", "field-chuyen-muc"."""
    for line in lines:
        if not crumbs.is_within(page, line, _is_category_name):
            continue
        usable = [text for text in _named_texts(page, line) if not (has_date(text) or chrome_reason(text))]
        if name := crumbs.last_name(usable[:1], title):
            return name
    return None


def _named_texts(page: Outline, line: Line) -> list[str]:
    """The texts of the named elements within a line, their links rather than labels; else the whole line."""
    inner = [page.elements[index] for index in (line.element, *page.elements[line.element].children)]
    nodes = [element.node for element in inner if _is_category_name(element.names)]
    parts = [part for node in nodes for part in node.css("a[href]") or [node]]
    return [squash(part.text()) for part in parts] or [line.text]


def _among_facts(page: Outline, at: int, title: str) -> str | None:
    """A short line between heading and date, as Joomla 1.5 prints it: "Tin tức - Đào tạo bồi dưỡng"."""
    line, fact = page.lines[at + 1 : at + 2], page.lines[at + 2 : at + 3]
    if line and fact and not _is_fact(line[0]) and _is_section(page, line[0], title) and _is_dated_or_signed(fact[0]):
        return line[0].text.rpartition(" - ")[2]
    return None


def _by_box(page: Outline, region: Region, title: str) -> str | None:
    """The heading of the box that the article stands in: it opens the box, and only facts lie between."""
    at = region.heading.line if region.heading else 0
    for line in reversed(page.lines[max(0, at - _HEADED) : at]):
        box = page.elements[page.common(line.element, page.lines[at].element)]
        if box.first == line.index and _is_section(page, line, title):
            return crumbs.last_step(line.text.strip(" :"))
        if not _is_fact(line):
            return None
    return None


def _is_section(page: Outline, line: Line, title: str) -> bool:
    text = line.text.strip(" :")
    reason = chrome_reason(text)
    return (
        len(text) > 2
        and word_count(text) <= _SECTION_WORDS
        and (reason is None or reason == "related")
        and not crumbs.is_path(page, line)
        and len(page.elements[line.element].node.css("a[href]")) <= _MENU_LINKS
        and text.casefold() not in _NOT_SECTION
        and not is_fact_label(text)
        and not (ends_sentence(text) or has_date(text) or is_unit(text) or starts_comments(text))
        and crumbs.last_name([text], title) is not None
    )


def _is_fact(line: Line) -> bool:
    """Whether a line between section and heading is a date, a byline or a tool."""
    return _is_dated_or_signed(line) or chrome_reason(line.text) is not None


def _is_dated_or_signed(line: Line) -> bool:
    return is_date_line(line.text) or parse_byline(line.text) is not None
