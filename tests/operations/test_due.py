from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.definitions import Schedule, SiteDefinition
from operations.due import due_sites, is_due
from storage.runs import Runs
from storage.types import Database

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SITE = SiteDefinition("so-a", "Sở A", ("so-a.example",), ("https://so-a.example/",), Path("a.toml"), verified=True)


def test_site_never_crawled_is_due() -> None:
    assert is_due(SITE, None, NOW)


def test_site_is_due_after_its_interval() -> None:
    hourly = replace(SITE, schedule=Schedule(timedelta(hours=1)))
    assert not is_due(SITE, NOW - timedelta(hours=2), NOW)
    assert is_due(hourly, NOW - timedelta(hours=2), NOW)
    assert not is_due(hourly, NOW - timedelta(minutes=59), NOW)


def test_unverified_site_is_never_due() -> None:
    assert not is_due(replace(SITE, verified=False), None, NOW)


async def test_due_sites_looks_at_the_latest_run(db: Database) -> None:
    await Runs(db).start({"_id": "r1", "site": "so-a", "started_at": NOW - timedelta(hours=1)})
    other = replace(SITE, id="so-b")
    assert [site.id for site in await due_sites(db, [SITE, other], NOW)] == ["so-b"]
