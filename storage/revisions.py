"""Earlier versions of an article: the whole old document, and what became different after it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from storage.types import AnyMapping, Document

# Bookkeeping of the store, and fields that follow from others: no news to who reads a history.
_NOT_COMPARED: Final = frozenset(
    {
        *("_id", "aliases", "content_hash", "extractor", "fetched_at", "first_seen_at", "gone_at"),
        *("revision", "run_id", "search_key", "snapshot", "text", "updated_at"),
    }
)


def revision_id(article_id: str, revision: int) -> str:
    """The `_id` of one earlier version, so that keeping it twice keeps it once."""
    return f"{article_id}@{revision}"


def changes(old: AnyMapping, new: AnyMapping) -> dict[str, list[object]]:
    """`{field: [old value, new value]}` for every field of content that differs."""
    fields = sorted((old.keys() | new.keys()) - _NOT_COMPARED)
    return {name: [old.get(name), new.get(name)] for name in fields if old.get(name) != new.get(name)}


def revision_of(old: AnyMapping, new: AnyMapping, replaced_at: datetime) -> Document:
    """The document for `revisions` that keeps `old`, which `new` replaces. Both as read back from MongoDB."""
    return {
        **old,
        "_id": revision_id(old["_id"], old["revision"]),
        "article_id": old["_id"],
        "replaced_at": replaced_at,
        "changes": changes(old, new),
    }
