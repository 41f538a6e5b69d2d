"""Small questions about nodes of the fast tree that the rest of discovery asks again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

# Classes that say which place an item has in its list, not what it is.
STATE = re.compile(
    r"odd|even|alt|first|last|active|current|selected|clearfix|row\d*|item-?\d+|views-row.*|has-.*|is-.*|no-.*|wow|fade\w*|"
    r"animated|slick-.*|owl-.*|p-\d|m[btlrxy]?-\d+|p[btlrxy]?-\d+",
    re.IGNORECASE,
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SILENT = frozenset({"script", "style", "noscript", "template", "svg", "option", "select"})


def squeeze(text: str) -> str:
    """Collapse white space (non-breaking spaces too) and drop zero-width characters."""
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def text_of(node: LexborNode) -> str:
    """Give a node's text on one line, words of neighbouring elements kept apart; scripts and styles are silent."""
    if node.tag in SILENT:
        return ""
    if node.css_first("script, style, noscript, template, svg, select") is None:
        return squeeze(node.text(separator=" "))
    return squeeze(" ".join(_strings(node)))


def _strings(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text() or ""
        elif child.tag not in SILENT:
            yield from _strings(child)


def ancestors(node: LexborNode, most: int = -1) -> Iterator[LexborNode]:
    """Give a node's ancestors, the nearest first, without the document and `html`; at most `most`, if not negative."""
    parent = node.parent
    while parent is not None and most and parent.tag not in ("html", "-document", "-undef"):
        yield parent
        parent = parent.parent
        most -= 1


def chain_of(node: LexborNode, most: int = -1) -> Iterator[LexborNode]:
    """Give a node and then its ancestors."""
    yield node
    yield from ancestors(node, most)


def names(node: LexborNode) -> str:
    """Give a node's classes and id in one string, in lower case."""
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()


def shape(node: LexborNode) -> str:
    """Give a node's tag with its first telling class, digits left out: equal for the items of one list."""
    for name in (node.attributes.get("class") or "").split():
        if not STATE.fullmatch(name):
            return f"{node.tag}.{re.sub(r'[0-9]+', '', name)}"
    return str(node.tag)


def is_heading(node: LexborNode) -> bool:
    """Whether a node is a heading by tag, or by a class as portals name their headlines (title, tieude)."""
    return node.tag in HEADINGS or bool(re.search(r"title|tieu-?de|headline|heading", names(node)))
