"""Forms that only machines print, each of them the whole string: epochs, compact and basic ISO 8601, .NET's JSON."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from vietnamese.dates.published import VIETNAM, Precision

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DOTNET = re.compile(r"\\?/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?/")
# Seconds have ten digits from 2001 to 2286. A number with a zero before it is a telephone's.
_SECONDS = re.compile(r"[1-9]\d{9}")
_MILLISECONDS = re.compile(r"[1-9]\d{12}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d(?::?\d\d)?)?", re.IGNORECASE)
# NukeViet prints article:published_time by date("Y-m-dTH:i:s"), where PHP reads the T as the zone.
_NUKEVIET = re.compile(r"(\d{4})-(\d\d)-(\d\d)([+-]\d\d(?:\d\d)?|[A-Z]{3,4})(\d\d):(\d\d):(\d\d)")
# A query string turned the plus of the offset into a space.
_LOST_PLUS = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)? (\d\d:?\d\d)")


def read_machine(line: str) -> tuple[datetime, Precision] | None:
    """The instant of a machine's form, or None where the line is none. Bounds are not checked here."""
    if not (line[:1].isdigit() or line[:1] in "/\\"):
        return None
    return _epoch(line) or _compact(line) or _broken_iso(line)


def _epoch(line: str) -> tuple[datetime, Precision] | None:
    if match := _DOTNET.fullmatch(line):
        milliseconds = int(match[1])
    elif _SECONDS.fullmatch(line):
        milliseconds = int(line) * 1000
    elif _MILLISECONDS.fullmatch(line):
        milliseconds = int(line)
    else:
        return None
    try:
        return (_EPOCH + timedelta(seconds=milliseconds // 1000)).astimezone(VIETNAM), "second"
    except OverflowError:
        return None


def _compact(line: str) -> tuple[datetime, Precision] | None:
    match = _COMPACT.fullmatch(line)
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    if zone and hour is None:
        return None
    precision: Precision = "second" if second else "minute" if hour else "day"
    return _instant((year, month, day, hour, minute, second), zone, precision)


def _broken_iso(line: str) -> tuple[datetime, Precision] | None:
    if match := _NUKEVIET.fullmatch(line):
        year, month, day, zone, *clock = match.groups()
        return _instant((year, month, day, *clock), zone, "second")
    if match := _LOST_PLUS.fullmatch(line):
        *parts, zone = match.groups()
        return _instant(tuple(parts), "+" + zone, "second")
    return None


def _instant(
    parts: tuple[str | None, ...], zone: str | None, precision: Precision
) -> tuple[datetime, Precision] | None:
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in parts)
        local = datetime(year, month, day, hour, minute, second, tzinfo=_zone(zone))
        return local.astimezone(VIETNAM), precision
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None) -> timezone:
    """The zone of an offset; Viet Nam's where there is none, and for the name that PHP gives it (ICT)."""
    if not text or text.upper() == "ICT":
        return VIETNAM
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)
