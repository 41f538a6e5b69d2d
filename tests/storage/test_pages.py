from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from storage.errors import DocumentsRefused
from storage.pages import Pages, page_id
from storage.types import Database
from tests.storage.documents import FETCHED

HOUR = timedelta(hours=1)
ROOT = "https://so-thu.example/"


@pytest.fixture
def pages(db: Database) -> Pages:
    return Pages(db)


def page(path: str, **fields: Any) -> dict[str, Any]:
    return {"site": "so-thu", "url": ROOT + path, **fields}


def test_page_id_long_address_is_hashed_and_fits() -> None:
    long = [page_id("so-thu", ROOT + "ă" * 600 + end) for end in "ab"]
    assert long[0] != long[1]
    assert max(len(key.encode()) for key in long) < 900
    assert page_id("so-thu", ROOT) == f"so-thu {ROOT}"


async def test_record_many_new_page_gets_defaults(pages: Pages) -> None:
    await pages.record_many([page("1", state="new", discovered_at=FETCHED)])
    found = (await pages.lookup("so-thu", [ROOT + "1"]))[ROOT + "1"]
    assert found == {
        "_id": f"so-thu {ROOT}1",
        **page("1", state="new", discovered_at=FETCHED, role="unknown", failures=0),
    }


async def test_record_many_known_page_keeps_what_is_not_given(pages: Pages) -> None:
    await pages.record_many([page("1", etag="x", role="article", failures=2, discovered_at=FETCHED)])
    await pages.record_many([page("1", etag=None, state="unchanged", discovered_at=FETCHED + HOUR)])
    found = (await pages.lookup("so-thu", [ROOT + "1"]))[ROOT + "1"]
    assert (found["etag"], found["role"], found["failures"]) == (None, "article", 2)
    assert found["discovered_at"] == FETCHED


async def test_record_many_twice_is_once(db: Database, pages: Pages) -> None:
    batch = [page("1", state="new"), page("2", state="new")]
    await pages.record_many(batch)
    before = await db["pages"].find().to_list()
    await pages.record_many(batch)
    assert await db["pages"].find().to_list() == before


async def test_record_many_twins_merge_in_order(pages: Pages) -> None:
    await pages.record_many([page("1", state="pending", etag="x"), page("1", state="new")])
    found = (await pages.lookup("so-thu", [ROOT + "1"]))[ROOT + "1"]
    assert (found["state"], found["etag"]) == ("new", "x")


async def test_record_many_refused_pages_do_not_hold_up_the_others(pages: Pages) -> None:
    with pytest.raises(DocumentsRefused) as caught:
        await pages.record_many([page("1", state="odd"), page("2", state="new"), page("3", etag="\ud800")])
    assert caught.value.refused.keys() == {f"so-thu {ROOT}1", f"so-thu {ROOT}3"}
    assert await pages.counts("so-thu", "r") == {}
    assert (await pages.lookup("so-thu", [ROOT + "2"])).keys() == {ROOT + "2"}


async def test_record_many_nothing_is_fine(pages: Pages) -> None:
    await pages.record_many([])


async def test_lookup_takes_many_and_long_addresses(pages: Pages) -> None:
    urls = [f"{ROOT}{n}" for n in range(2500)] + [ROOT + "x" * 2000]
    await pages.record_many([{"site": "so-thu", "url": url} for url in urls])
    await pages.record_many([{"site": "khac", "url": ROOT + "z"}])
    found = await pages.lookup("so-thu", [*urls, ROOT + "y", ROOT + "z"])
    assert found.keys() == set(urls)
    assert all(page["url"] == url for url, page in found.items())


async def test_lookup_stable_prefers_the_page_that_gave_an_article(pages: Pages) -> None:
    await pages.record_many(
        [
            page("a-12", stable_id="12", article_id="so-thu/12"),
            page("b-12", stable_id="12"),
            page("c-13", stable_id="13"),
            page("d"),
            {"site": "khac", "url": ROOT, "stable_id": "13", "article_id": "khac/13"},
        ]
    )
    found = await pages.lookup_stable("so-thu", ["12", "13", "14"])
    assert {key: value["url"] for key, value in found.items()} == {"12": ROOT + "a-12", "13": ROOT + "c-13"}


async def test_counts_and_reasons_are_of_one_run(pages: Pages) -> None:
    await pages.record_many(
        [
            page("1", run_id="r", state="new"),
            page("2", run_id="r", state="failed", reason="http 500"),
            page("3", run_id="r", state="failed", reason="http 500"),
            page("4", run_id="r", state="failed", reason="timeout"),
            page("5", run_id="before", state="failed", reason="timeout"),
            {"site": "khac", "url": ROOT, "run_id": "r", "state": "new"},
        ]
    )
    assert await pages.counts("so-thu", "r") == {"new": 1, "failed": 3}
    assert await pages.reasons("so-thu", "r", "failed") == {"http 500": 2, "timeout": 1}


async def test_find_compares_fields(pages: Pages) -> None:
    await pages.record_many([page("1", role="listing"), page("2", role="article"), page("3", role="listing")])
    assert {found["url"] async for found in pages.find("so-thu", role="listing")} == {ROOT + "1", ROOT + "3"}
    assert [found async for found in pages.find("khac")] == []


async def test_due_is_soonest_first_and_limited(pages: Pages) -> None:
    hours = {"1": 3, "2": 1, "3": 0, "4": 2, "5": None}
    await pages.record_many(
        [
            page(path, role="article", next_due_at=None if hour is None else FETCHED + hour * HOUR)
            for path, hour in hours.items()
        ]
        + [page("6", role="listing", next_due_at=FETCHED), page("7", role="article")]
    )
    due = await pages.due("so-thu", "article", FETCHED + 2 * HOUR, limit=10)
    assert [found["url"] for found in due] == [ROOT + "3", ROOT + "2", ROOT + "4"]
    assert len(await pages.due("so-thu", "article", FETCHED + 2 * HOUR, limit=2)) == 2


async def test_unfinished_are_pending_and_failed(pages: Pages) -> None:
    states = ["new", "pending", "failed", "gone"]
    await pages.record_many([page(state, state=state, run_id="old") for state in states])
    assert {found["state"] for found in await pages.unfinished("so-thu")} == {"pending", "failed"}
