"""An item as the document that is stored (CONTRACT: collection `articles`)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from itemadapter import ItemAdapter

from crawler.items import ArticleItem
from vietnamese.folding import search_key

EXTRACTOR_VERSION = 1
COPIED = (
    "site province department url aliases title lead body author source category tags published_at published_on "
    "published_precision published_raw published_source published_flags captions fetched_at snapshot run_id"
).split()
# What a reader would call a change of the article. Counters, clocks and menus are in none of these.
CONTENT = (
    "title lead body author source category tags published_at published_precision captions images attachments".split()
)


def document(item: ArticleItem) -> dict[str, Any]:
    """Build the article's document, without what storage itself keeps (`first_seen_at`, `revision`, …)."""
    fields = ItemAdapter(item).asdict()
    stored = {name: fields[name] for name in COPIED}
    stored["_id"] = item.article_id
    stored["images"] = [_image(image) for image in fields["images"]]
    stored["attachments"] = [_attachment(attachment) for attachment in fields["attachments"]]
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


def _image(image: Any) -> dict[str, Any]:
    return {"url": image["url"], "caption": image["caption"], "credit": image["credit"]}


def _attachment(attachment: Any) -> dict[str, Any]:
    return {name: attachment[name] for name in ("url", "text", "media_type")}
