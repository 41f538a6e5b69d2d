"""The author that the page's template prints beside the date or in a byline box."""

from __future__ import annotations

import re
from itertools import takewhile

from crawler.extraction.plain import word_count
from crawler.extraction.region import Region
from crawler.extraction.remembering import contains
from crawler.extraction.slots import cut_slot, is_date_line
from crawler.extraction.tree.outline import Line, Outline
from crawler.extraction.wording.bylines import (
    clean_author,
    is_author_label,
    is_login_name,
    is_name_line,
    parse_byline,
)
from crawler.extraction.wording.chrome import strip_counters
from crawler.extraction.wording.people import is_personal_name, is_unit
from crawler.extraction.wordings import starts_comments

_is_byline_name = contains(r"author|byline|tac-?_?gia|username|writer|but-?_?danh|nguoi-?_?(?:viet|dang)")
_BY = re.compile(
    r"^(?:(?:được\s+)?(?:gửi|đăng|viết|tạo)\s+)?bởi:?\s+(.{2,60}?)(?:\s+(?:vào|lúc|ngày|on)\b.*|\s*[-–—|,].*|\s+/.*)?$",
    re.IGNORECASE,
)
# A fact of its own behind others on one line: "Tin tức Tạo bởi Gia Huy".
_BY_LAST = re.compile(r"\s(?:gửi|đăng|viết|tạo)\s+bởi:?\s+([^.:;]{2,60})$", re.IGNORECASE)
_CLUE = re.compile(r"[:：]|\bb(?:y|ởi)\b", re.IGNORECASE)
# What parts the facts of a line.
_MARKS = " -–—|,•·/"
_AUTHOR_PAGE = re.compile(r"/(?:authors?|tac-gia|but-danh)/")
_ABOVE, _BELOW, _BEHIND = 6, 8, 12
_MAX_WORDS, _NAME_WORDS = 30, 10


def template_author(page: Outline, region: Region) -> str | None:
    """The person or office in the byline of the template; never an account name where a person is printed."""
    near = _near(page, region)
    found = [name for line in near if (name := _name_in(page, line))]
    found += [name for line in near if (name := _beside_date(page, line))]
    people = [name for name in found if not is_login_name(name)]
    return people[0] if people else None


def _near(page: Outline, region: Region) -> list[Line]:
    at = region.heading.line if region.heading else region.start
    above = page.lines[max(0, at - _ABOVE) : at]
    below = page.lines[at + 1 : at + 1 + _BELOW]
    behind = page.lines[max(region.end - _BEHIND, at + 1 + _BELOW) : region.end]
    # Who comments is no author.
    told = takewhile(lambda line: not starts_comments(line.text), [*below, *behind])
    return [line for line in [*above, *told] if word_count(line.text) <= _MAX_WORDS]


def _name_in(page: Outline, line: Line) -> str | None:
    if line.index and is_author_label(page.lines[line.index - 1].text) and is_name_line(line.text):
        return clean_author(line.text)
    slot = cut_slot(line.text)
    parts = [line.text, line.text[slot.end :], line.text[: slot.start]] if slot else [line.text]
    for part in parts:
        if name := _after_label(strip_counters(part).strip(_MARKS)):
            return name
    for part in parts[1:]:
        name = strip_counters(part).strip(_MARKS)
        if is_personal_name(name) or is_unit(name):
            return clean_author(name)
    if word_count(line.text) <= _NAME_WORDS and (_named(page, line) or _leads_to_author(line)):
        name = _without_date(line.text)
        return clean_author(name) if is_name_line(name.title() if name.isupper() else name) else None
    return None


def _leads_to_author(line: Line) -> bool:
    return line.is_link and _AUTHOR_PAGE.search(line.href or "") is not None


def _beside_date(page: Outline, line: Line) -> str | None:
    """A bare name on the line next to the date ("Phạm Gia Hân" over "15/05/2023 09:48")."""
    if line.is_link or not is_personal_name(line.text) or line.text.isupper():
        return None
    around = page.lines[max(0, line.index - 1) : line.index + 2]
    dated = any(other is not line and is_date_line(other.text) and not other.is_link for other in around)
    return clean_author(line.text) if dated else None


def _after_label(text: str) -> str | None:
    if not _CLUE.search(text):
        return None
    if match := _BY.match(text):
        return clean_author(_without_date(match[1]))
    byline = parse_byline(text)
    if byline and byline.author:
        return clean_author(_without_date(byline.author))
    last = _BY_LAST.search(text)
    return clean_author(last[1]) if last and is_name_line(last[1]) else None


def _without_date(text: str) -> str:
    slot = cut_slot(text)
    return text[: slot.start].strip(" -–|,") if slot and slot.start else text


def _named(page: Outline, line: Line) -> bool:
    return _is_byline_name(line.names) or any(_is_byline_name(element.names) for element in page.around(line, 3))
