"""What has to be written for one article, given what is stored: pure, so that every case can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import bson
from bson.codec_options import CodecOptions
from pymongo.operations import ReplaceOne, UpdateOne

from storage.revisions import revision_of
from storage.types import AnyMapping, Document, Write

Outcome = Literal["new", "changed", "unchanged"]
_OPTIONS: CodecOptions[Document] = CodecOptions(tz_aware=True, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """The writes for one article. `revision` is to be acknowledged before `write` is sent.

    Killed between the two, the next run plans the same step again: the revision is written over itself.
    """

    article_id: str
    outcome: Outcome
    write: Write
    revision: Write | None = None


def plan(doc: AnyMapping, stored: AnyMapping | None, now: datetime) -> Step:
    """The step that takes the article from `stored` (None: not there yet) to `doc`."""
    new = _as_stored(doc)
    if stored is None:
        return _insertion(new, now)
    if stored["content_hash"] == new["content_hash"]:
        return _touch(new, stored)
    return _change(new, stored, now)


def _as_stored(doc: AnyMapping) -> Document:
    """`doc` as MongoDB would give it back: lists for tuples, UTC, milliseconds."""
    return {"aliases": [], "gone_at": None, **bson.decode(bson.encode(doc), codec_options=_OPTIONS)}


def _insertion(new: Document, now: datetime) -> Step:
    # First seen when it was fetched, not when it was written: a replay from the archive may come much later.
    fields = {"first_seen_at": new.get("fetched_at"), "updated_at": now, "revision": 1}
    whole = {name: value for name, value in new.items() if name != "_id"} | fields
    write = UpdateOne({"_id": new["_id"]}, {"$setOnInsert": whole}, upsert=True)
    return Step(new["_id"], "new", write)


def _touch(new: Document, stored: AnyMapping) -> Step:
    fields = {
        "fetched_at": max(stored["fetched_at"], new["fetched_at"]),
        "run_id": new.get("run_id"),
        "snapshot": new.get("snapshot"),
        "gone_at": _gone_at(new, stored),
    }
    update = {"$set": fields, "$addToSet": {"aliases": {"$each": new["aliases"]}}}
    return Step(new["_id"], "unchanged", UpdateOne({"_id": new["_id"]}, update))


def _change(new: Document, stored: AnyMapping, now: datetime) -> Step:
    moved = [stored["url"]] if stored["url"] not in (None, new.get("url")) else []
    whole = new | {
        "aliases": list(dict.fromkeys([*stored["aliases"], *moved, *new["aliases"]])),
        "fetched_at": max(stored["fetched_at"], new["fetched_at"]),
        "gone_at": _gone_at(new, stored),
        "first_seen_at": stored["first_seen_at"],
        "updated_at": now,
        "revision": stored["revision"] + 1,
    }
    kept = revision_of(stored, whole, now)
    return Step(
        new["_id"],
        "changed",
        # The revision in the filter: what another process has changed meanwhile is not written over.
        ReplaceOne({"_id": new["_id"], "revision": stored["revision"]}, whole),
        ReplaceOne({"_id": kept["_id"]}, kept, upsert=True),
    )


def _gone_at(new: AnyMapping, stored: AnyMapping) -> datetime | None:
    """None, unless what was fetched is older: extracting an old response anew revives nothing."""
    gone: datetime | None = stored["gone_at"]
    return gone if gone is not None and new["fetched_at"] < gone else None
