"""The text of an element without its scripts and styles."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_CODE = frozenset({"script", "style", "template"})


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
