"""How much of a page's text its main list is: most of a listing, little of an article."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import SILENT, squeeze
from crawler.discovery.zones import Zones

LEAST_WEIGHT = 0.3


def share_of(body: LexborNode | None, entries: list[LexborNode], zones: Zones) -> tuple[float, int]:
    """Give the share (0 to 1) of the entries in the text outside of furniture, and that text's length in characters.

    Text in menus, side columns and footers counts only if it is the list's own.
    """
    if body is None:
        return 0.0, 0
    inside = {node.mem_id for node in entries}
    listed, other = 0, 0
    stack: list[tuple[LexborNode, bool]] = [(body, False)]
    while stack:
        node, is_entry = stack.pop()
        is_entry = is_entry or node.mem_id in inside
        if node.tag == "-text":
            length = len(squeeze(node.text() or ""))
            if is_entry:
                listed += length
            else:
                other += length
        elif node.tag not in SILENT and (
            is_entry or node.mem_id == body.mem_id or zones.weight(node) > LEAST_WEIGHT or _holds(node, inside)
        ):
            stack.extend((child, is_entry) for child in node.iter(include_text=True))
    total = listed + other
    return (listed / total if total else 0.0), total


def _holds(node: LexborNode, inside: set[int]) -> bool:
    return any(child.mem_id in inside for child in node.traverse())
