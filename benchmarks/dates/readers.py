"""The tools compared, each as a function from a slot and the time of its fetch to an instant or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape

import dateparser
from htmldate import find_date

from vietnamese.dates import VIETNAM, parse

Read = Callable[[str, datetime], datetime | None]


@dataclass(frozen=True, slots=True)
class Reader:
    """A tool; `only_days` where it answers with a day, so that only the day is compared."""

    name: str
    read: Read
    only_days: bool = False


def _sotin(text: str, now: datetime) -> datetime | None:
    date = parse(text, now)
    return date.value if date else None


def _dateparser(text: str, now: datetime) -> datetime | None:
    """Vietnamese first, day first, and no date that lacks a part; where it raises, it gave none."""
    try:
        date = dateparser.parse(text, languages=["vi", "en"], settings=_settings(now))
        return date.astimezone(VIETNAM) if date else None
    except OverflowError:  # raised for the zero date of .NET
        return None


def _settings(now: datetime) -> dict[str, object]:
    return {
        "DATE_ORDER": "DMY",
        "TIMEZONE": "+0700",
        "TO_TIMEZONE": "+0700",
        "RETURN_AS_TIMEZONE_AWARE": True,
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "REQUIRE_PARTS": ["day", "month", "year"],
    }


def _htmldate(text: str, now: datetime) -> datetime | None:
    """On a page that holds nothing but the slot; it takes no string by itself."""
    page = f"<html><body><article><p>{escape(text)}</p></article></body></html>"
    limit = (now + timedelta(hours=24)).replace(tzinfo=None)
    day = find_date(page, original_date=True, max_date=limit)
    return datetime.fromisoformat(day).replace(tzinfo=VIETNAM) if day else None


READERS = (
    Reader("sotin", _sotin),
    Reader("dateparser", _dateparser),
    Reader("htmldate (day)", _htmldate, only_days=True),
)
