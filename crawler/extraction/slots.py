"""Date slots: the short part of a printed line that may be the time of publication.

What `vietnamese.dates` parses is one slot; here it is cut out of its line ("Khai mạc hội thi (09/10/2020)",
"Trang chủ >> Tin tức (26-12-2019)"). Sentences that mention a date have too many other words to be a slot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extraction.plain import word_count
from crawler.extraction.remembering import remembered
from crawler.extraction.wording.chrome import chrome_reason, strip_counters

_WEEKDAY = (
    r"(?:(?:thứ|th|t)\.?\s?(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật|cn"
    r"|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
)
_MONTH = (
    r"(?:tháng|thg|th)\s?\.?\s?(?:\d{1,2}|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai))?"
    r"|m\.\s?hai|chạp)"
)
_ENGLISH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = (
    r"(?:\d{1,2}\s?[/.\-–]\s?\d{1,2}\s?[/.\-–]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}[/\-]\d{1,2}[/\-]\d{1,2}"
    rf"|\d{{1,2}},?\s+{_MONTH},?\s+(?:năm\s+)?\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}[\s-]{_ENGLISH}[\s,-]+\d{{2,4}}|{_ENGLISH}\s+\d{{1,2}}(?:st|nd|rd|th)?,\s*\d{{4}})"
)
_TIME = r"(?:\d{1,2}\s?(?:[:hg]|giờ)\s?\d{1,2}(?:\s?:\s?\d{2}|\s?phút|['’])?(?:\s?(?:am|pm|sa|ch|sáng|chiều|tối))?)"
_CLOCK = re.compile(_TIME, re.IGNORECASE)
_JOINT = r"(?:[\s,|•\-–()\[\]T/]|\b(?:ngày|lúc|vào|hồi|gmt|utc)\b|\+0?7(?::00)?)*"
_SLOT = re.compile(
    rf"(?:{_WEEKDAY}\b[\s,.\-–]*)?(?:ngày\s*:?\s*)?(?:{_TIME}{_JOINT}(?:{_WEEKDAY}\b{_JOINT})?)?{_DATE}"
    rf"(?:{_JOINT}{_TIME}(?:\s*[(\[]?gmt\s*\+\s*0?7(?::00)?[)\]]?)?)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:trước|hôm nay|hôm qua|hôm kia|vừa xong|vừa mới|ago|yesterday|today|just now)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"(?:(?<!\d)\d+|một|hai|ba|vài|a|an)\s(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|seconds?|minutes?|hours?|days?|weeks?)"
    r"\s(?:trước|ago)|hôm (?:qua|kia)|yesterday",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_HAS_DATE = re.compile(_DATE, re.IGNORECASE)
# Words about another date than that of publication.
_OTHER_DATE = re.compile(
    r"\b(?:ban hành|hiệu lực|hết hạn|thời hạn|hạn (?:nộp|chót)|bắt đầu|kết thúc|diễn ra|khởi hành|ngày sinh"
    r"|sinh ngày|công văn|nghị định|quyết định|thông tư|số ký hiệu|số hiệu|ngày ký|giấy phép|từ ngày|đến ngày"
    r"|trước ngày|copyright|hôm nay\s*:)|©",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r"^[A-ZĐÀ-Ỹ][^\d:]{2,40},\s*ngày\s", re.IGNORECASE)
_DOCUMENT_DATE = re.compile(rf"^(?:ngày\s)?(?:ban hành|ký|(?:có |hết )?hiệu lực|hết hạn)\s*:\s*{_DATE}$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:ngày|thời gian (?:đăng|gửi|cập nhật|xuất bản)|đăng|gửi|viết|xuất bản|tạo|cập nhật"
    r"|(?:sửa|chỉnh sửa|sửa đổi) lần cuối|đưa tin|được gửi"
    r"|published|posted|date|created|submitted|on)\b[^\d]{0,40}$",
    re.IGNORECASE,
)
_PAGE_DATE = re.compile(r"thứ\s|chủ nhật|đăng|cập nhật|gửi", re.IGNORECASE)
_EDITED = re.compile(r"cập nhật|sửa|updated|modified|edited", re.IGNORECASE)
_CREATED = re.compile(r"tạo|viết|created|written", re.IGNORECASE)
# What parts the facts of a line: "Gia Huy / 11/05/2026 / Chuyên mục: Tin tức".
_BARS = re.compile(r"\s*[|•·]\s*|\s/(?:\s|$)")
_MAX_LINE = 220
_LABEL_LENGTH = 32
_COLON_WORDS, _BARE_WORDS = 4, 2
_MAX_OTHER_WORDS = 7


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot in its line, at `start` to `end`.

    `labelled`: a word before it says that it dates the page; `edited`, `created`: as the time of an edit, or of the
    writing rather than the publication. `others`: how many words of the line are neither date, label nor counter.
    """

    text: str
    start: int
    end: int
    labelled: bool
    edited: bool
    others: int
    created: bool = False


