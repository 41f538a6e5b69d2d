from __future__ import annotations

from typing import Any

from storage.furniture import FurnitureStore
from storage.pages import Pages
from storage.types import Database


def page(key: int, **fields: Any) -> dict[str, Any]:
    return {"key": key, "kind": "article", "day": 5, "body": b"", "lines": b"", **fields}


async def test_remember_keeps_the_later_sketch_of_a_page(db: Database) -> None:
    store = FurnitureStore(db)
    await store.remember("so-a", [page(1), page(2)])
    await store.remember("so-a", [page(1, day=6)])
    await store.remember("so-b", [page(1, day=9)])
    assert sorted([(found["key"], found["day"]) async for found in store.pages("so-a")]) == [(1, 6), (2, 5)]


async def test_keep_only_drops_the_other_sketches_of_that_site(db: Database) -> None:
    store = FurnitureStore(db)
    await store.remember("so-a", [page(1), page(2), page(3)])
    await store.remember("so-b", [page(3)])
    assert await store.keep_only("so-a", [2]) == 2
    assert [found["key"] async for found in store.pages("so-a")] == [2]
    assert [found["key"] async for found in store.pages("so-b")] == [3]


async def test_get_of_a_site_that_was_never_learned_is_empty(db: Database) -> None:
    assert await FurnitureStore(db).get("so-a") == {"_id": "so-a", "texts": [], "unsettled": []}


async def test_settle_keeps_what_is_known(db: Database) -> None:
    store = FurnitureStore(db)
    text = {"key": -3, "reach": 1, "last_day": 5, "articles": 8}
    await store.learn("so-a", [text], [7, -3])
    assert (await store.get("so-a"))["unsettled"] == [-3, 7]
    await store.settle("so-a")
    found = await store.get("so-a")
    assert (found["texts"], found["unsettled"]) == ([text], [])


async def test_doubtful_pages_are_found_by_their_index(db: Database) -> None:
    pages = Pages(db)
    await pages.record_many(
        [
            {"site": "so-a", "url": "http://a.example/1", "article_id": "so-a:1", "doubtful": [-5, 8]},
            {"site": "so-a", "url": "http://a.example/2", "article_id": "so-a:2", "doubtful": []},
            {"site": "so-a", "url": "http://a.example/3", "doubtful": [8]},
            {"site": "so-b", "url": "http://a.example/1", "article_id": "so-b:1", "doubtful": [8]},
        ]
    )
    assert [found["article_id"] async for found in pages.doubtful("so-a", [8, 9])] == ["so-a:1"]
    noted = {"doubtful": {"$in": [8, 9]}, "doubtful.0": {"$exists": True}}
    plan = await db["pages"].find({"site": "so-a", "article_id": {"$ne": None}, **noted}).explain()
    assert "site_doubtful" in str(plan["queryPlanner"]["winningPlan"])
