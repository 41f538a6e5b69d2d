from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime
from typing import Any

import pytest
from pymongo.errors import WriteError

from storage.client import connect, database
from storage.errors import SchemaTooNew
from storage.indexes import INDEXES
from storage.schema import ARTICLE, SCHEMA_VERSION
from storage.setup import opened, prepare
from storage.types import Database
from tests.storage.documents import FETCHED, article

CONTRACT = """_id site province department url aliases title lead body text author source category tags published_at
published_on published_precision published_raw published_source published_flags images captions attachments
content_hash revision first_seen_at fetched_at updated_at gone_at extractor snapshot run_id search_key"""


def stored(**changed: Any) -> dict[str, Any]:
    return article(revision=1, first_seen_at=FETCHED, updated_at=FETCHED) | changed


def test_article_schema_has_the_fields_of_the_contract() -> None:
    assert set(ARTICLE["properties"]) == set(ARTICLE["required"]) == set(CONTRACT.split())


async def test_prepare_creates_every_index(db: Database) -> None:
    for name, indexes in INDEXES.items():
        present = await db[name].index_information()
        assert {index.document["name"] for index in indexes} <= present.keys()


async def test_prepare_again_changes_nothing(db: Database) -> None:
    before = [await (await db.list_collections()).to_list(), await db["meta"].find_one()]
    await prepare(db)
    assert sorted(map(str, before[0] or [])) == sorted(map(str, await (await db.list_collections()).to_list()))
    assert before[1] == await db["meta"].find_one()


async def test_prepare_from_many_at_once_succeeds(empty_db: Database, mongo_uri: str) -> None:
    clients = [connect(mongo_uri) for _ in range(4)]
    await asyncio.gather(*(prepare(database(client)) for client in clients))
    for client in clients:
        await client.close()
    with pytest.raises(WriteError):
        await empty_db["articles"].insert_one({"_id": "x"})
    meta = await empty_db["meta"].find_one({"_id": "schema"})
    assert meta is not None
    assert meta["version"] == SCHEMA_VERSION


async def test_prepare_replaces_an_older_validator(empty_db: Database) -> None:
    await empty_db.create_collection("articles", validator={"$jsonSchema": {"required": ["headline"]}})
    await prepare(empty_db)
    await empty_db["articles"].insert_one(stored())


async def test_prepare_newer_schema_is_refused_and_untouched(empty_db: Database) -> None:
    await empty_db["meta"].insert_one({"_id": "schema", "version": SCHEMA_VERSION + 1})
    with pytest.raises(SchemaTooNew, match=f"version {SCHEMA_VERSION + 1}"):
        await prepare(empty_db)
    assert await empty_db.list_collection_names() == ["meta"]


async def test_opened_gives_a_prepared_database(mongo_uri: str) -> None:
    async with opened(mongo_uri) as db:
        assert db.name in mongo_uri
        await db["articles"].insert_one(stored())


async def test_validator_takes_a_whole_article(db: Database) -> None:
    await db["articles"].insert_one(stored())


async def test_validator_takes_what_a_page_may_lack(db: Database) -> None:
    fields = "province department url lead author source category gone_at snapshot run_id"
    dates = "published_at published_on published_precision published_raw published_source"
    lacking: dict[str, None] = dict.fromkeys(f"{fields} {dates}".split())
    await db["articles"].insert_one(stored(**lacking, body=[], images=[], attachments=[]))


async def test_validator_refuses_each_missing_field(db: Database) -> None:
    taken = []
    for field in sorted(set(CONTRACT.split()) - {"_id"}):
        doc = stored(_id=field)
        del doc[field]
        with contextlib.suppress(WriteError):
            await db["articles"].insert_one(doc)
            taken.append(field)
    assert taken == []


@pytest.mark.parametrize(
    "changed",
    [
        {"headline": "x"},
        {"title": None},
        {"title": ""},
        {"body": "one string"},
        {"body": [1]},
        {"published_at": "2026-03-01"},
        {"published_on": "01/03/2026"},
        {"published_on": datetime(2026, 3, 1, tzinfo=UTC)},
        {"revision": 0},
        {"revision": 1.5},
        {"fetched_at": None},
        {"content_hash": ""},
        {"images": [{"url": "https://so-thu.example/a.jpg"}]},
        {"attachments": [{"url": "u", "text": "t", "media_type": None, "size": 1}]},
        {"extractor": {"version": "1"}},
        {"snapshot": {"file": "a", "offset": -1, "digest": "d"}},
    ],
    ids=str,
)
async def test_validator_refuses_a_wrong_value(db: Database, changed: dict[str, Any]) -> None:
    with pytest.raises(WriteError):
        await db["articles"].insert_one(stored(**changed))


async def test_validator_refuses_an_unknown_state_of_a_page(db: Database) -> None:
    page = {"site": "s", "url": "u", "discovered_at": FETCHED}
    await db["pages"].insert_one(page | {"_id": 1, "state": "new", "role": "article"})
    with pytest.raises(WriteError):
        await db["pages"].insert_one(page | {"_id": 2, "state": "fetched"})


async def test_text_index_takes_a_field_named_language(db: Database) -> None:
    # Without the override MongoDB refuses this one with code 17262, whatever the validator says.
    await db["articles"].insert_one(stored(language="vi"), bypass_document_validation=True)
    assert await db["articles"].count_documents({"$text": {"$search": "tiep"}}) == 1


async def test_text_index_knows_no_stop_words(db: Database) -> None:
    await db["articles"].insert_one(stored(search_key="the an do on"))
    assert await db["articles"].count_documents({"$text": {"$search": "an"}}) == 1
