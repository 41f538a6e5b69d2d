"""Entries that link only at their end: a bold headline in one table, "Đọc thêm..." in the next."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import text_of

FEWEST_POINTERS, ENTRY_PARTS = 3, 12
FEWEST_WORDS, LONGEST_HEADLINE = 4, 300

Link = tuple[LexborNode, str, tuple[LexborNode, ...]]


def addresses_held(pointers: Iterable[tuple[str, Link]]) -> dict[int, set[str]]:
    """Give for each node the addresses of the pointers within it, where a page prints several of one wording.

    A pointer is a link with its folded wording, its address and its ancestors, nearest first.
    """
    wordings: dict[str, list[Link]] = {}
    for wording, link in pointers:
        if re.search(r"\w", wording):
            wordings.setdefault(wording, []).append(link)
    held: dict[int, set[str]] = {}
    for links in wordings.values():
        for _, url, chain in links if len(links) >= FEWEST_POINTERS else ():
            for above in chain:
                held.setdefault(above.mem_id, set()).add(url)
    return held


def bold_above(node: LexborNode, chain: tuple[LexborNode, ...], held: dict[int, set[str]]) -> str:
    """Give the bold line that opens the entry of the pointer `node`, or "".

    The entry goes from the pointer before to this one. Where it links other headlines, it is a section's block.
    """
    if not held.get(chain[0].mem_id):
        return ""
    parts = _entry(node, chain, held)
    if any(len(text_of(link).split()) >= FEWEST_WORDS for part in parts for link in part.css("a[href]")):
        return ""
    texts = (text_of(bold) for part in parts for bold in part.css("b, strong"))
    return next((text for text in texts if len(text.split()) >= FEWEST_WORDS and len(text) <= LONGEST_HEADLINE), "")


def _entry(node: LexborNode, chain: tuple[LexborNode, ...], held: dict[int, set[str]]) -> list[LexborNode]:
    """Find the highest node around a pointer that holds no other, and what stands before it up to the next one."""
    part: LexborNode | None = node
    for above in chain:
        if len(held[above.mem_id]) > 1 or above.tag == "body":
            break
        part = above
    parts: list[LexborNode] = []
    while part is not None and len(parts) < ENTRY_PARTS and (not parts or not held.get(part.mem_id)):
        parts.append(part)
        part = part.prev
    return parts[::-1]
