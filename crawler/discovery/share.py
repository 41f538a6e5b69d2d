"""How much of a page's text its main list is: most of a listing, little of an article."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import ancestors, squeeze
from crawler.discovery.texts import Texts
from crawler.discovery.zones import Zones

LEAST_WEIGHT = 0.3


def share_of(texts: Texts, entries: list[LexborNode], zones: Zones) -> float:
    """Give the share (0 to 1) of the entries in the text outside of furniture.

    Text in menus, side columns and footers counts only if it is the list's own.
    """
    inside = {node.mem_id for node in entries}
    loose = _loose(entries)
    around = _around(entries)
    listed, other = 0, 0
    spots = texts.spots
    place = 0
    while place < len(spots):
        spot = spots[place]
        if spot.first == spot.end:
            place = spot.after
            continue
        key = spot.node.mem_id
        place += 1
        if key in inside:
            listed += texts.length(spot)
            place = spot.after
        elif key in around or zones.weight(spot.node) > LEAST_WEIGHT:
            bare = loose.get(key, 0)
            listed += bare
            other += spot.own - bare
        else:
            place = spot.after
    total = listed + other
    return listed / total if total else 0.0


def _loose(entries: Iterable[LexborNode]) -> dict[int, int]:
    """Count the characters of entries that are bare text, by what they stand in."""
    bare = {node.mem_id: node for node in entries if node.tag == "-text"}
    found: dict[int, int] = {}
    for node in bare.values():
        if node.parent is not None:
            key = node.parent.mem_id
            found[key] = found.get(key, 0) + len(squeeze(node.text_content or ""))
    return found


def _around(entries: list[LexborNode]) -> set[int]:
    """Give what the entries stand in."""
    found: set[int] = set()
    for entry in entries:
        for above in ancestors(entry):
            if above.mem_id in found:
                break
            found.add(above.mem_id)
    return found
