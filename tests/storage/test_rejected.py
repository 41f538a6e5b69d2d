from __future__ import annotations

from datetime import timedelta

import pytest

from storage.errors import DocumentsRefused
from storage.rejected import Rejected
from storage.types import Database
from tests.storage.documents import FETCHED


def item(path: str, hour: int = 0, **fields: object) -> dict[str, object]:
    return {
        "site": "so-thu",
        "url": f"https://so-thu.example/{path}",
        "reasons": ["title missing"],
        "item": {"title": None},
        "snapshot": None,
        "run_id": "r",
        "at": FETCHED + timedelta(hours=hour),
    } | fields


async def test_record_many_later_item_takes_the_place(db: Database) -> None:
    rejected = Rejected(db)
    await rejected.record_many([item("1"), item("2", hour=1)])
    await rejected.record_many([item("1", hour=2, reasons=["body empty"])])
    found = [doc async for doc in rejected.find("so-thu")]
    assert [doc["reasons"] for doc in found] == [["body empty"], ["title missing"]]


async def test_forget_drops_only_the_addresses_given(db: Database) -> None:
    rejected = Rejected(db)
    await rejected.record_many([item("1"), item("2")])
    assert await rejected.forget("so-thu", ["https://so-thu.example/1", "https://so-thu.example/9"]) == 1
    assert [doc["url"] async for doc in rejected.find("so-thu")] == ["https://so-thu.example/2"]


async def test_record_many_item_that_cannot_be_encoded_does_not_hold_up_the_others(db: Database) -> None:
    rejected = Rejected(db)
    with pytest.raises(DocumentsRefused):
        await rejected.record_many([item("1", item={"title": "\ud800"}), item("2")])
    assert [doc["url"] async for doc in rejected.find("so-thu")] == ["https://so-thu.example/2"]
