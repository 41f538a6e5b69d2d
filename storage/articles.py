"""The articles: idempotent upserts in batches, their history, and the ways to find one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Sequence
from datetime import datetime

from pymongo import ASCENDING, DESCENDING

from storage.article_writer import ArticleWriter
from storage.clock import utc_now
from storage.errors import DocumentRefused, DocumentsRefused
from storage.reading import count, gather, stream
from storage.retry import with_retry
from storage.types import AnyMapping, Database, Document
from storage.upsert import Outcome

__all__ = ["Articles", "Outcome"]


class Articles:
    """The collections `articles` and `revisions` of a database that `prepare` has made ready."""

    def __init__(self, db: Database, clock: Callable[[], datetime] = utc_now) -> None:
        self._articles = db["articles"]
        self._revisions = db["revisions"]
        self._writer = ArticleWriter(db, clock)

    async def upsert_many(self, docs: Sequence[AnyMapping]) -> dict[str, Outcome]:
        """Store whole articles without `first_seen_at`, `updated_at` and `revision`; outcomes by `_id`.

        `content_hash` alone decides whether an article changed. `new`: stored as revision 1. `changed`: the
        old version goes to `revisions`, the new one takes its place. `unchanged`: only `fetched_at`,
        `aliases`, `run_id`, `snapshot` and `gone_at` follow. Of several documents with one `_id` each is
        stored in turn, and the weightiest outcome is told. Sending a batch again, after any failure, leads to
        the same end.

        Raises `DocumentsRefused` for those that MongoDB does not take, once the others are stored, and
        `MongoUnavailable`.
        """
        written = await self._writer.write(docs)
        if written.refused:
            raise DocumentsRefused(written.refused, written.outcomes)
        return written.outcomes

    async def upsert_batch(self, docs: Sequence[AnyMapping]) -> list[Outcome | Exception]:
        """As `upsert_many`, as a `BatchWriter` wants it: a refused document gets a `DocumentRefused`."""
        written = await self._writer.write(docs)
        return [
            DocumentRefused(f"{doc['_id']}: {written.refused[doc['_id']]}")
            if doc["_id"] in written.refused
            else written.outcomes[doc["_id"]]
            for doc in docs
        ]

    async def get(self, article_id: str) -> Document | None:
        """The current version of an article."""
        return await with_retry(lambda: self._articles.find_one({"_id": article_id}))

    async def by_url(self, site: str, url: str) -> Document | None:
        """The article that stands, or stood, at `url`."""
        query = {"site": site, "$or": [{"url": url}, {"aliases": url}]}
        return await with_retry(lambda: self._articles.find_one(query))

    def find(self, site: str | None = None, limit: int = 50) -> AsyncIterator[Document]:
        """Articles of `site` (or all), newest first, those without a date last; `limit` 0 is no limit."""
        query = {} if site is None else {"site": site}
        return stream(lambda: self._articles.find(query).sort("published_at", DESCENDING).limit(limit))

    async def count(self, site: str | None = None) -> int:
        """How many articles of `site`, or of all, are stored, those gone from their site included."""
        return await count(self._articles, {} if site is None else {"site": site})

    async def history(self, article_id: str) -> list[Document]:
        """Earlier versions, oldest first, each with its `changes`; empty where nothing ever changed.

        What a killed run has kept already, but not yet replaced, is no earlier version and is left out.
        """
        current = await self.get(article_id)
        if current is None:
            return []
        query = {"article_id": article_id, "revision": {"$lt": current["revision"]}}
        return await gather(lambda: self._revisions.find(query).sort("revision", ASCENDING))

    async def mark_gone(self, ids: Collection[str], when: datetime) -> int:
        """Note that articles left their site at `when`; how many were not known to be gone before."""
        query = {"_id": {"$in": list(ids)}, "gone_at": None}
        result = await with_retry(lambda: self._articles.update_many(query, {"$set": {"gone_at": when}}))
        return result.modified_count
