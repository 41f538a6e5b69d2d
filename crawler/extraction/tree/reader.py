"""One pass over the fast tree that makes a page's outline."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.extraction.plain import are_parted, squash
from crawler.extraction.tree import hints
from crawler.extraction.tree.outline import Element, Line, Outline

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = frozenset({"b", "strong", "th", *_HEADINGS})
# Inline elements that say nothing of themselves where they bear no name.
_PLAIN = frozenset({"span", "font", "i", "em", "u", "small", "sub", "sup", "o:p"})
_MAX_ELEMENTS = 60_000


def outline(tree: LexborHTMLParser) -> Outline:
    """Read the tree once. Hidden elements, scripts and form controls are left out."""
    builder = _Builder()
    root = tree.body or tree.root
    if root is not None:
        builder.read(root)
    return Outline(builder.elements, builder.lines, builder.depth)


class _Builder:
    """The state of the pass: the open elements, and the line being collected."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.lines: list[Line] = []
        self.open: list[Element] = []
        self.depth = 0
        self.bold = 0
        self.heading = 0
        self.link: str | None = None
        self.edge = False
        self._reset(-1)

    def _reset(self, block: int) -> None:
        self.parts: list[str] = []
        self.block = block
        self.inner = -1
        self.linked = 0
        self.href: str | None = None
        self.plain = False
        self.inline_names: list[str] = []
        self.datetime: str | None = None

    def read(self, root: LexborNode) -> None:
        """Walk the tree by its pointers, so that depth costs no stack."""
        node: LexborNode | None = root
        level = 0
        while node is not None:
            if self._enter(node):
                child = node.first_child
                if child is not None:
                    node = child
                    level += 1
                    self.depth = max(self.depth, level)
                    continue
                self._leave(node)
            while level and node.next is None:
                node = node.parent
                level -= 1
                if node is None:
                    return
                self._leave(node)
            if not level:
                break
            node = node.next
        self._flush()

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self._add_text(node.text_content or "")
            return False
        if tag == "br" or tag == "hr":
            self._flush()
            return False
        if not tag or tag[0] in "-!_" or tag in hints.SKIPPED_TAGS or len(self.elements) >= _MAX_ELEMENTS:
            return False
        attributes = node.attributes
        if not attributes:
            if "-" in tag and hints.is_icon(tag, ""):
                return False
            if tag not in _PLAIN:
                self._open(node, tag, "", attributes)
            return True
        names, style = "", attributes.get("style") or ""
        if "class" in attributes or "id" in attributes:
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if "hidden" in attributes or hints.is_hidden(names, style):
            return False
        if ("-" in tag or "mat" in names) and hints.is_icon(tag, names):
            return False
        if names or tag not in _PLAIN:
            self._open(node, tag, names, attributes)
        return True

    def _open(self, node: LexborNode, tag: str, names: str, attributes: Mapping[str, str | None]) -> None:
        parent = self.open[-1] if self.open else None
        block = hints.is_block(tag)
        if block:
            self._flush()
        element = Element(
            len(self.elements),
            parent.index if parent else -1,
            len(self.open),
            tag,
            names,
            node,
            attributes,
            len(self.lines),
        )
        element.furniture = (
            tag in hints.FURNITURE_TAGS
            or (attributes.get("role") or "") in hints.FURNITURE_ROLES
            or (bool(names) and tag not in ("body", "main", "article") and hints.is_furniture(names))
        )
        if parent:
            parent.children.append(element.index)
        self.elements.append(element)
        self.open.append(element)
        if block:
            self.block = element.index
        elif names:
            self.inline_names.append(names)
            self.edge = True
        if tag == "time":
            self.datetime = attributes.get("datetime")
            self.edge = True
        element.bold = tag in _BOLD or "bold" in (attributes.get("style") or "")
        self.bold += element.bold
        self.heading = _HEADINGS.get(tag, self.heading)
        if tag == "a" and attributes.get("href"):
            self.link = attributes["href"]

    def _leave(self, node: LexborNode) -> None:
        if not self.open or self.open[-1].node.mem_id != node.mem_id:
            return
        element = self.open[-1]
        block = hints.is_block(element.tag)
        if block:
            self._flush()
        self.open.pop()
        self.edge = self.edge or bool(element.names) or element.tag == "time"
        element.end = len(self.lines) + (1 if self.parts else 0)
        self.bold -= element.bold
        if element.tag in _HEADINGS:
            self.heading = 0
        if element.tag == "a":
            self.link = None
        if block:
            self.block = next((e.index for e in reversed(self.open) if hints.is_block(e.tag)), -1)

    def _add_text(self, text: str) -> None:
        if not text or text.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        if self.inner < 0:
            self.inner = self.open[-1].index if self.open else 0
        if self.edge:
            self.edge = False
            if self.parts and are_parted(self.parts[-1][-1], text[0]):
                self.parts.append(" ")
        self.parts.append(text)
        if self.link is not None:
            self.linked += len(text.strip())
            self.href = self.link
        if not self.bold:
            self.plain = True

    def _flush(self) -> None:
        text = squash("".join(self.parts)) if self.parts else ""
        if text:
            self.lines.append(
                Line(
                    len(self.lines), text, max(self.block, 0), max(self.inner, 0), self.linked, self.href,
                    self.heading, not self.plain, " ".join(self.inline_names), self.datetime,
                )
            )  # fmt: skip
        self._reset(self.block)
