from __future__ import annotations

from datetime import timedelta
from typing import Any

from storage.snapshots import Snapshots
from storage.types import Database
from tests.storage.documents import FETCHED


def snapshot(hour: int, kind: str = "response", **fields: Any) -> dict[str, Any]:
    return {
        "site": "so-thu",
        "url": "https://so-thu.example/1",
        "fetched_at": FETCHED + timedelta(hours=hour),
        "file": "so-thu/a.warc.gz",
        "offset": hour * 100,
        "length": 90,
        "digest": "sha256:x",
        "status": 200,
        "content_type": "text/html",
        "kind": kind,
    } | fields


async def test_latest_is_the_youngest_of_the_kind(db: Database) -> None:
    snapshots = Snapshots(db)
    await snapshots.record_many([snapshot(2), snapshot(1), snapshot(3, "revisit"), snapshot(9, site="khac")])
    latest = await snapshots.latest("so-thu", "https://so-thu.example/1")
    response = await snapshots.latest("so-thu", "https://so-thu.example/1", kind="response")
    assert latest is not None
    assert response is not None
    assert (latest["offset"], response["offset"]) == (300, 200)
    assert await snapshots.latest("so-thu", "https://so-thu.example/2") is None


async def test_record_many_twice_is_once_and_find_is_oldest_first(db: Database) -> None:
    snapshots = Snapshots(db)
    for _ in range(2):
        await snapshots.record_many([snapshot(2), snapshot(1)])
    assert [found["offset"] async for found in snapshots.find("so-thu")] == [100, 200]
