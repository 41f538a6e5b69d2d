"""From one shape of the database to the next: an ordered list of steps and the version in `meta`.

A step takes the database from `version - 1` to `version`. It must be idempotent, because a crash or a second
process may run it again, and it writes with `bypass_document_validation=True`, because the old validator
still stands while it runs. A new step goes to the end of `MIGRATIONS`, and `schema.SCHEMA_VERSION` goes up
by one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from pymongo.errors import DuplicateKeyError

from storage.clock import utc_now
from storage.errors import SchemaTooNew
from storage.retry import with_retry
from storage.types import Database, Document

_VERSION_ID: Final = "schema"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: the version that it leads to, what it does in a few words, and the doing."""

    version: int
    name: str
    apply: Callable[[Database], Awaitable[None]]


# Version 1 is the first, so nothing leads to it.
MIGRATIONS: Final[tuple[Migration, ...]] = ()


async def stored_version(db: Database) -> int | None:
    """The version of the schema that the database was last brought to; None for a new database."""
    found: Document | None = await with_retry(lambda: db["meta"].find_one({"_id": _VERSION_ID}))
    return None if found is None else int(found["version"])


async def migrate(db: Database, target: int, migrations: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Bring the database to version `target`; the names of the steps that were applied, in order.

    A new database has nothing to migrate and is left alone. Raises `SchemaTooNew` where the database is past
    `target`.
    """
    current = await stored_version(db)
    if current is None:
        return []
    if current > target:
        raise SchemaTooNew(
            f"the database {db.name} has schema version {current}, and this version of sotin knows {target}: "
            "upgrade sotin, or name another database in SOTIN_MONGODB_URI"
        )
    steps = [step for step in migrations if current < step.version <= target]
    for step in steps:
        await step.apply(db)
        await _advance(db, step)
    return [step.name for step in steps]


async def _advance(db: Database, step: Migration) -> None:
    """Record `step`, unless another process has recorded it meanwhile."""
    applied = {"version": step.version, "name": step.name, "at": utc_now()}
    await with_retry(
        lambda: db["meta"].update_one(
            {"_id": _VERSION_ID, "version": step.version - 1},
            {"$set": {"version": step.version}, "$push": {"applied": applied}},
        )
    )


async def record_new(db: Database, version: int) -> None:
    """Note the version in a database that has none yet."""
    fields = {"version": version, "created_at": utc_now(), "applied": []}
    try:
        await with_retry(lambda: db["meta"].update_one({"_id": _VERSION_ID}, {"$setOnInsert": fields}, upsert=True))
    except DuplicateKeyError:
        return  # another process was faster, with the same value
