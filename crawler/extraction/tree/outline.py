"""A page as elements in document order, and its text as lines that know their element."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from crawler.extraction.tree.hints import Traits


@dataclass(slots=True, init=False)
class Element:
    """An element: what holds it (`up`, by index `parent`), the lines it spans (`first` to before `end`), its hints."""

    index: int
    up: Element | None
    tag: str
    traits: Traits
    node: LexborNode
    attributes: Mapping[str, str | None]
    first: int
    end: int
    parent: int
    children: list[int]

    def __init__(
        self,
        index: int,
        up: Element | None,
        tag: str,
        traits: Traits,
        node: LexborNode,
        attributes: Mapping[str, str | None],
        first: int,
    ) -> None:
        """Take the place below the element `up` that holds this one. Written out, for a page has hundreds of these."""
        self.index = index
        self.up = up
        self.tag = tag
        self.traits = traits
        self.node = node
        self.attributes = attributes
        self.first = self.end = first
        self.children = []
        if up is None:
            self.parent = -1
        else:
            self.parent = up.index
            up.children.append(index)

    @property
    def block(self) -> int:
        """The index of the innermost element around its text that parts lines, itself included; -1 for none."""
        element: Element | None = self
        while element is not None and not element.traits.block:
            element = element.up
        return -1 if element is None else element.index

    @property
    def names(self) -> str:
        """Its class and id, lower case."""
        return self.traits.names

    @property
    def furniture(self) -> bool:
        """Whether its tag, role or names hint at furniture."""
        return self.traits.furniture


@dataclass(slots=True)
class Line:
    """A run of text between block boundaries. `linked` counts its characters within links."""

    index: int
    text: str
    element: int
    inner: int
    linked: int
    href: str | None
    heading: int
    bold: bool
    names: str
    datetime: str | None
    is_link: bool = field(init=False)

    def __post_init__(self) -> None:
        """Find whether the line is nothing but links."""
        self.is_link = self.linked * 5 >= len(self.text) * 4


@dataclass(slots=True)
class Outline:
    """A page's visible elements (preorder) and lines (reading order). `depth`: its deepest nesting."""

    elements: list[Element]
    lines: list[Line]
    depth: int = 0

    def __post_init__(self) -> None:
        """End every element with the last line: one that ends within invisible text counts a line that never came."""
        end = len(self.lines)
        for element in self.elements:
            if element.end > end:
                element.end = end

    def ancestors(self, index: int, most: int = sys.maxsize) -> list[int]:
        """Indexes of an element and its ancestors, innermost first, `most` of them at most."""
        chain: list[int] = []
        while index >= 0 and len(chain) < most:
            chain.append(index)
            index = self.elements[index].parent
        return chain

    def around(self, line: Line, most: int) -> list[Element]:
        """The innermost element of a line's text and its ancestors, innermost first, `most` of them at most."""
        chain: list[Element] = []
        element: Element | None = self.elements[line.inner]
        while element is not None and len(chain) < most:
            chain.append(element)
            element = element.up
        return chain

    def common(self, one: int, other: int) -> int:
        """The innermost element that holds both elements."""
        elements = self.elements
        while one != other:
            if one > other:  # what holds an element stands before it
                one = elements[one].parent
            else:
                other = elements[other].parent
        return one
