"""Times of the day: 15:59, 3:59:00 CH, 15h59', 8 giờ 30 sáng."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.dates.elements import Clock, Match
from vietnamese.dates.months import match_month
from vietnamese.dates.phrases import Phrases
from vietnamese.dates.tokens import Token

_HOUR_WORDS = frozenset({"h", "g", "giờ", "gio"})
_MINUTE_WORDS = frozenset({"phút", "phut", "ph", "p", "m", "'"})
_SECOND_WORDS = frozenset({"giây", "giay", "s", "'"})
_MERIDIEMS = Phrases(
    {
        "am": "am, a m",
        "pm": "pm, p m",
        "sáng": "sa, sáng",
        "chiều": "ch, chiều, tối",
        "trưa": "trưa",
        "đêm": "đêm, khuya",
    }
)


def match_clock(tokens: Sequence[Token], at: int) -> Match | None:
    """A clock that starts with the number at `at`. An impossible time is no match, so the slot is refused."""
    if len(tokens[at].text) > 2:
        return None
    sign = tokens[at + 1]
    if sign.text == ":" and sign.glued == tokens[at + 2].glued:
        parts = _colon_clock(tokens, at)
    elif sign.low in _HOUR_WORDS:
        parts = _word_clock(tokens, at)
    else:
        return None
    return _finish(tokens, at, *parts) if parts else None


def _colon_clock(tokens: Sequence[Token], at: int) -> tuple[int | None, int | None, int] | None:
    """Minute, second and end of H:M and H:M:S; a fraction of a second is dropped."""
    minute = _short_number(tokens[at + 2])
    if minute is None:
        return None
    end = at + 3
    if tokens[end].text != ":" or not tokens[end].glued or tokens[end + 1].kind != "n":
        return minute, None, end + (tokens[end].low == "'")
    second = _short_number(tokens[end + 1])
    if second is None or (tokens[end + 2].text == ":" and tokens[end + 3].kind == "n"):
        return None
    return minute, second, _skip_fraction(tokens, end + 2)


def _skip_fraction(tokens: Sequence[Token], at: int) -> int:
    """Past ".0000000" or ",123", unless what stands there is the day: "15:59:20,31/12/2021"."""
    sign, digits, after = tokens[at], tokens[at + 1], tokens[at + 2]
    if (
        sign.text in (".", ",")
        and sign.glued
        and digits.kind == "n"
        and digits.glued
        and after.text not in ("/", "-", ".")
    ):
        return at + 2
    if sign.text == "." and digits.kind == "n" and digits.glued and len(digits.text) > 2:
        return at + 2
    return at


def _word_clock(tokens: Sequence[Token], at: int) -> tuple[int | None, int | None, int] | None:
    """Minute, second and end of 15h, 15h59', 15 giờ 59 phút 20 giây."""
    end = at + 2
    if tokens[end].text == ":":
        end += 1
    minute = _short_number(tokens[end])
    if minute is None or not _is_minute(tokens, end):
        return None, None, at + 2
    end += 1
    if tokens[end].low not in _MINUTE_WORDS:
        return minute, None, end
    end += 1
    second = _short_number(tokens[end])
    if second is not None and tokens[end + 1].low in _SECOND_WORDS:
        return minute, second, end + 2
    return minute, None, end


def _is_minute(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number after the hour is the minute, and not the day: "15h 31/12/2021", "15h 5 tháng 1"."""
    if tokens[at].glued or tokens[at + 1].low in _MINUTE_WORDS:
        return True
    after = tokens[at + 1]
    return not (after.text in ("/", "-", ".") and after.glued) and not match_month(tokens, at + 1)


def _short_number(token: Token) -> int | None:
    """A number below 60 in one or two digits."""
    if token.kind != "n" or len(token.text) > 2:
        return None
    value = int(token.text)
    return value if value < 60 else None


def _finish(
    tokens: Sequence[Token], at: int, minute: int | None, second: int | None, end: int
) -> tuple[Clock, int] | None:
    """The clock with the half of the day applied."""
    text = tokens[at].text
    meridiem = _MERIDIEMS.match(tokens, end)
    half, end = meridiem or ("", end)
    hour = _hour_of_day(int(text), half)
    if hour is None:
        return None
    return Clock(hour, minute, second, half in ("am", "pm"), text[0] == "0", len(text) == 1), end


def _hour_of_day(hour: int, half: str) -> int | None:
    """The hour from 0 to 23, or None where hour and half contradict each other ("15:59 SA")."""
    if hour > 23:
        return None
    match half:
        case "am" | "sáng":
            return None if hour > 12 else hour % 12
        case "pm" | "chiều":
            return hour % 12 + 12
        case "trưa":
            return {10: 10, 11: 11, 12: 12, 13: 13, 1: 13, 14: 14, 2: 14}.get(hour)
        case "đêm":
            return hour % 12 + 12 if 6 <= hour < 12 else hour % 12 if hour <= 12 else hour
    return hour
