"""A page as elements in document order, and its text as lines that know their element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode


@dataclass(slots=True)
class Element:
    """An element: its parent's index, the lines it spans (`first` to before `end`), and what its markup hints at."""

    index: int
    parent: int
    depth: int
    tag: str
    names: str
    node: LexborNode
    attributes: Mapping[str, str | None]
    first: int = 0
    end: int = 0
    furniture: bool = False
    bold: bool = False
    children: list[int] = field(default_factory=list)


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

    @property
    def is_link(self) -> bool:
        """Whether the line is nothing but links."""
        return self.linked * 5 >= len(self.text) * 4


@dataclass(slots=True)
class Outline:
    """A page's visible elements (preorder) and lines (reading order). `depth`: its deepest nesting."""

    elements: list[Element]
    lines: list[Line]
    depth: int = 0

    def __post_init__(self) -> None:
        """End every element with the last line: one that ends within invisible text counts a line that never came."""
        for element in self.elements:
            element.end = min(element.end, len(self.lines))

    def ancestors(self, index: int) -> list[int]:
        """Indexes of an element and its ancestors, innermost first."""
        chain = []
        while index >= 0:
            chain.append(index)
            index = self.elements[index].parent
        return chain

    def common(self, one: int, other: int) -> int:
        """The innermost element that holds both elements."""
        elements = self.elements
        while one != other:
            if elements[one].depth >= elements[other].depth:
                one = elements[one].parent
            else:
                other = elements[other].parent
        return one
