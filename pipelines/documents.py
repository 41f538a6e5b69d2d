"""An item as the document that is stored (CONTRACT: collection `articles`)."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from typing import Any

from itemadapter import ItemAdapter

from crawler.items import ArticleItem
from vietnamese.folding import search_key

LINKED = ("images", "attachments")
# Such an address names its file without the query; a handler's (`/download.ashx?id=5`) does not.
FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|svg|pdf|docx?|xlsx?|pptx?|rtf|zip|rar|7z|mp[34])$", re.IGNORECASE)
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


def _without_tokens(seen: dict[str, Any]) -> dict[str, Any]:
    """The content with the addresses of files cut before the query: portals append clocks and tokens there."""
    return seen | {name: [entry | {"url": _of_file(entry["url"])} for entry in seen[name]] for name in LINKED}


def _of_file(url: str) -> str:
    address, _, _ = url.partition("?")
    return address if FILE.search(address) else url


def content_hash(stored: dict[str, Any]) -> str:
    """SHA-256 over what a reader sees of the article."""
    content = _without_tokens({name: stored[name] for name in CONTENT})
    seen = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return "sha256:" + hashlib.sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()
