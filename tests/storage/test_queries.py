"""Every question that is asked often is answered from an index, in the index's order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from storage.types import Database, Document
from tests.storage.documents import article

NOW = datetime(2026, 3, 2, tzinfo=UTC)
NEWEST = {"published_at": -1}


def _stages(plan: Any) -> Iterator[str]:
    if isinstance(plan, dict):
        if "stage" in plan:
            yield plan["stage"]
        for value in plan.values():
            yield from _stages(value)
    elif isinstance(plan, list):
        for value in plan:
            yield from _stages(value)


@pytest.mark.parametrize(
    ("collection", "query", "order"),
    [
        ("articles", {}, NEWEST),
        ("articles", {"site": "s"}, NEWEST),
        ("articles", {"province": "P"}, NEWEST),
        ("articles", {"site": "s", "$or": [{"url": "u"}, {"aliases": "u"}]}, None),
        ("articles", {"content_hash": "h"}, None),
        ("revisions", {"article_id": "a", "revision": {"$lt": 3}}, {"revision": 1}),
        ("pages", {"site": "s", "run_id": "r", "state": "new"}, None),
        ("pages", {"site": "s", "state": {"$in": ["pending", "failed"]}}, None),
        ("pages", {"site": "s", "role": "article", "next_due_at": {"$lte": NOW}}, {"next_due_at": 1}),
        ("pages", {"site": "s", "stable_id": {"$in": ["1"]}}, None),
        ("pages", {"site": "s", "article_id": "a"}, None),
        ("runs", {}, {"started_at": -1}),
        ("runs", {"site": "s"}, {"started_at": -1}),
        ("rejected", {"site": "s"}, {"at": -1}),
        ("snapshots", {"site": "s", "url": "u"}, {"fetched_at": -1}),
        ("snapshots", {"site": "s"}, {"fetched_at": 1}),
    ],
    ids=str,
)
async def test_query_is_answered_from_an_index(
    db: Database, collection: str, query: Document, order: Document | None
) -> None:
    find = {"find": collection, "filter": query} | ({"sort": order} if order else {})
    stages = set(_stages((await db.command("explain", find))["queryPlanner"]["winningPlan"]))
    assert "IXSCAN" in stages
    assert stages & {"COLLSCAN", "SORT"} == set()


async def test_text_search_finds_by_the_folded_key_in_order_of_relevance(db: Database) -> None:
    filled = {"revision": 1, "first_seen_at": NOW, "updated_at": NOW}
    for number, key in enumerate(["nuoc sach nuoc", "nuoc ngam va cac loai dat", "dat dai"]):
        await db["articles"].insert_one(article(number, search_key=key, **filled))
    score = {"score": {"$meta": "textScore"}}
    found = await db["articles"].find({"$text": {"$search": "nuoc"}}, score).sort(score).to_list()
    assert [doc["_id"] for doc in found] == ["so-thu/0", "so-thu/1"]
    [exact] = await db["articles"].find({"$text": {"$search": '"dat dai"'}}).to_list()
    assert exact["_id"] == "so-thu/2"
