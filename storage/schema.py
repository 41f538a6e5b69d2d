"""What a document must look like: `$jsonSchema` validators, enforced by MongoDB itself."""

from __future__ import annotations

from typing import Any, Final

from storage.types import Document

SCHEMA_VERSION: Final = 1
STATES: Final = (
    "new",
    "changed",
    "unchanged",
    "not_due",
    "excluded",
    "rejected",
    "pending",
    "failed",
    "gone",
)
# What the next run takes up.
UNFINISHED: Final = ("pending", "failed")

ROLES: Final = (
    *("start", "section", "navigation", "page", "article", "part"),
    *("listing", "feed", "sitemap", "other", "unknown"),
)

_TEXT: Final = {"bsonType": "string"}
_FILLED: Final = {"bsonType": "string", "minLength": 1}
_TEXT_OR_NULL: Final = {"bsonType": ["string", "null"]}
_TEXTS: Final = {"bsonType": "array", "items": _TEXT}
_INSTANT: Final = {"bsonType": "date"}
_INSTANT_OR_NULL: Final = {"bsonType": ["date", "null"]}
_COUNT: Final = {"bsonType": ["int", "long"], "minimum": 0}
_DAY_OR_NULL: Final = {"bsonType": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _record(fields: dict[str, Any]) -> Document:
    """An object that has all of `fields`, and perhaps more."""
    return {"bsonType": "object", "required": list(fields), "properties": fields}


def _closed(fields: dict[str, Any]) -> Document:
    """An object that has all of `fields`, and no others."""
    return {**_record(fields), "additionalProperties": False}


def _records(fields: dict[str, Any]) -> Document:
    return {"bsonType": "array", "items": _closed(fields)}


# Null where a page may lack the value; a field itself is never absent, so that queries need no $exists.
_ARTICLE: Final[dict[str, Any]] = {
    "_id": _FILLED,
    "site": _FILLED,
    "province": _TEXT_OR_NULL,
    "department": _TEXT_OR_NULL,
    "url": _TEXT_OR_NULL,  # a text dump may come without its address
    "aliases": _TEXTS,
    "title": _FILLED,
    "lead": _TEXT_OR_NULL,
    "body": _TEXTS,
    "text": _TEXT,
    "author": _TEXT_OR_NULL,
    "source": _TEXT_OR_NULL,
    "category": _TEXT_OR_NULL,
    "tags": _TEXTS,
    "published_at": _INSTANT_OR_NULL,
    "published_on": _DAY_OR_NULL,
    "published_precision": _TEXT_OR_NULL,
    "published_raw": _TEXT_OR_NULL,
    "published_source": _TEXT_OR_NULL,
    "published_flags": _TEXTS,
    "images": _records({"url": _FILLED, "caption": _TEXT_OR_NULL, "credit": _TEXT_OR_NULL}),
    "captions": _TEXTS,
    "attachments": _records({"url": _FILLED, "text": _TEXT, "media_type": _TEXT_OR_NULL}),
    "content_hash": _FILLED,
    "revision": {"bsonType": ["int", "long"], "minimum": 1},
    "first_seen_at": _INSTANT,
    "fetched_at": _INSTANT,
    "updated_at": _INSTANT,
    "gone_at": _INSTANT_OR_NULL,
    "extractor": _record({"version": _FILLED, "warnings": _TEXTS}),
    # The archive may add to what it needs to find a record again.
    "snapshot": {
        "bsonType": ["object", "null"],
        "required": ["file", "offset", "digest"],
        "properties": {"file": _FILLED, "offset": _COUNT, "digest": _TEXT_OR_NULL},
    },
    "run_id": _TEXT_OR_NULL,
    "search_key": _TEXT,
}

ARTICLE: Final = _closed(_ARTICLE)

PAGE: Final[Document] = {
    "bsonType": "object",
    "required": ["site", "url", "discovered_at"],
    "properties": {
        "site": _FILLED,
        "url": _FILLED,
        "role": {"enum": [*ROLES, None]},
        "state": {"enum": [*STATES, None]},
        "discovered_at": _INSTANT,
        "fetched_at": _INSTANT_OR_NULL,
        "next_due_at": _INSTANT_OR_NULL,
        "gone_since": _INSTANT_OR_NULL,
    },
}

VALIDATORS: Final[dict[str, Document]] = {
    "articles": {"$jsonSchema": ARTICLE},
    "pages": {"$jsonSchema": PAGE},
}
