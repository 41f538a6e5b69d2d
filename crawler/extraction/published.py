"""When the article was published, as the page prints it: the candidates in order of trust.

Seen on real pages and refused here: clocks in page headers, dates in lists of other articles, dates of documents and
events, hidden metadata that hold the time of an edit.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from crawler.extraction.article import DateSlot
from crawler.extraction.document import Document
from crawler.extraction.evidence import Evidence
from crawler.extraction.plain import word_count
from crawler.extraction.region import Region
from crawler.extraction.remembering import contains
from crawler.extraction.slots import Slot, cut_slot, is_clock, is_date_label, is_other_label, is_relative
from crawler.extraction.title import leads_to, split_date
from crawler.extraction.tree.outline import Line, Outline
from crawler.extraction.tree.prose import raw_weight
from vietnamese.dates import PublishedDate, parse

_ABOVE, _BELOW, _BEHIND = 12, 14, 10
_MAX_OTHER_WORDS = 7
_MENU = 5
_is_date_name = contains(
    r"date|(?<![a-z])time|posted|publish|submitted|created|ngay|thoi-?_?gian|dangluc|meta|info", re.IGNORECASE
)
_is_banner_name = contains(
    r"clock|(?<![a-z])now(?![a-z])|today|top-?_?bar|banner|masthead|ngay-?_?thang|current-?_?(?:date|time)|site-?_?header"
)
_ARCHIVE = re.compile(r"/(?:19|20)\d\d/\d\d?(?:/\d\d?)?/?$")
_PUBLISHED_META = ("article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "pubdate")
_EDITED_META = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")


def find_dates(document: Document, page: Outline, region: Region, evidence: Evidence) -> tuple[DateSlot, ...]:
    """The date slots of a page, best first. Each of them parses."""
    ranked: list[tuple[float, int, DateSlot]] = []
    if region.heading and (glued := split_date(page.lines[region.heading.line].text)[1]):
        found = cut_slot(glued)
        slots = _read(document, page, page.lines[region.heading.line], found) if found else []
        ranked.extend((0.0, region.heading.line, slot) for slot in slots)
    for line in _near(page, region):
        slot = cut_slot(line.text)
        if slot is None or slot.others > _MAX_OTHER_WORDS * (2 if line.datetime else 1):
            continue
        rank = _rank(page, region, line, slot, document.url)
        if rank is None:
            continue
        ranked.extend((rank, line.index, found) for found in _read(document, page, line, slot))
    ranked.sort(key=lambda item: item[:2])
    slots = [slot for _, _, slot in ranked]
    return tuple(dict.fromkeys(slots)) or _from_metadata(document, evidence)


def _near(page: Outline, region: Region) -> list[Line]:
    """The lines above and below the heading, and those behind the text."""
    lines = page.lines
    at = region.heading.line if region.heading else region.start
    first = max(0, at - _ABOVE)
    opening = lines[first : at + 1 + _BELOW]
    behind = lines[max(region.end - _BEHIND, at + 1 + _BELOW) : region.end]
    return [*opening, *behind]


def _rank(page: Outline, region: Region, line: Line, slot: Slot, url: str) -> float | None:
    """How far a slot is from being the publication time (0: sure), or None if it cannot be."""
    heading = region.heading.line if region.heading else region.start
    if line.index and is_other_label(page.lines[line.index - 1].text):
        return None
    beside = abs(line.index - heading) <= 2
    archived = _is_archive(line, slot)
    if (line.is_link and not (archived or leads_to(line.href, url))) or (
        not beside and _is_entry(page, line, archived)
    ):
        return None
    between = page.lines[min(line.index, heading) + 1 : max(line.index, heading)]
    running = sum(raw_weight(other) > 0 for other in between)
    rank = (2.0 if slot.edited else 0.3 if slot.created else 0.0) + 0.1 * slot.others
    rank -= 1.0 if slot.labelled else 0.0
    named = _named(page, line)
    rank -= 0.5 * named
    if line.index < heading:
        return None if _is_clock(page, line, heading, slot) else rank + 0.25 * len(between)
    if line.index > heading and running:
        labelled = slot.labelled or is_date_label(page.lines[line.index - 1].text)
        return rank + 3.0 if labelled or named else None
    return rank + 0.1 * len(between)


def _is_banner(page: Outline, line: Line, shared: int) -> bool:
    """Whether a line stands in a banner of the page that does not hold the heading."""
    for index in page.ancestors(line.inner):
        if index == shared:
            return False
        element = page.elements[index]
        if element.tag == "header" or _is_banner_name(element.names):
            return True
    return False


def _is_clock(page: Outline, line: Line, heading: int, slot: Slot) -> bool:
    """Whether a date above the heading is the page's clock: the box that it shares with the heading holds a menu."""
    shared = page.common(line.element, page.lines[heading].element)
    links = sum(other.is_link for other in page.lines[page.elements[shared].first : heading])
    if links > (_MENU if slot.labelled else _MENU - 2):
        return True
    return not slot.labelled and _is_banner(page, line, shared)


