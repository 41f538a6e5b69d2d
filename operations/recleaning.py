"""When a run ends: what its pages teach of the site, and the stored articles cleaned of what was not known before.

The texts that are known and those that stored articles may still hold are written in one step. So a cleaning that was
cut short is known to be so, and is done before the site is crawled again; doing it twice changes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Collection, Mapping
from typing import Any

from crawler.definitions import SiteDefinition
from crawler.items import ArticleItem
from crawler.memory.furniture import Furniture
from crawler.memory.records import furniture, seen_page, text_records
from crawler.memory.sample import sample
from operations.rereading import Rereader
from pipelines.documents import CONTENT, document
from pipelines.validate import problems
from storage.archive import ArchiveDamagedError, ContentTooLargeError
from storage.articles import Articles
from storage.corrections import Corrections
from storage.errors import DocumentsRefused
from storage.furniture import FurnitureStore
from storage.locate import archive_folder
from storage.pages import Pages
from storage.snapshots import Snapshots
from storage.types import Database

logger = logging.getLogger(__name__)

BATCH = 50
CORRECTED = (*(name for name in CONTENT if not name.startswith("published_")), "text", "search_key", "content_hash")


async def learn_and_clean(db: Database, site: SiteDefinition) -> int:
    """Judge the remembered pages of a site; how many stored articles were cleaned again for it."""
    store = FurnitureStore(db)
    pages = sample([seen_page(record) async for record in store.pages(site.id)])
    await store.keep_only(site.id, [page.key for page in pages])
    stored = await store.get(site.id)
    known = furniture(stored["texts"])
    learned = known.relearned(pages)
    kept = learned.bounded()
    if kept != known:
        # What there is no room for changes no article: it is neither refuted nor known.
        differing = {key for key in known.differing(learned) if key in kept.texts or key not in learned.texts}
        await store.learn(site.id, text_records(kept), differing | set(stored["unsettled"]))
    return await finish_cleaning(db, site)


async def finish_cleaning(db: Database, site: SiteDefinition) -> int:
    """Clean what a learning left to be cleaned; how many articles changed by it."""
    store = FurnitureStore(db)
    stored = await store.get(site.id)
    if not stored["unsettled"]:
        return 0
    cleaned = await _Cleaning(db, site, furniture(stored["texts"])).run(stored["unsettled"])
    await store.settle(site.id)
    return cleaned


class _Cleaning:
    """One pass over the stored articles of a site that may hold certain texts."""

    def __init__(self, db: Database, site: SiteDefinition, known: Furniture) -> None:
        self.site = site
        self.known = known
        self.pages = Pages(db)
        self.articles = Articles(db)
        self.corrections = Corrections(db)
        self.rereader = Rereader(site, Snapshots(db), archive_folder())

    async def run(self, texts: Collection[int]) -> int:
        cleaned = 0
        batch: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = []
        async for correction in self._corrections(texts):
            batch.append(correction)
            if len(batch) >= BATCH:
                cleaned += await self._apply(batch)
                batch = []
        return cleaned + await self._apply(batch)

    async def _apply(self, batch: list[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> int:
        try:
            return await self.corrections.apply([old for old, _ in batch], [new for _, new in batch])
        except DocumentsRefused as error:
            # Refused once, refused always: it must not keep the site from being crawled.
            logger.error("not cleaned again: %s", error)
            return len(batch) - len(error.refused)

    async def _corrections(self, texts: Collection[int]) -> AsyncIterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
        async for page in self.pages.doubtful(self.site.id, texts):
            stored = await self.articles.get(page["article_id"])
            if stored is None:
                continue
            item = await self._item(stored, page)
            if item is None or problems(item):
                continue
            new = document(item)
            if new["content_hash"] != stored["content_hash"]:
                yield stored, {name: new[name] for name in CORRECTED}

    async def _item(self, stored: Mapping[str, Any], page: Mapping[str, Any]) -> ArticleItem | None:
        try:
            return await self.rereader.item(stored, page, self.known)
        except (ArchiveDamagedError, ContentTooLargeError, FileNotFoundError) as error:
            logger.warning("%s is not cleaned again: %s", stored["_id"], error)
            return None
