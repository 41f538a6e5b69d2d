from __future__ import annotations

import pytest

from storage.errors import SchemaTooNew
from storage.migrations import MIGRATIONS, Migration, migrate, record_new, stored_version
from storage.schema import SCHEMA_VERSION
from storage.types import Database


async def _rename(db: Database) -> None:
    await db["articles"].update_many({}, {"$rename": {"headline": "title"}}, bypass_document_validation=True)


async def _shout(db: Database) -> None:
    # Takes what the step before it has made, so that a wrong order shows.
    await db["articles"].update_many({"title": "tin"}, {"$set": {"title": "TIN"}}, bypass_document_validation=True)


STEPS = (Migration(2, "headline becomes title", _rename), Migration(3, "titles in capitals", _shout))


async def _older(db: Database) -> None:
    await record_new(db, 1)
    await db["articles"].insert_one({"_id": "a", "headline": "tin"})


def test_migrations_lead_to_the_current_version_without_a_gap() -> None:
    assert [step.version for step in MIGRATIONS] == list(range(2, SCHEMA_VERSION + 1))


async def test_migrate_older_database_applies_every_step_in_order(empty_db: Database) -> None:
    await _older(empty_db)
    assert await migrate(empty_db, 3, STEPS) == ["headline becomes title", "titles in capitals"]
    assert await empty_db["articles"].find_one() == {"_id": "a", "title": "TIN"}
    meta = await empty_db["meta"].find_one({"_id": "schema"})
    assert meta is not None
    assert meta["version"] == 3
    assert [step["version"] for step in meta["applied"]] == [2, 3]


async def test_migrate_older_database_passes_its_validator(empty_db: Database) -> None:
    await empty_db.create_collection("articles", validator={"$jsonSchema": {"required": ["headline"]}})
    await _older(empty_db)
    await migrate(empty_db, 2, STEPS)
    assert await empty_db["articles"].find_one() == {"_id": "a", "title": "tin"}


async def test_migrate_stops_at_the_target(empty_db: Database) -> None:
    await _older(empty_db)
    assert await migrate(empty_db, 2, STEPS) == ["headline becomes title"]
    assert await stored_version(empty_db) == 2


async def test_migrate_current_database_does_nothing(empty_db: Database) -> None:
    await _older(empty_db)
    await migrate(empty_db, 3, STEPS)
    assert await migrate(empty_db, 3, STEPS) == []


async def test_migrate_new_database_applies_nothing(empty_db: Database) -> None:
    assert await migrate(empty_db, 3, STEPS) == []
    assert await stored_version(empty_db) is None


async def test_migrate_after_a_crash_between_steps_goes_on(empty_db: Database) -> None:
    async def crash(db: Database) -> None:
        raise ConnectionAbortedError

    await _older(empty_db)
    with pytest.raises(ConnectionAbortedError):
        await migrate(empty_db, 3, (STEPS[0], Migration(3, "crashes", crash)))
    assert await stored_version(empty_db) == 2
    assert await migrate(empty_db, 3, STEPS) == ["titles in capitals"]


async def test_migrate_newer_database_is_refused(empty_db: Database) -> None:
    await record_new(empty_db, 4)
    with pytest.raises(SchemaTooNew, match=r"version 4.*knows 3"):
        await migrate(empty_db, 3, STEPS)


async def test_record_new_keeps_a_version_that_is_there(empty_db: Database) -> None:
    await record_new(empty_db, 1)
    await record_new(empty_db, 2)
    assert await stored_version(empty_db) == 1