@remembered
def has_date(text: str) -> bool:
    """Whether a line may hold a date at all."""
    if _DIGIT.search(text) and _HAS_DATE.search(text):
        return True
    return _RELATIVE.search(text) is not None


def is_other_label(line: str) -> bool:
    """Whether a line labels another date than that of publication: "Ngày ban hành:" over the date."""
    return len(line) < _LABEL_LENGTH and not has_date(line) and _OTHER_DATE.search(line) is not None


def is_date_label(line: str) -> bool:
    """Whether a line is the label of a date in the next line or cell, and nothing else: "Ngày tạo:"."""
    short = word_count(line) <= (_COLON_WORDS if line.endswith(":") else _BARE_WORDS)
    return short and _LABEL.match(line) is not None


def is_clock(line: str) -> bool:
    """Whether a line is a time of day and nothing else: "4:32 chiều"."""
    return _CLOCK.fullmatch(line) is not None


def is_relative(text: str) -> bool:
    """Whether a slot counts from the time of reading ("2 giờ trước")."""
    return _RELATIVE.search(text) is not None


@remembered
def cut_slot(line: str) -> Slot | None:
    """Cut the date slot out of a line, or None if the line is no place for one."""
    if len(line) > _MAX_LINE or not has_date(line) or _is_letterhead(line):
        return None
    match = _SLOT.search(line)
    if match is None:
        return _relative_slot(line)
    before, behind = line[: match.start()], line[match.end() :]
    second = _SLOT.search(behind)
    relabel = _LABEL.search(behind[: second.start()]) if second else None
    if _OTHER_DATE.search(before) or (second and not relabel):
        return None
    behind = behind[: relabel.start()] + behind[second.end() :] if second and relabel else behind
    label = _LABEL.search(before)
    return Slot(
        match[0].strip(" ,|-–("),
        match.start(),
        match.end(),
        label is not None,
        bool(label and _EDITED.search(label[0])),
        _other_words(before[: label.start()] if label else before) + _other_words(behind),
        bool(label and _CREATED.search(label[0])),
    )


def _relative_slot(line: str) -> Slot | None:
    """A slot that counts from now, alone or beside other facts: "3 giờ trước | Giao thông"."""
    text = strip_counters(line)
    if match := _AGO.search(line):
        others = _other_words(line[: match.start()]) + _other_words(line[match.end() :])
        return Slot(match[0], match.start(), match.end(), False, False, others)
    return Slot(text, 0, len(line), False, False, 0) if word_count(text) <= 6 else None


def _other_words(text: str) -> int:
    """Words of the facts beside a date that are no counter, section, tool or tag."""
    facts = (fact.strip() for fact in _BARS.split(text))
    return sum(word_count(strip_counters(fact)) for fact in facts if fact and not chrome_reason(fact))


def _is_letterhead(line: str) -> bool:
    """Whether a line is the place and date of a document: "Tỉnh A, ngày 09 tháng 4 năm 2018"."""
    match = _LETTERHEAD.match(line)
    return match is not None and not _PAGE_DATE.search(match[0])


def is_document_date(line: str) -> bool:
    """Whether a line is a fact about a document: "Ngày ban hành: 20/08/2026"."""
    return _DOCUMENT_DATE.match(line) is not None


def is_stamp(line: str) -> bool:
    """Whether a line is a moment, or a day with a counter, and nothing else: "02/09/2026 15:30 | Đã xem: 642"."""
    slot = cut_slot(line)
    return slot is not None and not slot.others and (":" in slot.text or strip_counters(line) != line)


def is_date_line(line: str) -> bool:
    """Whether a line is a date slot and next to nothing else."""
    slot = cut_slot(line)
    return slot is not None and slot.others <= _MAX_OTHER_WORDS and len(line) < 140
