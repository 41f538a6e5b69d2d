"""One bulk write, retried when the connection fails, with what was refused told apart from what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pymongo.errors import BulkWriteError

from storage.refusal import reason
from storage.retry import passes_with_time, with_retry
from storage.types import AnyMapping, Collection, Write


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What became of a list of writes; the keys are positions in that list."""

    matched: int = 0
    inserted: frozenset[int] = frozenset()
    refused: dict[int, str] = field(default_factory=dict)


async def bulk(collection: Collection, writes: Sequence[Write]) -> BulkOutcome:
    """Send idempotent `writes`, unordered, so that one that is refused does not hold up the others.

    Raises `MongoUnavailable` when the connection fails for good; sending all of them again is safe.
    """
    if not writes:
        return BulkOutcome()
    return await with_retry(lambda: _send(collection, writes))


async def _send(collection: Collection, writes: Sequence[Write]) -> BulkOutcome:
    try:
        return _outcome((await collection.bulk_write(writes, ordered=False)).bulk_api_result)
    except BulkWriteError as error:
        if passes_with_time(error) or not error.details.get("writeErrors"):
            raise  # the server failed, not the documents
        return _outcome(error.details)


def _outcome(answer: AnyMapping) -> BulkOutcome:
    return BulkOutcome(
        matched=answer["nMatched"],
        inserted=frozenset(upsert["index"] for upsert in answer["upserted"]),
        refused={found["index"]: reason(found) for found in answer["writeErrors"]},
    )
