"""From one date slot to the publication date."""

from __future__ import annotations

import calendar
from datetime import datetime, time, timedelta, timezone

from vietnamese.dates.elements import Ago, Clock
from vietnamese.dates.machine import read_machine
from vietnamese.dates.order import DATE_ORDERS, decide_day
from vietnamese.dates.published import VIETNAM, LabelKind, Precision, PublishedDate
from vietnamese.dates.slot import Slot, read_slot
from vietnamese.dates.tokens import clean

# The first Vietnamese portals are younger; an older date is an anniversary or a zero that a machine printed.
_EARLIEST_YEAR = 1995
_SKEW = timedelta(hours=24)
_CLOCK_WINDOW = timedelta(seconds=90)
_Instant = tuple[datetime, Precision, tuple[str, ...]]


def parse(text: str, now: datetime, date_order: str | None = None) -> PublishedDate | None:
    """The publication date that one date slot prints, or None where it prints none for certain.

    `text` is the whole slot as printed, labels and counters with it ("Ngày đăng: 31/12/2021 - Lượt xem:
    1234"). `now` is the aware time of the fetch: relative dates count from it, and nothing later than 24
    hours after it is accepted. `date_order` is the site's: "dmy", "mdy", "ymd", or None for day first except
    on evidence.

    No string raises. ValueError: `now` is naive, or `date_order` is unknown.
    """
    if now.tzinfo is None or now.utcoffset() is None:
        raise ValueError(f"now must be aware, not {now!r}")
    if date_order is not None and date_order not in DATE_ORDERS:
        raise ValueError(f"date_order must be one of {', '.join(DATE_ORDERS)} or None, not {date_order!r}")
    line = clean(text)
    if not line:
        return None
    local_now = now.astimezone(VIETNAM)
    machine = read_machine(line)
    if machine:
        return _bounded((*machine, ()), None, local_now)
    slot = read_slot(line)
    if slot is None:
        return None
    instant = _resolve(slot, local_now, date_order)
    return _bounded(instant, _label(slot), local_now) if instant else None


def looks_like_date_line(text: str) -> bool:
    """Whether the line is a date slot and nothing else, whatever its date is worth (a zero date, a page's clock).

    A bare "Hôm nay" or "Hôm qua" is not: on portals it heads the visitor counter's figures.
    """
    line = clean(text)
    slot = read_slot(line) if line else None
    return slot is not None and (slot.near_day is None or slot.clock is not None or slot.label is not None)


def _label(slot: Slot) -> LabelKind | None:
    return "published" if slot.label == "published" else "modified" if slot.label == "modified" else None


def _resolve(slot: Slot, now: datetime, date_order: str | None) -> _Instant | None:
    """The instant of a slot's parts: the printed day, else a day near the fetch, else so long before it."""
    if slot.day:
        reading = decide_day(slot.day, slot.weekday, slot.clock, date_order, now.year)
        return _at(datetime.combine(reading[0], time()), slot, reading[1]) if reading else None
    if slot.near_day:
        day = now.date() - timedelta(days=slot.near_day.days_back)
        return _at(datetime.combine(day, time()), slot, ("relative",))
    if slot.ago is None:
        return None
    instant = _before(now, slot.ago)
    return _at(instant[0].replace(tzinfo=None), slot, instant[2]) if instant and slot.clock else instant


def _at(day: datetime, slot: Slot, flags: tuple[str, ...]) -> _Instant | None:
    """The day at the slot's clock, in the slot's zone; a day alone is its local midnight."""
    clock = slot.clock
    if clock is None:
        return day.replace(tzinfo=VIETNAM), "day", flags
    local = day.replace(hour=clock.hour, minute=clock.minute or 0, second=clock.second or 0)
    zone = timezone(slot.zone.offset) if slot.zone else VIETNAM
    try:
        return local.replace(tzinfo=zone).astimezone(VIETNAM), _precision(clock), flags
    except OverflowError:
        return None


def _precision(clock: Clock) -> Precision:
    if clock.minute is None:
        return "hour"
    return "minute" if clock.second is None else "second"


def _before(now: datetime, ago: Ago) -> _Instant | None:
    """So long before the fetch, at the precision of the smallest unit; days and more begin at midnight."""
    smallest = ago.terms[-1][1]
    value = now
    try:
        for count, unit in ago.terms:
            value = _months_before(value, count) if unit == "month" else value - timedelta(**{f"{unit}s": count})
    except (OverflowError, ValueError):
        return None
    if smallest in ("second", "minute", "hour"):
        precision: Precision = "hour" if smallest == "hour" or ago.vague else "minute"
        return value.replace(second=0, microsecond=0), precision, ("relative",)
    return value.replace(hour=0, minute=0, second=0, microsecond=0), smallest, ("relative",)


def _months_before(value: datetime, count: int) -> datetime:
    """The same day so many months earlier, or the last of a shorter month."""
    months = value.year * 12 + value.month - 1 - count
    year, month = months // 12, months % 12 + 1
    return value.replace(year=year, month=month, day=min(value.day, calendar.monthrange(year, month)[1]))


def _bounded(instant: _Instant, label: LabelKind | None, now: datetime) -> PublishedDate | None:
    """The date with the flags of its relation to the fetch, or None where it cannot be a publication's."""
    value, precision, flags = instant
    if value.year < _EARLIEST_YEAR or value > now + _SKEW:
        return None
    found = set(flags)
    if value > now:
        found.add("slightly_future")
    if "relative" not in found and precision in ("second", "minute") and abs(value - now) <= _CLOCK_WINDOW:
        found.add("at_fetch_time")
    if label == "modified":
        found.add("modified_label")
    return PublishedDate(value, precision, tuple(sorted(found)), label)
