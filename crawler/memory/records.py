"""Sketches and furniture as plain records for the database, the many numbers packed into bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import Any

from crawler.extraction.sketches import Place, Sketch
from crawler.memory.furniture import Furniture, Known
from crawler.memory.relation import Nearness
from crawler.memory.sample import SeenPage

# Little-endian: fingerprint, group, dress, and two flags.
_PLACE = Struct("<qHH??")
_MOST_PLACES = 200
_HIGHEST = 0xFFFF


def page_record(page: SeenPage) -> dict[str, Any]:
    """The record of a seen page."""
    places = page.sketch.body[:_MOST_PLACES]
    return {
        "key": page.key,
        "kind": page.kind,
        "day": page.day,
        "body": b"".join(map(_packed, places)),
        "lines": array("q", page.sketch.lines).tobytes(),
    }


def seen_page(record: Mapping[str, Any]) -> SeenPage:
    """The seen page of a record."""
    places = tuple(Place(*fields) for fields in _PLACE.iter_unpack(record["body"]))
    lines = array("q", record["lines"])
    return SeenPage(record["key"], record["kind"], record["day"], Sketch(places, tuple(lines)))


def _packed(place: Place) -> bytes:
    group, dress = min(place.group, _HIGHEST), min(place.dress, _HIGHEST)
    return _PLACE.pack(place.fingerprint, group, dress, place.prose, place.held)


def text_records(furniture: Furniture) -> list[dict[str, int]]:
    """The records of a site's known texts, in the order of their fingerprints."""
    return [
        {"key": key, "reach": int(known.reach), "last_day": known.last_day, "articles": known.articles}
        for key, known in sorted(furniture.texts.items())
    ]


def furniture(records: Iterable[Mapping[str, int]]) -> Furniture:
    """The furniture of such records."""
    return Furniture({r["key"]: Known(Nearness(r["reach"]), r["last_day"], r["articles"]) for r in records})
