"""What a healthy run looks like by a site's definition, and what an operator must look at. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.definitions import Expected

MOST_REJECTED = 0.1


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run saw: states of its addresses, how many it knew, lists with articles, and the site's latest news."""

    counts: Mapping[str, int]
    discovered: int
    lists: int
    first_run: bool
    latest: datetime | None


def raise_alerts(expected: Expected, seen: Seen, now: datetime) -> list[str]:
    """Sentences for the run document; each makes the run fail."""
    checks = (_sum(seen), _rejected(seen), _lists(seen), _too_many(expected, seen), _silent(expected, seen, now))
    return [alert for alert in checks if alert is not None]


def few_links(expected: Expected, url: str, links: int) -> str | None:
    """The alert for the first page of a list that offers too little."""
    if expected.least_links is None or links >= expected.least_links:
        return None
    return f"{url} lists {links} articles, at least {expected.least_links} are expected"


def _sum(seen: Seen) -> str | None:
    total = sum(seen.counts.values())
    return None if total == seen.discovered else f"{seen.discovered} addresses were met, but the states sum to {total}"


def _rejected(seen: Seen) -> str | None:
    articles = sum(seen.counts[state] for state in ("new", "changed", "unchanged", "rejected"))
    rejected = seen.counts["rejected"]
    return f"{rejected} of {articles} articles were rejected" if rejected > MOST_REJECTED * articles else None


def _lists(seen: Seen) -> str | None:
    if seen.lists or seen.counts["failed"] or seen.counts["unchanged"]:
        return None
    return "no list of articles was found: redesigned, empty, or shown by JavaScript only"


def _too_many(expected: Expected, seen: Seen) -> str | None:
    most, new = expected.most_new_articles, seen.counts["new"]
    if most is None or seen.first_run or new <= most:
        return None
    return f"{new} new articles, at most {most} are expected"


def _silent(expected: Expected, seen: Seen, now: datetime) -> str | None:
    if expected.silent_days is None or seen.latest is None:
        return None
    days = (now - seen.latest).days
    return (
        f"no news for {days} days, at most {expected.silent_days} are expected" if days > expected.silent_days else None
    )
