"""The date lines of a dump: which of them tells the time of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import accumulate

from crawler.extraction.article import DateSlot
from crawler.extraction.dumps.signals import furniture_reason
from crawler.extraction.slots import Slot, cut_slot, is_relative
from crawler.extraction.wording.chrome import strip_counters
from crawler.extraction.wording.keys import fold
from vietnamese.dates import PublishedDate, parse

_PARTED = re.compile(r"(?:[|•(\[\-–>»:]|\s{2,})\s*$")
_WEEKDAY = re.compile(r"\W*(?:hôm nay|thứ|chủ nhật|chúa nhật|t[2-7]|cn)\b", re.IGNORECASE)
# Statistics of the site, beside which the server prints its own clock.
_SITE_STATISTICS = re.compile(
    r"(?:your ip|ip cua ban|today|yesterday|this (?:week|month)|last (?:week|month)|all days|ai dang online|"
    r"(?:dang |so )?(?:nguoi )?(?:online|truc tuyen|truy cap)(?! noi dung| phan)|thong ke (?:truy cap|website)|"
    r"hom (?:nay|qua)\b[ :]*\d|tong (?:so )?(?:luot )?truy cap)"
)
_TITLE_LABEL = re.compile(
    r"(?<![\s(\[|•\-–])[\s(\[|•\-–]*+(?:(?:ngày|được|thời gian)\s+)?(?:đăng|cập nhật|gửi|viết|xuất bản|đăng tải)?"
    r"(?:\s+(?:ngày|lúc|bài|tin|vào))*\s*:?[\s(\[]*$",
    re.IGNORECASE,
)
_GLUED_LABEL = re.compile(r"đăng|cập nhật|gửi|viết|xuất bản|published|posted|submitted", re.IGNORECASE)
_MIN_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Times:
    """How the slots of one dump are read: `fetched_at` is an aware instant or None, `date_order` the site's."""

    fetched_at: datetime | None = None
    date_order: str | None = None

    def read(self, text: str) -> PublishedDate | None:
        """The date in a slot. Where the time of the fetch is unknown, relative dates are None."""
        if self.fetched_at is None and is_relative(text):
            return None
        return parse(text, self.fetched_at or datetime.now(UTC), self.date_order)

    def slot(self, line: str) -> DateSlot | None:
        """The slot of a date line that parses, the whole line first, because its labels mean something."""
        cut = cut_slot(line)
        for raw in (line, strip_counters(line), cut.text if cut else ""):
            if raw and self.read(raw):
                return DateSlot(raw, "visible")
        return None


@lru_cache(maxsize=4096)
def is_time_line(text: str) -> bool:
    """Whether a line is there to print a date, be it zero or wrong: label, category and counter may share it."""
    slot = cut_slot(text)
    if slot is None:
        return False
    if slot.others <= 3 or slot.labelled:
        return slot.others <= 7
    return slot.others <= 6 and _PARTED.search(text[: slot.start]) is not None


def split_glued(text: str) -> tuple[str, str] | None:
    """Part a headline from the date that a theme glued to its end: "Khai mạc hội thi (26/08/2020 )"."""
    slot = cut_slot(text)
    if slot is None or not slot.start or text[slot.end :].strip(" )]"):
        return None
    title = _TITLE_LABEL.sub("", text[: slot.start]).rstrip(" |•-–(")
    removed = text[len(title) : slot.start]
    marked = any(sign in removed for sign in "([|") or _GLUED_LABEL.search(removed) is not None
    return (title, text[len(title) :].strip()) if marked and _is_headline(title, slot) else None


def _is_headline(title: str, slot: Slot) -> bool:
    return len(title.split()) >= _MIN_TITLE_WORDS and not cut_slot(title) and bool(slot.text)


def follows_statistics(before: list[str]) -> bool:
    """Whether a date stands among the site's statistics, given the lines before it: then it is a server's clock."""
    return any(_SITE_STATISTICS.match(fold(text)) for text in before)


def choose_slots(texts: list[str], title_at: int | None, text_at: int, end: int, times: Times) -> tuple[DateSlot, ...]:
    """The slots of a dump that may tell the time of publication, best first.

    They stand above the running text, which begins at `text_at`, the nearer to the title the better; behind it
    only a labelled one counts, and not past `end`.
    """
    anchor = text_at if title_at is None else title_at
    others = list(accumulate((not is_time_line(text) for text in texts), initial=0))
    ranked: list[tuple[float, int, DateSlot]] = []
    for at, text in enumerate(texts[:end]):
        if not is_time_line(text) or (at > text_at and not _GLUED_LABEL.search(text)):
            continue
        if furniture_reason(text) in ("clock", "welcome"):
            continue
        slot = times.slot(text)
        clock = at < anchor and others[anchor] > others[at + 1] and _is_clock(text)
        if slot and not clock and not follows_statistics(texts[max(0, at - 3) : at]):
            ranked.append((_rank(slot, abs(at - anchor), times) + 5 * (at > text_at), at, slot))
    return tuple(dict.fromkeys(slot for _, _, slot in sorted(ranked, key=lambda item: item[:2])))


def _is_clock(text: str) -> bool:
    """What a page's clock looks like; it stands above the title, and other things stand between them."""
    return _GLUED_LABEL.search(text) is None and _WEEKDAY.match(text) is not None


def _rank(slot: DateSlot, distance: int, times: Times) -> float:
    date = times.read(slot.raw)
    doubtful = date is not None and bool({"modified_label", "at_fetch_time", "relative"} & set(date.flags))
    return distance + 2 * doubtful - (date is not None and date.label == "published")
