"""Items that failed validation, kept with the reasons and the snapshot until the page gives a good one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence

from pymongo import DESCENDING
from pymongo.operations import ReplaceOne

from storage.bulk import bulk
from storage.errors import DocumentsRefused
from storage.pages import page_id
from storage.reading import stream
from storage.refusal import unfit
from storage.retry import with_retry
from storage.types import AnyMapping, Database, Document


class Rejected:
    """The collection `rejected`: `site`, `url`, `reasons`, `item`, `snapshot`, `run_id`, `at`."""

    def __init__(self, db: Database) -> None:
        self._rejected = db["rejected"]

    async def record_many(self, docs: Sequence[AnyMapping]) -> None:
        """Keep each item; a later one of the same address takes its place.

        Raises `DocumentsRefused`, once the others are stored, and `MongoUnavailable`.
        """
        by_id = {page_id(doc["site"], doc["url"]): doc for doc in docs}
        refused = {key: problem for key, doc in by_id.items() if (problem := unfit(doc))}
        fit = [key for key in by_id if key not in refused]
        writes = [ReplaceOne({"_id": key}, {**by_id[key], "_id": key}, upsert=True) for key in fit]
        result = await bulk(self._rejected, writes)
        refused |= {fit[place]: reason for place, reason in result.refused.items()}
        if refused:
            raise DocumentsRefused(refused)

    async def forget(self, site: str, urls: Iterable[str]) -> int:
        """Drop the items of addresses that give good ones now; how many there were."""
        query = {"_id": {"$in": [page_id(site, url) for url in urls]}}
        return (await with_retry(lambda: self._rejected.delete_many(query))).deleted_count

    def find(self, site: str) -> AsyncIterator[Document]:
        """Rejected items of `site`, the latest first."""
        return stream(lambda: self._rejected.find({"site": site}).sort("at", DESCENDING))
