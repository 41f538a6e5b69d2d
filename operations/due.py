"""Which sites an unattended run takes up: verified ones whose interval has passed since their last run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from crawler.definitions import SiteDefinition
from storage.runs import Runs

USUAL_INTERVAL = timedelta(days=1)


def is_due(site: SiteDefinition, last_started: datetime | None, now: datetime) -> bool:
    """Whether a site's interval (a day, unless its definition says otherwise) has passed."""
    if not site.verified:
        return False
    return last_started is None or now - last_started >= (site.schedule.interval or USUAL_INTERVAL)


async def due_sites(
    db: AsyncDatabase[dict[str, Any]], sites: Iterable[SiteDefinition], now: datetime
) -> list[SiteDefinition]:
    """The due ones among `sites`, in their order."""
    runs = Runs(db)
    found = []
    for site in sites:
        last = await runs.latest(site.id, 1)
        if is_due(site, last[0]["started_at"] if last else None, now):
            found.append(site)
    return found
