"""Which of two numbers is the day: day first, except on evidence."""

from __future__ import annotations

from datetime import date

from vietnamese.dates.elements import Clock, Day, Weekday

DATE_ORDERS = ("dmy", "mdy", "ymd")
Reading = tuple[date, tuple[str, ...]]


def decide_day(
    day: Day, weekday: Weekday | None, clock: Clock | None, date_order: str | None, this_year: int
) -> Reading | None:
    """The calendar day and the flags of its reading, or None where no order makes it a day.

    The evidence, strongest first: a four-digit year or a month's name in its place; an impossible month; the
    printed weekday; the site's `date_order`; the style of .NET's en-US.
    """
    year, first, second = day.year or "", int(day.first), int(day.second)
    if day.order != "numeric":
        only = _date(_full_year(year, this_year), second, first)
        return (only, _weekday_flags(only, weekday)) if only else None
    if date_order == "ymd" and len(year) == 2:
        only = _date(_full_year(day.first, this_year), second, int(year))
        if only:
            return only, _weekday_flags(only, weekday)
    day_first = _date(_full_year(year, this_year), second, first)
    month_first = _date(_full_year(year, this_year), first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return _only_reading(day_first, month_first, weekday)
    return _weigh(day, day_first, month_first, weekday, clock, date_order)


def _only_reading(day_first: date | None, month_first: date | None, weekday: Weekday | None) -> Reading | None:
    if day_first:
        return day_first, _weekday_flags(day_first, weekday)
    if month_first:
        return month_first, ("month_first", *_weekday_flags(month_first, weekday))
    return None


def _weigh(
    day: Day,
    day_first: date,
    month_first: date,
    weekday: Weekday | None,
    clock: Clock | None,
    date_order: str | None,
) -> Reading:
    """Both orders make a day: the weekday decides, then the site, then the style."""
    flags: tuple[str, ...] = ()
    if weekday:
        if day_first.weekday() == weekday.number:
            return day_first, ()
        if month_first.weekday() == weekday.number:
            return month_first, ("month_first",)
        flags = ("weekday_mismatch",)
    if date_order == "mdy":
        return month_first, ("month_first", *flags)
    if date_order == "dmy" or clock is None or not clock.english:
        return day_first, flags
    if _is_dotnet_american(day, clock):
        return month_first, ("ambiguous", "month_first", *flags)
    return day_first, flags if _is_padded(day, clock) else ("ambiguous", *flags)


def _is_dotnet_american(day: Day, clock: Clock) -> bool:
    """M/d/yyyy h:mm:ss tt: AM or PM, seconds, no padding, and one number short enough to show that."""
    if clock.second is None or _is_padded(day, clock):
        return False
    return clock.short_hour or len(day.first) == 1 or len(day.second) == 1


def _is_padded(day: Day, clock: Clock) -> bool:
    return clock.padded or day.first[0] == "0" or day.second[0] == "0"


def _weekday_flags(day: date, weekday: Weekday | None) -> tuple[str, ...]:
    return ("weekday_mismatch",) if weekday and day.weekday() != weekday.number else ()


def _full_year(year: str, this_year: int) -> int:
    """Two digits are of this century unless that is later than next year."""
    if len(year) != 2:
        return int(year or 0)
    full = this_year // 100 * 100 + int(year)
    return full if full <= this_year + 1 else full - 100


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
