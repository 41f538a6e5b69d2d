"""One pass over the fast tree that makes a page's outline."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.extraction.plain import are_parted, squash
from crawler.extraction.tree.hints import NO_LETTERS, SKIPPED_TAGS, Traits, traits_of
from crawler.extraction.tree.outline import Element, Line, Outline
from crawler.extraction.tree.texts import is_wrap

_BREAKS = frozenset({"br", "hr"})
MAX_ELEMENTS = 60_000


def outline(tree: LexborHTMLParser) -> Outline:
    """Read the tree once. Hidden elements, scripts and form controls are left out."""
    builder = _Builder()
    root = tree.body or tree.root
    if root is not None:
        builder.read(root)
    return Outline(builder.elements, builder.lines, builder.depth)


class _Builder:
    """The state of the pass: the innermost open element, and the line being collected.

    Half of an extraction's nodes are seen here only, so what all of them pass through is kept short.
    """

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.lines: list[Line] = []
        self.depth = 0
        self.inmost: Element | None = None
        self.bold = 0
        self.heading = 0
        self.link: str | None = None
        self.edge = False
        self._start_line()

    def _start_line(self) -> None:
        # Whether there is anything that the line's end must end.
        self.begun = False
        self.inline_names: list[str] = []
        self.datetime: str | None = None
        self.parts: list[str] = []
        self.inner = -1
        self.linked = 0
        self.href: str | None = None
        self.plain = False

    def read(self, root: LexborNode) -> None:
        """Walk the tree by its pointers, so that depth costs no stack."""
        node = root
        # The nodes around the next one, and for each the element to be closed behind it; None where it makes none.
        around: list[tuple[LexborNode, Element | None]] = []
        while True:
            tag = node.tag or ""
            if tag == "-text":
                self._add_text(node.text_content or "")
            elif tag in _BREAKS:
                self._break(node)
            elif tag and tag[0] not in NO_LETTERS and tag not in SKIPPED_TAGS and len(self.elements) < MAX_ELEMENTS:
                attributes = node.attributes
                traits = traits_of(tag, attributes)
                if not traits.hidden:
                    element = None if traits.plain else self._open(node, tag, traits, attributes)
                    child = node.first_child
                    if child is not None:
                        around.append((node, element))
                        node = child
                        continue
                    if element is not None:
                        self._close(element)
            following = node.next if around else None
            while following is None:
                if not around:
                    self._end_line()
                    return
                if len(around) > self.depth:
                    self.depth = len(around)
                node, element = around.pop()
                if element is not None:
                    self._close(element)
                following = node.next if around else None
            node = following

    def _open(self, node: LexborNode, tag: str, traits: Traits, attributes: dict[str, str | None]) -> Element:
        if traits.block:
            if self.begun:
                self._end_line()
        elif traits.names:
            self.inline_names.append(traits.names)
            self.begun = self.edge = True
        element = Element(len(self.elements), self.inmost, tag, traits, node, attributes, len(self.lines))
        self.elements.append(element)
        self.inmost = element
        if traits.special:
            self._enter_special(tag, traits, attributes)
        return element

    def _enter_special(self, tag: str, traits: Traits, attributes: dict[str, str | None]) -> None:
        self.bold += traits.bold
        if traits.heading:
            self.heading = traits.heading
        elif tag == "a":
            self.link = attributes.get("href") or self.link
        elif tag == "time":
            self.datetime = attributes.get("datetime")
            self.begun = self.edge = True

    def _close(self, element: Element) -> None:
        traits = element.traits
        if traits.block and self.begun:
            self._end_line()
        self.inmost = element.up
        if traits.names:
            self.edge = True
        element.end = len(self.lines) + (1 if self.parts else 0)
        if traits.special:
            self.bold -= traits.bold
            if traits.heading:
                self.heading = 0
            elif element.tag == "a":
                self.link = None
            elif element.tag == "time":
                self.edge = True

    def _add_text(self, text: str) -> None:
        if not text or text.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        if self.inner < 0:
            self.begun = True
            self.inner = self.inmost.index if self.inmost is not None else 0
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

    def _break(self, node: LexborNode) -> None:
        if self.parts and is_wrap(node, self.heading):
            self.parts.append(" ")
        else:
            self._end_line()

    def _end_line(self) -> None:
        if self.parts and (text := squash("".join(self.parts))):
            block = self.inmost.block if self.inmost is not None else -1
            self.lines.append(
                Line(
                    len(self.lines), text, max(block, 0), max(self.inner, 0), self.linked, self.href,
                    self.heading, not self.plain, " ".join(self.inline_names), self.datetime,
                )
            )  # fmt: skip
        self._start_line()
