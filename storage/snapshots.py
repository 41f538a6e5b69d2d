"""The index of the archive: where each archived response lies. It can be built anew from the archive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from pymongo import ASCENDING, DESCENDING
from pymongo.operations import ReplaceOne

from storage.bulk import bulk
from storage.errors import DocumentsRefused
from storage.reading import stream
from storage.retry import with_retry
from storage.types import AnyMapping, Database, Document


class Snapshots:
    """The collection `snapshots`; `_id` is the file and the offset.

    Fields: `site`, `url`, `fetched_at`, `file`, `offset`, `length`, `digest`, `status`, `content_type`, and
    `kind` (`response` or `revisit`).
    """

    def __init__(self, db: Database) -> None:
        self._snapshots = db["snapshots"]

    async def record_many(self, docs: Sequence[AnyMapping]) -> None:
        """Note where responses lie; noting one again changes nothing."""
        by_id = {f"{doc['file']}@{doc['offset']}": doc for doc in docs}
        writes = [ReplaceOne({"_id": key}, {**doc, "_id": key}, upsert=True) for key, doc in by_id.items()]
        result = await bulk(self._snapshots, writes)
        if result.refused:
            keys = list(by_id)
            raise DocumentsRefused({keys[place]: reason for place, reason in result.refused.items()})

    async def latest(self, site: str, url: str, kind: str | None = None) -> Document | None:
        """The youngest snapshot of an address, of one `kind` if that is given."""
        query = {"site": site, "url": url} | ({} if kind is None else {"kind": kind})
        newest_first = [("fetched_at", DESCENDING)]
        return await with_retry(lambda: self._snapshots.find_one(query, sort=newest_first))

    def find(self, site: str) -> AsyncIterator[Document]:
        """Snapshots of `site`, the oldest first."""
        return stream(lambda: self._snapshots.find({"site": site}).sort("fetched_at", ASCENDING))
