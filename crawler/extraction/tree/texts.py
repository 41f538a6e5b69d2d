"""The text of an element without its scripts and styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from crawler.extraction.tree.hints import is_titled, traits_of

# A label or a date.
_FACT = re.compile(r":|\d[/.-]\d{1,2}[/.-]\d")
_CODE = frozenset({"script", "style", "template"})


def is_wrap(br: LexborNode, heading: int) -> bool:
    """Whether a `<br>` in a heading, or in what is named as a title, only wraps it. `heading`: its level, or 0.

    Then the next words go on in lower case, or in capitals like the first: a long title that was wrapped by hand.
    A date, a byline or a section's name on a line of its own does neither.
    """
    before, behind = _beside(br.prev), _beside(br.next)
    if not before or not behind:
        return False
    goes_on = behind[0].islower() or (before.isupper() and behind.isupper() and not _FACT.search(behind))
    return goes_on and (heading > 0 or _is_titled(br.parent))


def _is_titled(node: LexborNode | None) -> bool:
    return node is not None and is_titled(traits_of(node.tag or "", node.attributes).names)


def _beside(node: LexborNode | None) -> str:
    """The bare text beside a `<br>`."""
    return (node.text_content or "").strip() if node is not None and node.tag == "-text" else ""


def text_length(node: LexborNode) -> int:
    """The number of characters of an element's text, but for white space."""
    return _visible(node) - sum(map(_visible, node.css("script, style")))


def _visible(node: LexborNode) -> int:
    return sum(map(len, node.text().split()))


def texts(node: LexborNode) -> Iterator[str]:
    """The runs of text within an element, in order. Walks by pointers, so that depth costs no stack."""
    at, level = node.first_child, 1
    while at is not None:
        tag = at.tag or ""
        if tag == "-text":
            yield at.text_content or ""
        child = at.first_child if tag not in _CODE else None
        if child is not None:
            at, level = child, level + 1
            continue
        while at is not None and level and at.next is None:
            at, level = at.parent, level - 1
        at = at.next if at is not None and level else None
