"""A stored article's page, read again from the archive through the same extraction and pipelines; no request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from crawler.analysis import Analysis, analyse
from crawler.definitions import SiteDefinition
from crawler.discovery.article_parts import article_parts
from crawler.extraction.article import Article
from crawler.harvest import MOST_PARTS, join
from crawler.items import ArticleItem
from crawler.memory.furniture import Furniture
from pipelines.normalize_text import normalize_text
from pipelines.strip_boilerplate import strip_boilerplate
from storage.archive import read
from storage.snapshots import Snapshots
from vietnamese.dates import VIETNAM

# What was read of an article's date stays: it may have counted from the hour of the fetch.
DATE = ("at", "on", "precision", "raw", "source", "flags")


class Rereader:
    """Reads the articles of one site from its archive."""

    def __init__(self, site: SiteDefinition, snapshots: Snapshots, folder: Path) -> None:
        self.site = site
        self.snapshots = snapshots
        self.folder = folder

    async def item(
        self, stored: Mapping[str, Any], page: Mapping[str, Any], furniture: Furniture
    ) -> ArticleItem | None:
        """The item of a stored article and of its address, cleaned; None where one of its pages is not archived.

        Raises ArchiveDamagedError, ContentTooLargeError and FileNotFoundError.
        """
        fetched_at: datetime = stored["fetched_at"]
        analysis = self._analysis(stored["snapshot"], fetched_at)
        parts = [await self._part(url, fetched_at) for url in article_parts(analysis.document)[:MOST_PARTS]]
        if None in parts:
            return None
        item = ArticleItem(
            site=self.site.id,
            url=stored["url"],
            stable_id=stored["_id"].removeprefix(f"{self.site.id}:"),
            fetched_at=fetched_at,
            run_id=stored["run_id"],
            aliases=stored["aliases"],
            snapshot=stored["snapshot"],
        )
        item.take(replace(join(analysis.article, [part for part in parts if part]), warnings=analysis.warnings))
        item.category = item.category or page.get("category")
        for name in DATE:
            setattr(item, f"published_{name}", stored[f"published_{name}"])
        return normalize_text(strip_boilerplate(item, furniture))

    def _analysis(self, snapshot: Mapping[str, Any], fetched_at: datetime) -> Analysis:
        response = read(self.folder, snapshot["file"], snapshot["offset"])
        types = [value for name, value in response.headers if name.lower() == b"content-type"]
        return analyse(
            response.body,
            response.url.partition("#")[0],
            content_type=types[0].decode("latin-1") if types else None,
            fetched_at=fetched_at,
            date_order=self.site.date_order,
            layout=self.site.layout_on(fetched_at.astimezone(VIETNAM).date()),
        )

    async def _part(self, url: str, fetched_at: datetime) -> Article | None:
        snapshot = await self.snapshots.latest(self.site.id, url, "response") or await self.snapshots.latest(
            self.site.id, url
        )
        return self._analysis(snapshot, fetched_at).article if snapshot is not None else None
