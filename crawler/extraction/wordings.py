"""The wordings of furniture, remembered: a site's menus and boxes are the same lines on every page."""

from __future__ import annotations

import re

from crawler.extraction.remembering import remembered
from crawler.extraction.wording import chrome

_MARKER_LENGTH = 80
_NOTICE_LENGTH = 320
_NOTICE = re.compile(
    r"ghi rõ (?:nguồn|xuất xứ)|đăng lại (?:bài viết|thông tin)"
    r"|(?:phát hành lại|trích dẫn|sử dụng lại|sao chép) (?:bài|thông tin|nội dung|tin)",
    re.IGNORECASE,
)
# The part of a festival after its rites; without marks it reads as "phản hồi", comments.
_FESTIVE = re.compile(r"phần hội", re.IGNORECASE)
_BAR = re.compile(r"\s*[|•·]\s*")
_BAR_PARTS, _LABEL_WORDS = 3, 5
_COMMENTS = re.compile(
    r"\W*(?:\d+\s+)?(?:bình luận|phản hồi|ý kiến(?: (?:bạn đọc|độc giả|của bạn))?|comments?)\W*\d*\W*$", re.IGNORECASE
)

_starts_related = remembered(chrome.starts_related)
_starts_footer = remembered(chrome.starts_footer)


@remembered
def chrome_reason(text: str) -> str | None:
    """Why the whole of a short block is furniture by its wording, or None; `notice` is a note on republication."""
    if len(text) < _NOTICE_LENGTH and _NOTICE.search(text):
        return "notice"
    reason = chrome.chrome_reason(text) or _bar_reason(text)
    return None if reason and _FESTIVE.search(text) else reason


def _bar_reason(text: str) -> str | None:
    """Whether a line is a bar of tools, most of whose labels are known: "Bản in | Gửi email | Chia sẻ: Zalo"."""
    parts = [part for part in _BAR.split(text) if part.strip()] if len(text) < _NOTICE_LENGTH else []
    if len(parts) < _BAR_PARTS or any(len(part.split()) > _LABEL_WORDS for part in parts):
        return None
    known = [reason for part in parts if (reason := chrome.chrome_reason(part))]
    return known[0] if len(known) * 2 > len(parts) else None


def starts_related(text: str) -> bool:
    """Whether a line heads a list of other articles."""
    return len(text) <= _MARKER_LENGTH and _starts_related(text)


def starts_comments(text: str) -> bool:
    """Whether a line heads the readers' comments: "2 phản hồi", "Ý kiến bạn đọc (0)"."""
    return len(text) <= _MARKER_LENGTH and _COMMENTS.match(text) is not None


def starts_footer(text: str) -> bool:
    """Whether a line opens the page's footer."""
    return _starts_footer(text)
