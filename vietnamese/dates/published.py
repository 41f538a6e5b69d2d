"""What the reader of a date slot answers, and the zone that all answers are given in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

Precision = Literal["second", "minute", "hour", "day", "week", "month"]
LabelKind = Literal["published", "modified"]

# Viet Nam has kept one zone without daylight saving time since 1975; every slot read here is later than that.
VIETNAM = timezone(timedelta(hours=7), "ICT")
TIMED: frozenset[str] = frozenset({"second", "minute", "hour"})


def as_known(moment: datetime | None, precision: str | None) -> str | None:
    """ISO 8601 at +07:00 of an aware instant: with its time, or the day alone where no more is known."""
    if moment is None:
        return None
    local = moment.astimezone(VIETNAM)
    return local.isoformat() if precision in TIMED else local.date().isoformat()


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """The time that one date slot gives.

    `value` is aware, at +07:00; below its `precision` it is filled with zeros (a day is its local midnight).
    `label` says which kind of label the slot itself printed, if any.

    `flags`, sorted, of which the first five mean low confidence (another slot of the page that has none of
    them is to be preferred):

    - `ambiguous`: day and month could be exchanged, and only the style of the print decided;
    - `weekday_mismatch`: the printed weekday is not that day's, in either order;
    - `slightly_future`: later than the fetch, by no more than 24 hours;
    - `at_fetch_time`: within 90 seconds of the fetch, so it may be the page's own clock;
    - `modified_label`: the slot says "updated", so it bounds the publication from above only;
    - `relative`: counted back from the fetch ("2 giờ trước"); worthless if the fetch time is not known;
    - `month_first`: read as m/d/y, on the evidence of an impossible month, the weekday, the style or the
      site.
    """

    value: datetime
    precision: Precision
    flags: tuple[str, ...] = ()
    label: LabelKind | None = None
