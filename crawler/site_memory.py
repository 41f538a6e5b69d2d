"""A site's memory during one run: what it knew when the run began, and the pages that the run adds to it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Container, Mapping
from datetime import datetime
from typing import Any, Literal

from crawler.extraction.sketches import Sketch
from crawler.items import ArticleItem
from crawler.memory.furniture import Furniture
from crawler.memory.records import furniture, page_record, seen_page
from crawler.memory.sample import MOST, SeenPage, page_key, rank
from storage.batch import BatchWriter
from storage.furniture import FurnitureStore
from vietnamese.dates import VIETNAM

MOST_DOUBTFUL = 48
# A text with no more prose than this may be a box of the template that was taken for the article's text.
SMALL = 3


class SiteMemory:
    """Gives the furniture that was known at the start, so that the order within a run changes nothing."""

    def __init__(self, site: str, store: FurnitureStore) -> None:
        self.site = site
        self.store = store
        self.furniture = Furniture()
        self._pages: dict[int, SeenPage] = {}
        self._lines: set[int] = set()
        self._writer: BatchWriter[Mapping[str, Any], None] = BatchWriter(self._write)
        self._writing: set[asyncio.Future[None]] = set()
        self._problem: BaseException | None = None

    async def load(self) -> None:
        """Read what earlier runs learned."""
        self.furniture = furniture((await self.store.get(self.site))["texts"])
        # The lists may come after the articles of this run, or not at all if they did not change.
        async for record in self.store.pages(self.site, kind="list"):
            self._lines.update(seen_page(record).sketch.lines)

    def see_list(self, url: str, sketch: Sketch, now: datetime) -> None:
        """Take a page of links into the sample."""
        self._lines.update(sketch.lines)
        self._see(url, "list", sketch, now)

    def see_article(self, item: ArticleItem) -> None:
        """Take an article's page into the sample, and leave with its address what may turn out to be furniture."""
        item.page["doubtful"] = doubtful(item.sketch, self._lines, self.furniture.texts)
        self._see(item.url, "article", item.sketch, item.fetched_at)

    def _see(self, url: str, kind: Literal["article", "list"], sketch: Sketch, now: datetime) -> None:
        page = SeenPage(page_key(url), kind, now.astimezone(VIETNAM).toordinal(), sketch)
        others = [other for other in self._pages.values() if other.kind == kind and other.key != page.key]
        if len(others) >= MOST[kind]:
            worst = max(others, key=rank)
            if rank(page) > rank(worst):
                return
            del self._pages[worst.key]
        self._pages[page.key] = page
        self._writing.add(task := asyncio.ensure_future(self._writer.submit(page_record(page))))
        task.add_done_callback(self._written)

    def _written(self, task: asyncio.Future[None]) -> None:
        self._writing.discard(task)
        if not task.cancelled():
            self._problem = self._problem or task.exception()

    async def _write(self, pages: list[Mapping[str, Any]]) -> list[None]:
        await self.store.remember(self.site, pages)
        return [None] * len(pages)

    async def close(self) -> None:
        """Write what is waiting. Raises what the first failed write of the run raised."""
        waiting = list(self._writing)
        await asyncio.sleep(0)  # what was seen just now is handed to the writer before that is closed
        await self._writer.close()
        await asyncio.gather(*waiting, return_exceptions=True)
        if self._problem is not None:
            raise self._problem


def doubtful(sketch: Sketch, lines: Container[int], known: Container[int]) -> list[int]:
    """Fingerprints of the blocks that may be furniture one day, or no more: those that are known, that lists print
    too, or that stand outside of the main text; the likeliest first, since there is a bound."""
    prose = Counter((place.group, place.dress) for place in sketch.body if place.prose)
    main, size = prose.most_common(1)[0] if prose else (None, 0)
    # A template's box has few lines; what has many is a table of data.
    lines_of = Counter(place.group for place in sketch.body)
    found = {
        place.fingerprint: (place.fingerprint not in known, place.fingerprint not in lines, lines_of[place.group])
        for place in sketch.body
        if size <= SMALL
        or (place.group and (place.group, place.dress) != main)
        or place.fingerprint in lines
        or place.fingerprint in known
    }
    return sorted(found, key=found.__getitem__)[:MOST_DOUBTFUL]
