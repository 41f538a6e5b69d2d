"""How much of a page's text its main list is: most of a listing, little of an article."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import SILENT, ancestors, squeeze
from crawler.discovery.zones import Place, Zones

LEAST_WEIGHT = 0.3


def share_of(body: LexborNode | None, entries: list[LexborNode], zones: Zones) -> float:
    """Give the share (0 to 1) of the entries in the text outside of furniture.

    Text in menus, side columns and footers counts only if it is the list's own.
    """
    if body is None:
        return 0.0
    inside = {node.mem_id for node in entries}
    around = _around(entries)
    listed, other = 0, 0
    stack: list[tuple[LexborNode, Place | None]] = [(body, None if body.mem_id in inside else zones.place(body))]
    while stack:
        node, place = stack.pop()
        child = node.first_child
        while child is not None:
            tag = child.tag or ""
            is_entry = place is None or child.mem_id in inside
            if tag == "-text":
                length = len(squeeze(child.text_content or ""))
                listed, other = (listed + length, other) if is_entry else (listed, other + length)
            elif is_entry:
                if tag not in SILENT:
                    stack.append((child, None))
            elif place is not None and tag not in SILENT and child.is_element_node:
                here = zones.place_within(child, place)
                if here.weight > LEAST_WEIGHT or child.mem_id in around:
                    stack.append((child, here))
            child = child.next
    total = listed + other
    return listed / total if total else 0.0


def _around(entries: list[LexborNode]) -> set[int]:
    """Give what the entries stand in."""
    found: set[int] = set()
    for entry in entries:
        for above in ancestors(entry):
            if above.mem_id in found:
                break
            found.add(above.mem_id)
    return found
