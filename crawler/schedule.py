"""When an address is looked at again. Pure functions over seconds and aware instants."""

from __future__ import annotations

from datetime import datetime, timedelta

DAY = 86_400
SHORTEST = DAY
LONGEST = 90 * DAY
# An article of age T changes about as seldom as T is long; a tenth of it catches corrections early enough.
AGE_SHARE = 0.1

REDUNDANT_LISTING = 7 * DAY
EXCLUDED_PAGE = 30 * DAY
FULL_WALK_UNORDERED = 7 * DAY
GONE_AFTER = DAY


def first_interval(published_at: datetime | None, now: datetime) -> int:
    """Seconds until a newly stored article is checked for the first time."""
    if published_at is None:
        return SHORTEST
    age = (now - published_at).total_seconds()
    return int(min(max(age * AGE_SHARE, SHORTEST), LONGEST))


def next_interval(interval: int | None, *, changed: bool) -> int:
    """Seconds until the next check: doubled while nothing changes, the shortest again after a change."""
    if changed or not interval:
        return SHORTEST
    return min(interval * 2, LONGEST)


def after(now: datetime, seconds: int) -> datetime:
    """The instant `seconds` from `now`."""
    return now + timedelta(seconds=seconds)
