"""Pieces: what the walk over a region's markup yields, before anything is judged."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a piece, its address as written in the page."""

    href: str
    text: str
    title: str = ""


@dataclass(slots=True)
class Look:
    """How a piece looks. `bold` and `italic` mean all of it; `size` is in pixels, 0 if unset; `names` are class and id
    words around it."""

    align: str = ""
    bold: bool = False
    italic: bool = False
    heading: int = 0
    size: float = 0.0
    names: str = ""


@dataclass(slots=True)
class Piece:
    """One paragraph, list item, table row, image or embedded viewer, in reading order.

    `tag`: p, li, row, quote, caption, image, embed. `soft`: it follows a single `<br>` within one paragraph.
    `group` and `cell`: numbers of the table or figure and of the cell that it stands in, 0 for none. `furniture`: the
    markup says it is none of the article. For images `text` is the alternative text and `href` the address; viewers
    have `href` alone.
    """

    tag: str
    text: str
    look: Look = field(default_factory=Look)
    links: list[Link] = field(default_factory=list)
    linked: int = 0
    soft: bool = False
    group: int = 0
    cell: int = 0
    furniture: str = ""
    href: str = ""
    title: str = ""

    @property
    def unlinked(self) -> str:
        """Its text without that of its links."""
        parts, at = [], 0
        for link in self.links:
            place = self.text.find(link.text, at) if link.text else -1
            if place >= 0:
                parts.append(self.text[at:place])
                at = place + len(link.text)
        return " ".join([*parts, self.text[at:]])

    @property
    def is_link(self) -> bool:
        """Whether the piece is nothing but links."""
        return self.linked > 0 and self.linked * 10 >= len(self.text) * 8
