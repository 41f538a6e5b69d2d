"""Wordings of furniture: what stands around an article on every page of a portal."""

from __future__ import annotations

import re

from crawler.extraction.remembering import remembered
from crawler.extraction.wording.furniture import FOOTER, REASONS, RELATED, SLOGAN
from crawler.extraction.wording.keys import fold

# A longer block is a sentence, not a label; a footer's address line may be longer.
_LONGEST = 160
_LONGEST_FOOTER = 480
_LONGEST_HEADING = 80

_INLINE_COUNTER = re.compile(
    r"""\s*[|•\-–,;(\[]*\s*(?:
        (?:(?:số\ |tổng\ số\ |đã\ )?(?:lượt|lần)\ (?:xem|đọc|truy\ cập)|đã\ xem|xem|phản\ hồi
           |views?(?:\ count)?|hits|read\ count)
        \s*:\s*[\d.,]+(?:\s*(?:lượt\ xem|lượt\ đọc|lượt|lần))?
      | \b[\d.,]+\s*(?:lượt\ xem|lượt\ đọc|lượt\ truy\ cập|lần\ xem|lần\ đọc|views?)\b(?=\s*(?:$|[^\w\s]))
    )[)\]]?""",
    re.IGNORECASE | re.VERBOSE,
)
# Without one of these there is nothing to take out.
_COUNT = re.compile(r"[\d.,]")
_TOOL = re.compile(r"\+|copy\ |sao\ |in\ bài|email", re.IGNORECASE)
_INLINE_TOOLS = re.compile(
    r"""\s*(?:\b(?:xem\ với\ )?(?:cỡ|cở)\ chữ\s*:?|\bfont\ size\s*:?)?
        \s*(?<!\w)(?:[-–+]\s+){0,2}A\s?[-–]?\s*(?:A\s*)?A\s?\+
      | \s*\b(?:copy\ link|sao\ chép\ liên\ kết|in\ bài\ viết|gửi\ email)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def chrome_reason(text: str) -> str | None:
    """Why the whole of a short block is furniture by its wording, or None.

    The reasons are the keys of `furniture.REASONS`: related, footer, accessibility, tools, navigation, form,
    comments, rating, widget, placeholder, tags, attachment_box, clock, welcome, slogan,
    category, counter; and portlet_title for a short
    wording printed twice on one line.
    """
    if len(text) > _LONGEST:
        if len(text) > _LONGEST_FOOTER:
            return None
        return "footer" if starts_footer(text) else "slogan" if SLOGAN.fullmatch(fold(text)) else None
    key = fold(text)
    single = _halved(key)
    reason = _wording_reason(single)
    if reason is None and single != key and len(text) <= _LONGEST_HEADING:
        return "portlet_title"
    rest = strip_counters(text) if reason is None else text
    return reason if rest == text else _wording_reason(fold(rest)) or ("counter" if not rest else None)


def _wording_reason(key: str) -> str | None:
    return next((reason for reason, pattern in REASONS.items() if pattern.fullmatch(key)), None)


def _halved(key: str) -> str:
    """A portlet prints its title twice on one line: "Danh mục Danh mục"."""
    middle = len(key) // 2
    return key[:middle] if middle and len(key) % 2 and key[:middle] == key[middle + 1 :] else key


def starts_related(text: str) -> bool:
    """Whether `text` heads a list of other articles: "Các tin khác", "Bài viết liên quan", "Other news"."""
    return len(text) <= _LONGEST_HEADING and RELATED.fullmatch(_halved(fold(text))) is not None


def starts_footer(text: str) -> bool:
    """Whether `text` opens the page's footer: rights, licence, responsible editor, maker of the site."""
    return len(text) <= _LONGEST_FOOTER and FOOTER.match(fold(text)) is not None


@remembered
def strip_counters(text: str) -> str:
    """Take view counters, font-size widgets and share labels out of a line: "26/12/2022 38 lượt xem".

    Nothing is taken out of a text longer than any such line; the patterns take quadratic time.
    """
    if len(text) > _LONGEST_FOOTER:
        return text
    if _COUNT.search(text):
        text = _INLINE_COUNTER.sub("", text)
    if _TOOL.search(text):
        text = _INLINE_TOOLS.sub("", text)
    return text.strip(" \t|•-–,;")
