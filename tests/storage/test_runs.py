from __future__ import annotations

from datetime import timedelta

import pytest

from storage.errors import StorageError
from storage.runs import Runs, adds_up
from storage.schema import STATES
from storage.types import Database
from tests.storage.documents import FETCHED


@pytest.fixture
def runs(db: Database) -> Runs:
    return Runs(db)


async def test_start_fills_in_a_run_that_begins(runs: Runs) -> None:
    await runs.start({"_id": "r1", "site": "so-thu", "version": "0.1.0", "started_at": FETCHED})
    assert await runs.get("r1") == {
        "_id": "r1",
        "site": "so-thu",
        "started_at": FETCHED,
        "finished_at": None,
        "status": "running",
        "discovered": 0,
        "counts": dict.fromkeys(STATES, 0),
        "excluded_reasons": {},
        "failed_reasons": {},
        "requests": 0,
        "bytes": 0,
        "alerts": [],
        "errors": [],
        "version": "0.1.0",
    }


async def test_finish_keeps_figures_and_every_state(runs: Runs) -> None:
    await runs.start({"_id": "r1", "site": "so-thu"})
    await runs.update("r1", {"requests": 5})
    await runs.finish("r1", {"status": "ok", "discovered": 3, "counts": {"new": 2, "not_due": 1}})
    run = await runs.get("r1")
    assert run is not None
    assert (run["status"], run["requests"], run["finished_at"] >= run["started_at"]) == ("ok", 5, True)
    assert run["counts"] == dict.fromkeys(STATES, 0) | {"new": 2, "not_due": 1}
    assert adds_up(run)


def test_adds_up_address_without_a_state_is_not_lost() -> None:
    assert not adds_up({"discovered": 4, "counts": {"new": 3}})


async def test_update_unknown_state_is_a_mistake(runs: Runs) -> None:
    await runs.start({"_id": "r1", "site": "so-thu"})
    with pytest.raises(KeyError, match="stored"):
        await runs.update("r1", {"counts": {"stored": 1}})


async def test_update_unknown_run_is_told(runs: Runs) -> None:
    with pytest.raises(StorageError, match="r9"):
        await runs.update("r9", {"requests": 1})
    assert await runs.get("r9") is None


async def test_latest_is_newest_first_and_of_the_site(runs: Runs) -> None:
    for number in range(4):
        site = "khac" if number == 2 else "so-thu"
        await runs.start({"_id": f"r{number}", "site": site, "started_at": FETCHED + timedelta(days=number)})
    assert [run["_id"] for run in await runs.latest()] == ["r3", "r2", "r1", "r0"]
    assert [run["_id"] for run in await runs.latest("so-thu", limit=2)] == ["r3", "r1"]
