"""Mending lines that were broken inside a sentence: hard wraps, and inline elements that ended a line."""

from __future__ import annotations

import re

from crawler.extraction.dumps.lines import Line
from crawler.extraction.dumps.signals import (
    furniture_reason,
    has_inner_stop,
    is_closed,
    is_heading,
    is_list_item,
    is_prose,
    is_site_name,
    is_table_row,
)
from crawler.extraction.wording.bylines import is_name_line, parse_byline
from crawler.extraction.wording.captions import looks_like_caption, names_subject
from crawler.extraction.wording.keys import any_of, words
from crawler.extraction.wording.people import is_unit
from vietnamese.dates import looks_like_date_line

_CLOSING = ",;.)]%”"
_DANGLES = re.compile(
    r"(?:[,(\[“\-–/&]|(?<!\w)"
    + any_of(
        """ngày, của, và, tại, với, cho, từ, đến, các, những, là, do, bởi, trong, trên, về, theo, được, bị, mà,
        thì, nhằm, như, hoặc, giữa"""
    )
    + r")$",
    re.IGNORECASE,
)
_LONG_LINE = 8
_LONGEST_WORD = 40
# No paragraph is longer, and mending stays linear on a dump of single letters.
_LONGEST = 3000
_NUMBERED = re.compile(r"(?:[IVX]+|\d+)[.)/-]")


def mend(lines: list[Line]) -> list[Line]:
    """Join every line that surely continues the one before it."""
    mended: list[Line] = []
    for line in lines:
        if mended and _continues(mended[-1], line):
            mended[-1] = mended[-1].joined(line, _glue(mended[-1].text, line.text))
        else:
            mended.append(line)
    return mended


def mend_body(lines: list[Line], broken: bool) -> list[Line]:
    """Join the open lines of the running text, where the dump is known to be `broken` by hard wraps.

    A wrap before a capital ("đ/c Nguyễn" / "Văn Bình, Bí thư …") cannot be told from a new paragraph by itself.
    """
    if not broken:
        return lines
    mended: list[Line] = []
    for line in lines:
        if mended and not line.apart and not _opens(line.text) and _is_open(mended[-1].text):
            mended[-1] = mended[-1].joined(line)
        else:
            mended.append(line)
    return mended


def dangles(text: str) -> bool:
    """Whether a line ends with a sign or word that something must follow: a comma, a dash, "của", "tại"."""
    return _DANGLES.search(text[-_LONGEST_WORD:]) is not None


def is_broken(before: list[Line], after: list[Line]) -> bool:
    """Whether mending showed that the dump's lines are broken inside sentences."""
    return len(after) < len(before)


def _continues(line: Line, following: Line) -> bool:
    if len(line.text) > _LONGEST or (is_closed(line.text) and not dangles(line.text)):
        return False
    if _is_parted_name(line, following):
        return True
    low = following.text[0].islower() or following.text[0] in _CLOSING
    if _is_complete(line.text, low) or _is_complete(following.text) or is_list_item(following.text):
        return False
    if line.text.isupper() and len(words(line.text)) > 1:
        return _is_capital_headline(line.text, following)
    if following.apart:
        return low and is_prose(following.text) and (dangles(line.text) or len(words(line.text)) >= _LONG_LINE)
    return low or dangles(line.text)


def _is_capital_headline(text: str, following: Line) -> bool:
    """Whether a headline in capitals goes on in the next line; a site's name above it does not."""
    goes_on = following.text.isupper() and not following.apart and len(words(following.text)) > 1
    return goes_on and not (is_unit(text) or is_site_name(text) or _NUMBERED.match(following.text))


def _is_parted_name(line: Line, following: Line) -> bool:
    """Whether two lines are only together a byline: "Phạm Văn" / "Bình – Sở Y tế"."""
    if following.apart or is_closed(line.text) or furniture_reason(line.text) or furniture_reason(following.text):
        return False
    whole = is_name_line(f"{line.text} {following.text}")
    return whole and not (is_name_line(line.text) and is_name_line(following.text))


def _is_open(text: str) -> bool:
    """Whether a line of running text stops before its sentence does."""
    short_heading = is_heading(text) and len(words(text)) <= _LONG_LINE
    if len(text) > _LONGEST or is_closed(text) or _is_complete(text) or len(words(text)) < 3 or short_heading:
        return False
    return has_inner_stop(text) or not (names_subject(text) or looks_like_caption(text))


def _opens(text: str) -> bool:
    return is_list_item(text) or _is_complete(text)


def _is_complete(text: str, goes_on_low: bool = False) -> bool:
    """Lines that stand by themselves whatever they end with: dates, bylines, table rows, furniture.

    What looks like a name is none where the next line goes on in lower case.
    """
    return (
        looks_like_date_line(text)
        or is_table_row(text)
        or parse_byline(text) is not None
        or (is_name_line(text) and not goes_on_low)
        or furniture_reason(text) is not None
    )


def _glue(text: str, following: str) -> str:
    # A drop capital in its own element: "C" / "ung cấp".
    lone = len(text) == 1 and text.isupper() and following[0].islower()
    return "" if lone or following[0] in _CLOSING else " "
