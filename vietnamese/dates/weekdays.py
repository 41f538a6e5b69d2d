"""Weekdays: Thứ bảy, T7, thứ 7, Chúa nhật, CN, Sat."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.dates.elements import Match, Weekday
from vietnamese.dates.months import match_english_month
from vietnamese.dates.phrases import Phrases
from vietnamese.dates.tokens import Token

_NAMES = Phrases(
    {
        0: "thứ hai, monday, mon",
        1: "thứ ba, tuesday, tue, tues",
        2: "thứ tư, wednesday, wed",
        3: "thứ năm, thursday, thurs, thur, thu",
        4: "thứ sáu, friday, fri",
        5: "thứ bảy, thứ bẩy, saturday, sat",
        6: "chủ nhật, chúa nhật, cn, c n, sunday, sun",
    }
)
_NUMBERED_HEADS = frozenset({"thứ", "thu", "t", "th"})


def match_weekday(tokens: Sequence[Token], at: int) -> Match | None:
    """A weekday that starts at `at`."""
    numbered = _numbered(tokens, at)
    if numbered:
        return numbered
    named = _NAMES.match(tokens, at)
    if not named or _is_given_name(tokens, at, named[1]):
        return None
    return Weekday(named[0]), named[1]


def _is_given_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether Thu and its like begin a name, "Thu Huyền", and not a date, "Thu Jan 05"."""
    english_short = len(tokens[at].low) == 3 and end == at + 1
    return english_short and tokens[end].kind == "w" and not match_english_month(tokens, end)


def _numbered(tokens: Sequence[Token], at: int) -> Match | None:
    """Thứ 2 to Thứ 7, T2 to T7; "Th 2" with a space is Java's, "Th2" without one is WordPress's February."""
    head = tokens[at].low
    if head not in _NUMBERED_HEADS:
        return None
    number_at = at + 1 + (tokens[at + 1].text == ".")
    number, after = tokens[number_at], tokens[number_at + 1]
    if number.text not in ("2", "3", "4", "5", "6", "7") or (
        after.text in ("/", ":", ".") and _is_glued_number(tokens, number_at + 2)
    ):
        return None
    if (head == "t" and not number.glued) or (head == "th" and number.glued):
        return None
    if head == "thu" and match_english_month(tokens, number_at + 1):
        return None  # Thursday: "Thu 5 Jan 2022"
    return Weekday(int(number.text) - 2), number_at + 1


def _is_glued_number(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "n" and tokens[at].glued
