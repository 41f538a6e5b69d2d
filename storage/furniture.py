"""The memory of each site: sketches of some of its pages, and the texts that were learned from them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterable, Sequence

from pymongo.operations import ReplaceOne

from storage.bulk import bulk
from storage.clock import utc_now
from storage.errors import DocumentsRefused
from storage.reading import stream
from storage.retry import with_retry
from storage.types import AnyMapping, Database, Document


class FurnitureStore:
    """The collections `sketches` and `furniture`.

    `sketches`: one document a remembered page (`site`, `key`, `kind`, `day`, `body`, `lines`). `furniture`: one a site,
    `texts` that are known and the fingerprints that are `unsettled`: stored articles may hold them still.
    """

    def __init__(self, db: Database) -> None:
        self._sketches = db["sketches"]
        self._furniture = db["furniture"]

    async def remember(self, site: str, pages: Sequence[AnyMapping]) -> None:
        """Keep sketches; the later one of a page takes the place of the earlier."""
        by_id = {f"{site} {page['key']}": page for page in pages}
        writes = [
            ReplaceOne({"_id": key}, {**page, "_id": key, "site": site}, upsert=True) for key, page in by_id.items()
        ]
        result = await bulk(self._sketches, writes)
        if result.refused:
            keys = list(by_id)
            raise DocumentsRefused({keys[place]: reason for place, reason in result.refused.items()})

    def pages(self, site: str, **equals: str) -> AsyncIterator[Document]:
        """The sketches of `site` whose fields equal the values given."""
        return stream(lambda: self._sketches.find({"site": site, **equals}))

    async def keep_only(self, site: str, keys: Collection[int]) -> int:
        """Drop the sketches of all other pages; how many there were."""
        query = {"site": site, "key": {"$nin": sorted(keys)}}
        return (await with_retry(lambda: self._sketches.delete_many(query))).deleted_count

    async def get(self, site: str) -> Document:
        """What is known of `site`; empty lists for a site that was never learned."""
        found: Document | None = await with_retry(lambda: self._furniture.find_one({"_id": site}))
        return found or {"_id": site, "texts": [], "unsettled": []}

    async def learn(self, site: str, texts: Sequence[AnyMapping], unsettled: Iterable[int]) -> None:
        """Write down what is known now, together with what the stored articles do not show yet."""
        document = {"texts": list(texts), "unsettled": sorted(unsettled), "updated_at": utc_now()}
        await with_retry(lambda: self._furniture.replace_one({"_id": site}, document, upsert=True))

    async def settle(self, site: str) -> None:
        """Note that the stored articles show what is known."""
        await with_retry(lambda: self._furniture.update_one({"_id": site}, {"$set": {"unsettled": []}}))
