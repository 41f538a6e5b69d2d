"""An article's page into an item: under its main address, with its further pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from crawler.discovery.candidates import slug_matches
from crawler.discovery.identity import stable_id
from crawler.extraction.article import Article
from crawler.items import ArticleItem
from crawler.reading import PageSource, PageUnread, Reading, page_source
from crawler.responses import content_type
from crawler.tasks import Task

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.definitions import SiteDefinition
    from crawler.frontier import Frontier

Fetch = Callable[[Task], Awaitable["Response | None"]]
Read = Callable[[PageSource], Awaitable[Reading]]
MOST_PARTS = 30


class PartMissing(Exception):
    """Raised by `Harvest.item`, when a further page of an article cannot be had; the article is fetched again."""


class Harvest:
    """Builds the items of one run. `fetch` gets a further page of an article, or None; `read` understands it."""

    def __init__(self, site: SiteDefinition, frontier: Frontier, fetch: Fetch, read: Read) -> None:
        self.site = site
        self.frontier = frontier
        self.fetch = fetch
        self.read = read

    async def item(self, task: Task, reading: Reading, now: datetime, fields: dict[str, Any]) -> ArticleItem:
        """The item of an article's first page; PartMissing if one of its further pages cannot be had."""
        url = main_address_of(task.url, reading.declared, reading.article.title)
        item = ArticleItem(
            site=self.site.id,
            url=url,
            stable_id=stable_id(url, headline=reading.article.title),
            fetched_at=now,
            run_id=self.frontier.run_id,
            province=self.site.province,
            department=self.site.department,
            date_order=self.site.date_order,
            aliases=[address for address in dict.fromkeys((*task.aliases, task.url)) if address != url],
            snapshot=fields["snapshot"],
            page={"url": task.url, "role": "article", "interval_s": task.interval_s, **fields},
        )
        parts = [await self._part(address, task, now) for address in reading.parts[:MOST_PARTS]]
        item.take(replace(join(reading.article, parts), warnings=reading.warnings))
        item.category = item.category or task.category
        return item

    async def _part(self, url: str, task: Task, now: datetime) -> Article:
        part = Task(url, "part", section=task.section, found_on=task.url)
        # Fetched even if the run has met its address: no other task has its text.
        await self.frontier.admit([part], force=True)
        response = await self.fetch(part)
        if response is None or response.status != 200:
            raise await self._missing(url, str(response.status if response is not None else "none"))
        try:
            source = page_source(response.body, url, content_type(response), self.site, now, urgent=True)
            reading = await self.read(source)
        except PageUnread as error:
            raise await self._missing(url, error.reason) from error
        await self.frontier.finish(url, "excluded", "part_of_article", fetched_at=now)
        return reading.article

    async def _missing(self, url: str, why: str) -> PartMissing:
        await self.frontier.finish(url, "failed", f"part:{why}")
        return PartMissing(f"{url}: {why}")


def main_address_of(url: str, declared: str | None, title: str | None) -> str:
    """The address that a page with this title declares for itself, where it is made of the title or has the same id.

    Some portals declare one address on all of their pages; believing it would make one article of them all.
    """
    if declared is None or declared == url:
        return url
    own = stable_id(declared) == stable_id(url) or (title is not None and slug_matches(declared, title))
    return declared if own else url


def join(first: Article, parts: Sequence[Article]) -> Article:
    """One article of its pages: what every page repeats (title, lead) is taken once."""
    if not parts:
        return first
    blocks, seen = list(first.blocks), {block.text for block in first.blocks}
    for part in parts:
        blocks += [block for block in part.blocks if block.text not in seen]
        seen |= {block.text for block in part.blocks}
    pages = (first, *parts)
    return replace(
        first,
        blocks=tuple(blocks),
        author=next((page.author for page in pages if page.author), None),
        captions=tuple(dict.fromkeys(caption for page in pages for caption in page.captions)),
        images=tuple({image.url: image for page in reversed(pages) for image in reversed(page.images)}.values())[::-1],
        attachments=tuple(dict.fromkeys(file for page in pages for file in page.attachments)),
    )
