"""Stored articles that are read better than before, from the same response: not the portal's change, no revision."""

from __future__ import annotations

from collections.abc import Sequence

from pymongo.operations import UpdateOne

from storage.bulk import bulk
from storage.clock import utc_now
from storage.errors import DocumentsRefused
from storage.types import AnyMapping, Database


class Corrections:
    """Corrects documents of `articles` in their place; `updated_at` tells those who export what is new."""

    def __init__(self, db: Database) -> None:
        self._articles = db["articles"]

    async def apply(self, stored: Sequence[AnyMapping], fields: Sequence[AnyMapping]) -> int:
        """Set each article's `fields`, unless somebody has changed it since it was read as `stored`; how many were.

        Raises `DocumentsRefused`, once the others are corrected, and `MongoUnavailable`.
        """
        writes = [
            UpdateOne(
                {"_id": old["_id"], "revision": old["revision"], "content_hash": old["content_hash"]},
                {"$set": {**new, "updated_at": utc_now()}},
            )
            for old, new in zip(stored, fields, strict=True)
        ]
        result = await bulk(self._articles, writes)
        if result.refused:
            raise DocumentsRefused({stored[place]["_id"]: reason for place, reason in result.refused.items()})
        return result.matched