def _is_archive(line: Line, slot: Slot) -> bool:
    """Whether a line is nothing but a date that leads to the archive of its day or month, as WordPress links it."""
    return line.is_link and not slot.others and _ARCHIVE.search(line.href or "") is not None


def _is_entry(page: Outline, line: Line, archived: bool) -> bool:
    """Whether a line dates an entry of a list: a headline that is a link stands directly before or behind it."""
    around = [at for at in (line.index - 1, line.index + 1) if 0 <= at < len(page.lines)]
    for at in around:
        other = page.lines[at]
        if other.is_link and word_count(other.text) >= 5:
            shared = page.common(other.element, line.element)
            if page.elements[shared].end - page.elements[shared].first <= 6:
                return True
    return not archived and line.linked > 0 and line.linked * 2 > len(line.text)


def _named(page: Outline, line: Line) -> bool:
    if _is_date_name(line.names):
        return True
    return any(
        element.tag == "time" or (element.end - element.first <= 3 and _is_date_name(element.names))
        for element in page.around(line, 3)
    )


def _read(document: Document, page: Outline, line: Line, slot: Slot) -> list[DateSlot]:
    """The line's slots that parse: a machine-readable time of the same day first, then what is printed."""
    printed = None
    text = ""
    for text in (line.text, slot.text):
        printed = _parse(document, text)
        if printed:
            break
    if printed is None:
        return []
    if printed.precision == "day" and (whole := _with_clock(page, line, text)) and _parse(document, whole):
        text = whole
    found = [DateSlot(text, "visible")]
    exact = line.datetime
    if exact and printed.precision not in ("minute", "second"):
        moment = _parse(document, exact)
        if moment and moment.value.date() == printed.value.date():
            found.insert(0, DateSlot(exact, "time"))
    return found


def _with_clock(page: Outline, line: Line, text: str) -> str | None:
    """The date with the time of day that stands on a line of its own behind it."""
    behind = page.lines[line.index + 1 : line.index + 2]
    return f"{text} {behind[0].text}" if behind and is_clock(behind[0].text) else None


def _parse(document: Document, text: str) -> PublishedDate | None:
    if document.fetched_at is None and is_relative(text):
        return None
    return parse(text, document.fetched_at or datetime.now(UTC), document.date_order)


def _from_metadata(document: Document, evidence: Evidence) -> tuple[DateSlot, ...]:
    """The head's time of publication, where nothing is printed: only one that is not the time of an edit."""
    edited = {evidence.meta[name] for name in _EDITED_META if name in evidence.meta}
    edited |= {str(item["dateModified"]) for item in evidence.linked_data if item.get("dateModified")}
    claimed = [evidence.meta[name] for name in _PUBLISHED_META if name in evidence.meta]
    claimed += [str(item["datePublished"]) for item in evidence.linked_data if item.get("datePublished")]
    days = {moment.value.date() for text in claimed if (moment := _parse(document, text))}
    usable = [text for text in claimed if text not in edited and _parse(document, text)]
    if len(days) != 1 or not usable:
        return ()
    return (DateSlot(usable[0], "meta"),)
