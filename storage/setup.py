"""Make a database ready: migrations, collections with their validators, indexes. Safe to repeat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from pymongo.errors import CollectionInvalid, OperationFailure

from storage.client import connect, database, ping
from storage.indexes import ensure_indexes
from storage.migrations import migrate, record_new
from storage.retry import with_retry
from storage.schema import SCHEMA_VERSION, VALIDATORS
from storage.types import Database, Document

_NAMESPACE_EXISTS: Final = 48


async def prepare(db: Database) -> None:
    """Bring `db` to this version of the schema. Idempotent; two processes may do it at once.

    Raises `SchemaTooNew` and touches nothing where a newer version of the project has written the database.
    """
    await migrate(db, SCHEMA_VERSION)
    await _ensure_validators(db)
    await ensure_indexes(db)
    await record_new(db, SCHEMA_VERSION)


@asynccontextmanager
async def opened(uri: str, timeout_s: float = 5.0) -> AsyncIterator[Database]:
    """The database at `uri`, reached within `timeout_s` and prepared; the connection is closed at the end.

    Raises `MongoUnavailable`, `StorageRefused` or `SchemaTooNew`.
    """
    client = connect(uri, timeout_s)
    try:
        await ping(client)
        db = database(client)
        await prepare(db)
        yield db
    finally:
        await client.close()


async def _ensure_validators(db: Database) -> None:
    present = await with_retry(lambda: _options(db))
    for name, validator in VALIDATORS.items():
        if name not in present:
            await _create(db, name, validator)
        elif present[name].get("validator") != validator:
            # collMod takes the collection's lock, so it is sent only when there is something to change.
            await _set_validator(db, name, validator)


async def _options(db: Database) -> dict[str, Document]:
    return {found["name"]: found.get("options", {}) async for found in await db.list_collections()}


async def _create(db: Database, name: str, validator: Document) -> None:
    try:
        await with_retry(
            lambda: db.create_collection(name, validator=validator, validationLevel="strict", validationAction="error")
        )
    except CollectionInvalid:
        await _set_validator(db, name, validator)
    except OperationFailure as error:
        if error.code != _NAMESPACE_EXISTS:
            raise
        await _set_validator(db, name, validator)


async def _set_validator(db: Database, name: str, validator: Document) -> None:
    await with_retry(
        lambda: db.command(
            {
                "collMod": name,
                "validator": validator,
                "validationLevel": "strict",
                "validationAction": "error",
            }
        )
    )
