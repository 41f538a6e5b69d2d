"""Markup to lines of text, as plainly as possible; for peers that return markup, and for the leak of page text."""

from __future__ import annotations

from lxml import html
from lxml.etree import ParserError, _Element

UNSEEN = frozenset({"script", "style", "noscript", "template", "head"})
_TEXT_LEVEL = "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong"
INLINE = frozenset(f"{_TEXT_LEVEL} sub sup time tt u var wbr".split())


def visible_lines(markup: str) -> list[str]:
    """The text of each block of a page, in order; white space runs are one space, empty lines left out."""
    # lxml refuses text that carries an encoding declaration, so it gets bytes.
    try:
        root = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except ParserError:
        return []
    parts: list[str] = []
    _collect(root, parts)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\0"))
    return [line for line in lines if line]


def _collect(element: _Element, parts: list[str]) -> None:
    """Append the texts of an element, a NUL wherever a block begins or ends."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    edge = "" if element.tag in INLINE else "\0"
    parts += [edge, _text(element.text)]
    for child in element:
        _collect(child, parts)
        parts.append(_text(child.tail))
    parts.append(edge)


def _text(value: str | None) -> str:
    return (value or "").replace("\n", " ")
