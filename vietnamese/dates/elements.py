"""The parts that a date slot is made of, as the recognisers hand them to the assembly of the slot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Unit = Literal["second", "minute", "hour", "day", "week", "month"]


@dataclass(slots=True)
class Day:
    """A calendar day as printed.

    `order` is "numeric" where day and month are `first` and `second` in an order still to be decided, and
    "ymd" or "named" where they are known (then `first` is the day and `second` the month). `year` None: it
    comes later in the slot, as in asctime.
    """

    order: Literal["numeric", "ymd", "named"]
    first: str
    second: str
    year: str | None


@dataclass(slots=True)
class Clock:
    """A time of the day on 24 hours.

    As printed: `english` if AM or PM stood there; `padded` if the hour had a zero before it, `short_hour` if
    it was one digit.
    """

    hour: int
    minute: int | None
    second: int | None
    english: bool = False
    padded: bool = False
    short_hour: bool = False


@dataclass(slots=True)
class Weekday:
    """Monday is 0, as in `datetime.date.weekday`."""

    number: int


@dataclass(slots=True)
class Zone:
    """An offset from UTC."""

    offset: timedelta


@dataclass(slots=True)
class Label:
    """What the date after it is: `other` is anything but the article's own publication or change."""

    kind: Literal["published", "modified", "other"]


@dataclass(slots=True)
class Ago:
    """So many units before the fetch; the terms of "1 giờ 5 phút trước" are two."""

    terms: tuple[tuple[int, Unit], ...]
    vague: bool = False


@dataclass(slots=True)
class NearDay:
    """Today (0), yesterday (1), the day before (2)."""

    days_back: int


@dataclass(slots=True)
class Number:
    """A bare number after the date: a counter, or the year that asctime puts last."""

    text: str


@dataclass(slots=True)
class Noise:
    """Words that belong to a date slot and say nothing about the date.

    A `byline` has a label of its own. Words that none explains are a `person` (a surname or an initial first), a
    `name` (each word with a capital) or a `category` (any few words, beside a sign that prose does not use).
    """

    role: Literal["byline", "person", "name", "category"] | None = None


Element = Day | Clock | Weekday | Zone | Label | Ago | NearDay | Number | Noise
Match = tuple[Element, int]
