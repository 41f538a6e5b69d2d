"""One pass over the fast tree that makes a page's outline."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.extraction.plain import are_parted, squash
from crawler.extraction.tree import hints
from crawler.extraction.tree.outline import Element, Line, Outline

_BREAKS = frozenset({"br", "hr"})
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
        # The elements around the next node, and for each what is to be closed behind it: plain ones are not kept.
        self.open: list[Element] = []
        self.around: list[Element | None] = []
        self.depth = 0
        self.bold = 0
        self.heading = 0
        self.link: str | None = None
        self.edge = False
        self.block = -1
        self.inline_names: list[str] = []
        self.datetime: str | None = None
        self._start_text()

    def _start_text(self) -> None:
        self.parts: list[str] = []
        self.inner = -1
        self.linked = 0
        self.href: str | None = None
        self.plain = False

    def read(self, root: LexborNode) -> None:
        """Walk the tree by its pointers, so that depth costs no stack."""
        node: LexborNode | None = root
        around = self.around
        while node is not None:
            child = self._enter(node)
            if child is not None:
                node = child
                continue
            while around:
                following = node.next
                if following is not None:
                    node = following
                    break
                node = node.parent
                self._leave(around.pop())
                if node is None:
                    return
            else:
                break
        self._end_line()

    def _enter(self, node: LexborNode) -> LexborNode | None:
        """Take a node in; give its first child, if it has any to read."""
        tag = node.tag or ""
        if tag == "-text":
            self._add_text(node.text_content or "")
            return None
        if tag in _BREAKS:
            self._end_line()
            return None
        if not tag or tag[0] in hints.NO_LETTERS or tag in hints.SKIPPED_TAGS or len(self.elements) >= _MAX_ELEMENTS:
            return None
        attributes = node.attributes
        traits = hints.traits_of(tag, attributes)
        if traits.hidden:
            return None
        element = None if traits.plain else self._open(node, tag, traits, attributes)
        child = node.first_child
        if child is None:
            self._leave(element)
            return None
        self.around.append(element)
        self.depth = max(self.depth, len(self.around))
        return child

    def _open(self, node: LexborNode, tag: str, traits: hints.Traits, attributes: Mapping[str, str | None]) -> Element:
        parent = self.open[-1] if self.open else None
        index = len(self.elements)
        if traits.block:
            self._end_line()
            self.block = index
        elif traits.names:
            self.inline_names.append(traits.names)
            self.edge = True
        if tag == "time":
            self.datetime = attributes.get("datetime")
            self.edge = True
        elif tag == "a":
            self.link = attributes.get("href") or self.link
        elif traits.heading:
            self.heading = traits.heading
        if traits.bold:
            self.bold += 1
        element = Element(
            index, parent.index if parent else -1, len(self.open), tag, traits, self.block, node, attributes,
            len(self.lines),
        )  # fmt: skip
        if parent:
            parent.children.append(index)
        self.elements.append(element)
        self.open.append(element)
        return element

    def _leave(self, element: Element | None) -> None:
        if element is None:
            return
        if element.traits.block:
            self._end_line()
        self.open.pop()
        tag = element.tag
        if element.names or tag == "time":
            self.edge = True
        element.end = len(self.lines) + (1 if self.parts else 0)
        if element.traits.bold:
            self.bold -= 1
        if element.traits.heading:
            self.heading = 0
        elif tag == "a":
            self.link = None
        if element.traits.block:
            self.block = self.open[-1].block if self.open else -1

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

    def _end_line(self) -> None:
        if self.parts:
            if text := squash("".join(self.parts)):
                self.lines.append(
                    Line(
                        len(self.lines), text, max(self.block, 0), max(self.inner, 0), self.linked, self.href,
                        self.heading, not self.plain, " ".join(self.inline_names), self.datetime,
                    )
                )  # fmt: skip
            self._start_text()
        if self.inline_names:
            self.inline_names = []
        self.datetime = None
