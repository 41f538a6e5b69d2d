"""Calendar days: 31/12/2021, 16 - 04 - 2019, ngày 31 tháng 12 năm 2021, Th12 31, 2021, 31-Dec-21."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.dates.elements import Day, Match
from vietnamese.dates.months import (
    match_english_month,
    match_month,
    match_short_month,
    match_vietnamese_month,
)
from vietnamese.dates.tokens import Token

_JOINTS = frozenset("/-.")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_BEFORE_MONTH = frozenset({"/", "-", ".", ",", "of"})
_BEFORE_YEAR = frozenset({"/", "-", ".", ",", "năm", "nam", "of"})


def match_day(tokens: Sequence[Token], at: int) -> Match | None:
    """A day that starts with the number at `at`."""
    return _numeric(tokens, at) or _day_then_month(tokens, at)


def match_month_first(tokens: Sequence[Token], at: int) -> Match | None:
    """A day that starts with the name of its month at `at`: "Tháng Hai 8, 2018", "Jan 05 … 2022"."""
    month = match_month(tokens, at)
    if not month:
        return None
    number, end = month
    if tokens[end].text in (".", ","):
        end += 1
    day = tokens[end]
    if not _is_short(day) or tokens[end + 1].text == ":":
        return None
    after_day = _skip_ordinal(tokens, end + 1)
    year_at = _skip(tokens, after_day, _BEFORE_YEAR)
    if _is_year(tokens, year_at):
        return Day("named", day.text, str(number), tokens[year_at].text), year_at + 1
    if match_english_month(tokens, at):
        return Day("named", day.text, str(number), None), after_day
    return None


def _numeric(tokens: Sequence[Token], at: int) -> Match | None:
    """Three numbers with twice the same joint: a/b/yyyy, a-b-yy, yyyy.m.d."""
    first, joint, second, again, third = tokens[at : at + 5]
    if joint.text not in _JOINTS or again.text != joint.text or not _is_short(second) or third.kind != "n":
        return None
    end = at + 5
    if _goes_on(tokens, at, end):
        return None
    if len(first.text) == 4 and _is_short(third):
        return Day("ymd", third.text, second.text, first.text), end
    if not _is_short(first) or len(third.text) not in (2, 4):
        return None
    if joint.text == "." and len(third.text) == 2 and not len(first.text) == len(second.text) == 2:
        return None  # 1.2.21 is a version or the number of a section
    return Day("numeric", first.text, second.text, third.text), end


def _goes_on(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the three numbers are part of something longer: a document's number, an address, a version."""
    if start and tokens[start].glued and tokens[start - 1].text in ("/", "\\", "+"):
        return True
    joint, after = tokens[end], tokens[end + 1]
    if joint.text not in _JOINTS or not joint.glued or not after.glued or after.kind not in ("n", "w"):
        return False
    clock_follows = after.kind == "n" and tokens[end + 2].low in (":", "h", "g")
    return not (joint.text == "-" and (clock_follows or after.kind == "w"))


def _day_then_month(tokens: Sequence[Token], at: int) -> Match | None:
    """A day, the name of its month, and a year: "ngày 31 tháng 12 năm 2021", "5th of January, 2022"."""
    if not _is_short(tokens[at]):
        return None
    month_at = _skip(tokens, _skip_ordinal(tokens, at + 1), _BEFORE_MONTH)
    english = match_english_month(tokens, month_at)
    month = english or match_vietnamese_month(tokens, month_at) or match_short_month(tokens, month_at)
    if not month:
        return None
    number, end = month
    year_at = _skip(tokens, end, _BEFORE_YEAR)
    if not _is_year(tokens, year_at) and not (english and _is_two_digit_year(tokens, year_at)):
        return (Day("named", tokens[at].text, str(number), None), end) if english else None
    return Day("named", tokens[at].text, str(number), tokens[year_at].text), year_at + 1


def _is_short(token: Token) -> bool:
    return token.kind == "n" and len(token.text) <= 2


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "n" and len(tokens[at].text) == 4


def _is_two_digit_year(tokens: Sequence[Token], at: int) -> bool:
    """RFC 850 and Oracle print 31-Dec-21; "5 Jan 22:30" has a clock there."""
    return tokens[at].kind == "n" and len(tokens[at].text) == 2 and tokens[at + 1].low not in (":", "h", "g")


def _skip_ordinal(tokens: Sequence[Token], at: int) -> int:
    """Past "th" in 25th, but not past the Th of 31Th12."""
    suffix = tokens[at]
    if suffix.low in _ORDINALS and suffix.glued and not (tokens[at + 1].kind == "n" and tokens[at + 1].glued):
        return at + 1
    return at


def _skip(tokens: Sequence[Token], at: int, what: frozenset[str]) -> int:
    """Past up to two of the signs and words that may stand between day, month and year."""
    for _ in range(2):
        if tokens[at].low in what:
            at += 1
    return at
