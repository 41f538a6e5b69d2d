"""Small questions about nodes of the fast tree that the rest of discovery asks again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborNode

# Classes that say which place an item has in its list, not what it is.
STATE = re.compile(
    r"odd|even|alt|first|last|active|current|selected|clearfix|row\d*|item-?\d+|views-row.*|has-.*|is-.*|no-.*|wow|fade\w*|"
    r"animated|slick-.*|owl-.*|p-\d|m[btlrxy]?-\d+|p[btlrxy]?-\d+",
    re.IGNORECASE,
)
HEADING_NAME = re.compile(r"title|tieu-?de|headline|heading")
OUTSIDE = frozenset({"html", "-document", "-undef"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SILENT = frozenset({"script", "style", "noscript", "template", "svg", "option", "select"})
# Reading a selector takes as long as a walk over so many nodes; most links and labels have fewer.
FEW = 20
REMEMBERED = 4096


def squeeze(text: str) -> str:
    """Collapse white space (non-breaking spaces too) and drop zero-width characters."""
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def text_of(node: LexborNode) -> str:
    """Give a node's text on one line, words of neighbouring elements kept apart; scripts and styles are silent."""
    if node.tag in SILENT:
        return ""
    within = few(node, include_text=True)
    if within is not None and not any(inner.tag in SILENT for inner in within):
        return squeeze(" ".join(inner.text_content or "" for inner in within if inner.tag == "-text"))
    if within is None and node.css_first("script, style, noscript, template, svg, select") is None:
        return squeeze(node.text(separator=" "))
    return squeeze(" ".join(strings(node)))


def few(node: LexborNode, *, include_text: bool = False) -> list[LexborNode] | None:
    """Give a node and what is in it, in page order; None if that is much."""
    within = list(islice(node.traverse(include_text=include_text), FEW + 1))
    return within if len(within) <= FEW else None


def first_of(node: LexborNode, *tags: str) -> LexborNode | None:
    """Find the first element of one of these tags in a node, or the node itself."""
    within = few(node)
    if within is None:
        return node.css_first(", ".join(tags))
    return next((inner for inner in within if inner.tag in tags), None)


def strings(node: LexborNode) -> Iterator[str]:
    """Give the texts in a node one by one, or its own; by a stack, because pages nest deeper than calls may."""
    if node.tag == "-text":
        yield node.text_content or ""
    stack = [node.first_child] if node.tag not in SILENT else []
    while stack:
        inner = stack.pop()
        if inner is None:
            continue
        stack.append(inner.next)
        if inner.tag == "-text":
            yield inner.text_content or ""
        elif inner.tag not in SILENT:
            stack.append(inner.first_child)


def ancestors(node: LexborNode, most: int = -1) -> Iterator[LexborNode]:
    """Give a node's ancestors, the nearest first, without the document and `html`; at most `most`, if not negative."""
    parent = node.parent
    while parent is not None and most and parent.tag not in OUTSIDE:
        yield parent
        parent = parent.parent
        most -= 1


def chain_of(node: LexborNode, most: int = -1) -> Iterator[LexborNode]:
    """Give a node and then its ancestors."""
    yield node
    yield from ancestors(node, most)


def names(node: LexborNode) -> str:
    """Give a node's classes and id in one string, in lower case."""
    return f"{node.attrs.sget('class')} {node.id or ''}".lower()


def shape(node: LexborNode) -> str:
    """Give a node's tag with its first telling class, digits left out: equal for the items of one list."""
    return f"{node.tag}{_telling(node.attrs.sget('class'))}"


@lru_cache(maxsize=REMEMBERED)
def _telling(classes: str) -> str:
    for name in classes.split():
        if not STATE.fullmatch(name):
            return "." + re.sub(r"[0-9]+", "", name)
    return ""


def is_heading(node: LexborNode) -> bool:
    """Whether a node is a heading by tag, or by a class as portals name their headlines (title, tieude)."""
    return node.tag in HEADINGS or bool(HEADING_NAME.search(names(node)))
