"""The frontier: one document for each address that a site is known to have, and what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from pymongo import ASCENDING
from pymongo.operations import UpdateOne

from storage.bulk import bulk
from storage.clock import utc_now
from storage.errors import DocumentsRefused
from storage.reading import gather, stream
from storage.refusal import unfit
from storage.retry import with_retry
from storage.schema import UNFINISHED
from storage.types import AnyMapping, Database, Document

_LONGEST_ID: Final = 900  # bytes; MongoDB before 4.2 takes index keys of up to 1,024
_CHUNK: Final = 1000
_BY_DEFAULT: Final[Document] = {"role": "unknown", "failures": 0}


def page_id(site: str, url: str) -> str:
    """The `_id` of an address: `site`, a space and the address, or its hash where that would be too long."""
    plain = f"{site} {url}"
    if len(plain.encode(errors="surrogatepass")) <= _LONGEST_ID:
        return plain
    return f"{site} sha256:{hashlib.sha256(url.encode(errors='surrogatepass')).hexdigest()}"


class Pages:
    """The collection `pages`. Only `site`, `url` and `discovered_at` are sure to be there.

    Fields: `site`, `url`, `stable_id`, `role`, `state`, `reason`, `run_id`, `discovered_at`, `found_on`,
    `section`, `fetched_at`, `next_due_at`, `interval_s`, `etag`, `last_modified`, `digest`, `http_status`,
    `failures`, `gone_since`, `article_id`, `snapshot`, `listing`, `doubtful`. `role` and `state` take the values of
    `schema.ROLES` and `schema.STATES`.
    """

    def __init__(self, db: Database) -> None:
        self._pages = db["pages"]

    async def lookup(self, site: str, urls: Iterable[str]) -> dict[str, Document]:
        """What is known of `urls`, by address; unknown ones are absent."""
        found = await self._among("_id", {page_id(site, url) for url in urls}, {})
        return {page["url"]: page for page in found}

    async def lookup_stable(self, site: str, stable_ids: Iterable[str]) -> dict[str, Document]:
        """Pages by stable id; of several with one id, the one that gave an article."""
        found = await self._among("stable_id", set(stable_ids), {"site": site})
        found.sort(key=lambda page: page.get("article_id") is not None)
        return {page["stable_id"]: page for page in found}

    async def record_many(self, pages: Sequence[AnyMapping]) -> None:
        """Set the given fields of each page (`site` and `url` name it); other fields stay as they are.

        `discovered_at` counts only for a new page. Of two entries for one address the later field wins.
        Raises `DocumentsRefused`, once the others are stored, and `MongoUnavailable`.
        """
        merged: dict[str, Document] = {}
        for page in pages:
            merged.setdefault(page_id(page["site"], page["url"]), {}).update(page)
        refused = {key: problem for key, page in merged.items() if (problem := unfit(page))}
        fit = [key for key in merged if key not in refused]
        result = await bulk(self._pages, [_upsert(key, merged[key]) for key in fit])
        refused |= {fit[place]: reason for place, reason in result.refused.items()}
        if refused:
            raise DocumentsRefused(refused)

    async def counts(self, site: str, run_id: str) -> dict[str, int]:
        """How many addresses the run left in each state; states without any are absent."""
        return await self._tally({"site": site, "run_id": run_id}, "$state")

    async def reasons(self, site: str, run_id: str, state: str) -> dict[str, int]:
        """How often each `reason` stands with the addresses that the run left in `state`."""
        return await self._tally({"site": site, "run_id": run_id, "state": state}, "$reason")

    def find(self, site: str, **equals: Any) -> AsyncIterator[Document]:
        """Pages of `site` whose fields equal the values given."""
        return stream(lambda: self._pages.find({"site": site, **equals}))

    def doubtful(self, site: str, texts: Collection[int]) -> AsyncIterator[Document]:
        """Pages of stored articles that noted one of `texts` (fingerprints) as perhaps none of the article's."""
        noted = {"doubtful": {"$in": sorted(texts)}, "doubtful.0": {"$exists": True}}
        query = {"site": site, "article_id": {"$ne": None}, **noted}
        return stream(lambda: self._pages.find(query))

    async def leave_over(self, site: str, run_id: str, was: str, reason: str, now: datetime) -> int:
        """Turn a run's `failed` addresses with the reason `was` into `not_due` ones, due at once; how many."""
        query = {"site": site, "run_id": run_id, "state": "failed", "reason": was}
        fields = {"state": "not_due", "reason": reason, "next_due_at": now}
        result = await with_retry(lambda: self._pages.update_many(query, {"$set": fields}))
        return result.modified_count

    async def due(self, site: str, role: str, now: datetime, limit: int) -> list[Document]:
        """Pages of `role` whose `next_due_at` has come, the longest due first."""
        query = {"site": site, "role": role, "next_due_at": {"$lte": now}}
        return await gather(lambda: self._pages.find(query).sort("next_due_at", ASCENDING).limit(limit))

    async def unfinished(self, site: str) -> list[Document]:
        """Pages that an earlier run left `pending` (archived, not stored) or `failed`."""
        query = {"site": site, "state": {"$in": list(UNFINISHED)}}
        return await gather(lambda: self._pages.find(query))

    async def _among(self, name: str, values: set[str], query: Document) -> list[Document]:
        ordered = sorted(values)
        found: list[Document] = []
        for start in range(0, len(ordered), _CHUNK):
            part = {**query, name: {"$in": ordered[start : start + _CHUNK]}}
            found += await gather(lambda part=part: self._pages.find(part))  # type: ignore[misc]
        return found

    async def _tally(self, query: Document, key: str) -> dict[str, int]:
        stages = [{"$match": query}, {"$group": {"_id": key, "n": {"$sum": 1}}}]

        async def ask() -> list[Document]:
            return await (await self._pages.aggregate(stages)).to_list()

        return {group["_id"]: group["n"] for group in await with_retry(ask) if group["_id"] is not None}


def _upsert(key: str, page: AnyMapping) -> UpdateOne:
    fields = {name: value for name, value in page.items() if name not in ("_id", "discovered_at")}
    at_first = {name: value for name, value in _BY_DEFAULT.items() if name not in fields}
    at_first["discovered_at"] = page.get("discovered_at") or utc_now()
    return UpdateOne({"_id": key}, {"$set": fields, "$setOnInsert": at_first}, upsert=True)
