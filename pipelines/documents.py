"""An item as the document that is stored (CONTRACT: collection `articles`)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Any

from itemadapter import ItemAdapter

from crawler.items import ArticleItem
from vietnamese.folding import search_key

EXTRACTOR_VERSION = "1"
COPIED = (
    *("site", "province", "department", "url", "aliases", "snapshot", "run_id", "fetched_at"),
    *("title", "lead", "body", "author", "source", "category", "tags", "captions"),
    *("published_at", "published_on", "published_precision"),
    *("published_raw", "published_source", "published_flags"),
)
# What a reader would call a change of the article. Counters, clocks and menus are in none of these.
CONTENT = (
    *("title", "lead", "body", "author", "source", "category", "tags"),
    *("published_at", "published_precision", "captions", "images", "attachments"),
)


def document(item: ArticleItem) -> dict[str, Any]:
    """Build the article's document, without what storage itself keeps (`first_seen_at`, `revision`, …)."""
    fields = ItemAdapter(item)
    stored = {name: fields[name] for name in COPIED}
    stored["_id"] = item.article_id
    stored["images"] = [asdict(image) for image in item.images]
    stored["attachments"] = [asdict(attachment) for attachment in item.attachments]
    stored["text"] = "\n\n".join(item.body)
    stored["extractor"] = {"version": EXTRACTOR_VERSION, "warnings": list(item.warnings)}
    stored["search_key"] = search_key(" \n".join([item.title or "", *item.body]))
    stored["gone_at"] = None
    stored["content_hash"] = content_hash(stored)
    return stored


def content_hash(stored: dict[str, Any]) -> str:
    """SHA-256 over what a reader sees of the article."""
    seen = json.dumps({name: stored[name] for name in CONTENT}, ensure_ascii=False, sort_keys=True, default=str)
    return "sha256:" + hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()
