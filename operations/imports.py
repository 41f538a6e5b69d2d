"""Saved text dumps into MongoDB."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pymongo.asynchronous.database import AsyncDatabase

from crawler.definitions import SiteDefinition
from crawler.items import ArticleItem
from operations.extraction import SavedPage, item_of, read_dump
from pipelines.documents import document
from pipelines.validate import problems, rejection
from storage.articles import Articles
from storage.rejected import Rejected
from vietnamese.folding import search_key


@dataclass(slots=True)
class ImportResult:
    """How each file ended: its article's id and outcome, or the reasons why it was rejected."""

    stored: dict[str, tuple[str, str]] = field(default_factory=dict)
    rejected: dict[str, list[str]] = field(default_factory=dict)


def dump_item(file: Path, body: bytes, url: str | None, site: SiteDefinition) -> ArticleItem:
    """One dump as an item of a site; `_id` from the address, else from title and publication time."""
    page = SavedPage(file.name, file, url)
    item = item_of(page, read_dump(page, body, site.date_order), site.id)
    item.province, item.department, item.date_order = site.province, site.department, site.date_order
    item.snapshot = {"file": file.name, "offset": 0, "digest": "sha256:" + hashlib.sha256(body).hexdigest()}
    if url is None:
        item.stable_id = _key_of(item)
    return item


def _key_of(item: ArticleItem) -> str:
    seen = f"{search_key(item.title or '')}\n{item.published_at}"
    return "dump/" + hashlib.sha256(seen.encode()).hexdigest()[:24]


async def import_dumps(
    db: AsyncDatabase[dict[str, Any]], files: Sequence[Path], url: str | None, site: SiteDefinition
) -> ImportResult:
    """Store dumps; those that fail validation are kept in `rejected`. OSError if a file cannot be read."""
    result = ImportResult()
    articles, rejected = Articles(db), Rejected(db)
    for file in files:
        item = dump_item(file, file.read_bytes(), url, site)
        reasons = problems(item)
        if reasons:
            await rejected.record_many([rejection(item, reasons) | {"url": item.url or file.name}])
            result.rejected[str(file)] = reasons
        else:
            stored = document(item) | {"url": url}
            outcomes = await articles.upsert_many([stored])
            result.stored[str(file)] = (item.article_id, outcomes[item.article_id])
    return result
