"""What one line of a dump is, by itself: prose, list item, heading, file name, breadcrumb, contact."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.extraction.wording.bylines import parse_byline
from crawler.extraction.wording.captions import has_credit
from crawler.extraction.wording.chrome import chrome_reason
from crawler.extraction.wording.keys import UPPER, any_of, fold, words

# The end of a sentence or clause, behind which quotes and brackets may close.
_CLOSED = re.compile(r"[.!?…;:][\"”’'»)\]]*$")
_INNER_STOP = re.compile(rf"(?<![^\s.])[^\s.]{{2,}}[.!?…][\"”’)]*\s+[\"“(]?[{UPPER}]")
_LONGEST_END = 20
_PROSE_WORDS = 8
_LONGEST_FURNITURE = 300
_LONG_WORDS = 28
_LIST_ITEM = re.compile(r"(?:[-–—+•*▪●]\s*|[a-zđ]\)\s*|\d{1,2}[.)/]\s+|\(\d{1,2}\)\s*)(?=\S)", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)/-]\s*|(?:Phần|Điều|Chương|Mục)\s+\S+)", re.IGNORECASE
)
_IMAGE = re.compile(
    r"\S.*\.(?:jpe?g|png|gif|bmp|webp)|(?:IMG|DSC|DSCN|Picture|Screenshot|Image|Ảnh)[ _-]?\d+(?:\s*\(\d+\))?"
    r"|[a-z0-9]+(?:[-_][a-z0-9]+){2,}|z?\d{8}[\w-]*|(?:Description|Mô tả)\s*:\s*.*[\\/].*|[A-Za-z]:\\.*",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r".*\.(?:pdf|docx?|xlsx?|pptx?|rar|zip)(?:\s*\(.{1,20}\))?|(?:tải|download|tệp|file|xem)\s(?:về\s)?"
    r"(?:văn bản|tập tin|tệp tin|tài liệu|file|chi tiết|đính kèm)\b.{0,80}(?:tại đây|đính kèm|:.*)",
    re.IGNORECASE,
)
# Names that developers give: "Portal.CMS - View_Detail", "null Hội thi …" is handled apart.
_IDENTIFIER = re.compile(r"\b[A-Za-z]+(?:_[A-Za-z]+)+\b|\b[A-Z][a-z]+[A-Z]\w*\.[A-Z]\w*|\b[a-z]+[A-Z][a-z]+\w*\b")
_PAGE_NAME = re.compile(
    r"(?:xem )?(?:noi dung|chi tiet)(?: bai viet| tin tuc| tin| thong bao)*(?: - .*)?|noi-dung-\S+.*"
)
_CRUMBS = re.compile(r"^\s*[>»›]|(?:\S\s*(?:[>»›]{1,2}|/)\s+\S.*){2,}|^trang chủ\s*(?:[>»›/|-]|$)", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:địa chỉ|trụ sở|điện thoại|đt|tel|fax|e-?mail|hotline|website|số điện thoại|đường dây nóng)\b[^.]{0,20}[:：]",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:cổng|trang)(?: ttđt| tttđt| thông tin| tin)|website\b", re.IGNORECASE)
_LETTERHEAD = re.compile(r"[^\d:;]{2,40},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?", re.IGNORECASE)
# How headings begin that bear no number; other open lines amid the text are captions.
_TOPIC = re.compile(
    any_of(
        """về, công tác, kết quả, một số, những, mục tiêu, mục đích, nhiệm vụ, giải pháp, đối với, nguyên nhân,
        phương hướng, tình hình, ý nghĩa, nội dung, đánh giá, tồn tại, hạn chế, khó khăn, kiến nghị, đề xuất,
        tiêu chuẩn, điều kiện, thời gian, địa điểm, thành phần, đối tượng, hồ sơ, thủ tục, yêu cầu, tổ chức
        thực hiện, kinh phí, nâng cao, tăng cường, đẩy mạnh, tiếp tục, phát huy, xây dựng, thực hiện, triển khai"""
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|/{1,2}\S*\.\w{2,5}/?")
_SIGNS = re.compile(r"[\W_]+")


def is_closed(text: str) -> bool:
    """Whether a line ends as a sentence or clause does."""
    return _CLOSED.search(text[-_LONGEST_END:]) is not None


def has_inner_stop(text: str) -> bool:
    """Whether a line holds more than one sentence."""
    return _INNER_STOP.search(text) is not None


def is_list_item(text: str) -> bool:
    """Whether a line begins with a list's mark: a dash, bullet, letter or number."""
    return _LIST_ITEM.match(text) is not None


def is_heading(text: str) -> bool:
    """Whether a short line is a section's heading by its number, its capitals or its first words."""
    if len(words(text)) > 25 or text.endswith("."):
        return False
    if _TOPIC.match(text) and not is_closed(text):
        return True
    return _SECTION.match(text) is not None or (text.isupper() and len(words(text)) > 1)


def is_table_row(text: str) -> bool:
    """Whether a line holds the cells of a table, joined by bars."""
    return text.count("|") >= 2 and bool(words(text))


def is_document_name(text: str) -> bool:
    """Whether a line offers a file: its name, or "Tải văn bản: tại đây"."""
    return len(text) <= 160 and _DOCUMENT.fullmatch(text) is not None


def is_contact(text: str) -> bool:
    """Whether a line begins an address block: "Địa chỉ: …", "Điện thoại: …"."""
    return _CONTACT.match(text) is not None


def is_site_name(text: str) -> bool:
    """Whether a line begins as the name of a portal does: "Cổng thông tin điện tử …"."""
    return _SITE.match(text) is not None


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a path of menu entries: "> Tin tức > Hoạt động", "Trang chủ >> Quản lý"."""
    return not is_closed(text) and _CRUMBS.search(text) is not None


@lru_cache(maxsize=4096)
def furniture_reason(text: str) -> str | None:
    """Why a line can be no part of any article, or None."""
    if _SIGNS.fullmatch(text):
        return "signs"
    reason = chrome_reason(text)
    if reason or len(text) > _LONGEST_FURNITURE:
        return reason
    if _ADDRESS.fullmatch(text):
        return "address"
    if _IMAGE.fullmatch(text):
        return "image_name"
    if _PAGE_NAME.fullmatch(fold(text)) or (text.isascii() and len(words(text)) <= 10 and _IDENTIFIER.search(text)):
        return "page_name"
    if _LETTERHEAD.fullmatch(text):
        return "letterhead"
    return "breadcrumb" if is_breadcrumb(text) and not is_table_row(text) else None


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """Whether a line is a sentence of running text: several words with an end, or a great many."""
    count = len(words(text))
    if count < _PROSE_WORDS or (count < _LONG_WORDS and not is_closed(text)):
        return False
    return not (is_contact(text) or has_credit(text) or is_table_row(text) or parse_byline(text))
