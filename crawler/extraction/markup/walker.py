"""The walk over a region's markup: inline text is joined as a browser shows it, blocks and `<br>` end a piece."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from crawler.extraction.markup import images, tables
from crawler.extraction.markup.pieces import Link, Piece
from crawler.extraction.markup.state import State, derive, is_hidden, names_of
from crawler.extraction.plain import are_parted, stored
from crawler.extraction.tree import hints

_MAX_DEPTH = 180
_BLOCKS = hints.BLOCK_TAGS | {"section", "figure", "picture"}
_SKIPPED = hints.SKIPPED_TAGS - {"object", "canvas"} | {"button", "input", "label", "map", "audio", "video"}
_GLUED = frozenset({"sup", "sub"})
_EMBEDS = {"iframe": "src", "embed": "src", "object": "data"}
# Below this share of the region's text, an element that is named as furniture is taken for it.
_FURNITURE_SHARE = 0.3


def walk(html: str, least: int = 0) -> list[Piece]:
    """Turn a region's HTML into pieces. `least`: size of the article's text where this is but a part of its region."""
    if not html:
        return []
    soup = BeautifulSoup(html, "lxml")
    return Walker(max(least, len(soup.get_text()))).run(soup)


class Walker:
    """One walk: the pieces so far, and the text being collected with its look."""

    def __init__(self, size: int) -> None:
        self.pieces: list[Piece] = []
        self._size = max(size, 1)
        self._groups = self._cells = 0
        self._reset()
        self._broken = False

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._links: list[Link] = []
        self._linked = 0
        self._bold = self._italic = True
        self._font_size = 0.0
        self._edge = False

    def run(self, soup: Tag) -> list[Piece]:
        """Walk everything below `soup`."""
        state = State()
        self._children(soup, state, 0)
        self._flush(state)
        return self.pieces

    def _children(self, parent: Tag, state: State, depth: int) -> None:
        for child in parent.contents:
            if isinstance(child, Tag):
                self._element(child, state, depth + 1)
            elif type(child) is NavigableString:
                self._text(child, state)

    def _element(self, tag: Tag, state: State, depth: int) -> None:
        name = tag.name
        if name == "br":
            self._break(state)
        elif name == "img":
            self._image(tag, state)
        elif name in _EMBEDS:
            self._embed(tag, state)
        elif name not in _SKIPPED:
            names = names_of(tag)
            if depth > _MAX_DEPTH:
                self._text(tag.get_text(" "), state)
            elif not is_hidden(tag, names) and not hints.is_icon(name, names):
                self._open(tag, names, state, depth)

    def _open(self, tag: Tag, names: str, state: State, depth: int) -> None:
        inner = self._number(tag, derive(tag, names, state))
        if not inner.furniture and self._is_furniture(tag, names):
            inner.furniture = f"markup:{names[:40] or tag.name}"
        block = tag.name in _BLOCKS or hints.is_block(tag.name)
        self._edge = self._edge or bool(names) or tag.name == "time"
        if tag.name in _GLUED:
            self._edge = False
        if block:
            self._flush(state)
        if tag.name == "table" and (rows := tables.data_rows(tag)):
            self._rows(rows, inner)
        elif tag.name == "a" and tag.has_attr("href"):
            self._link(tag, inner, depth)
        else:
            self._children(tag, inner, depth)
        self._edge = self._edge or bool(names) or tag.name == "time"
        if block:
            self._flush(inner)
            self._broken = False

    def _number(self, tag: Tag, inner: State) -> State:
        if tag.name in ("table", "figure"):
            self._groups += 1
            inner.group = self._groups
        elif tag.name in ("td", "th"):
            self._cells += 1
            inner.cell = self._cells
        return inner

    def _is_furniture(self, tag: Tag, names: str) -> bool:
        named = tag.name in hints.FURNITURE_TAGS and tag.name != "footer"
        if not named and not (names and tag.name not in ("article", "main", "body") and hints.is_furniture(names)):
            return False
        return len(tag.get_text()) < self._size * _FURNITURE_SHARE

    def _link(self, tag: Tag, state: State, depth: int) -> None:
        pieces, parts = len(self.pieces), len(self._parts)
        self._children(tag, state, depth)
        inline = len(self.pieces) == pieces
        text = "".join(self._parts[parts:]) if inline else tag.get_text(" ")
        link = Link(str(tag["href"]), stored(text), str(tag.get("title") or ""))
        if inline or any(not part.isspace() for part in self._parts):  # behind a picture in the link text may go on
            self._links.append(link)
            self._linked += len(link.text)
        for piece in self.pieces[pieces:]:  # blocks inside a link: each of them is linked
            piece.links.append(link)
            piece.linked = len(piece.text)

    def _rows(self, rows: list[tables.Row], state: State) -> None:
        for row in rows:
            links = [Link(href, stored(label)) for href, label in row.links]
            self._add("row", stored(row.text), state, links, sum(len(link.text) for link in links))

    def _image(self, tag: Tag, state: State) -> None:
        address = images.address(tag)
        if address:
            self._flush(state)
            piece = self._add("image", stored(str(tag.get("alt") or "")), state)
            piece.href, piece.title = address, stored(str(tag.get("title") or ""))

    def _embed(self, tag: Tag, state: State) -> None:
        source = str(tag.get(_EMBEDS[tag.name]) or tag.get("data-src") or "")
        if source:
            self._flush(state)
            self._add("embed", "", state).href = source
        if tag.name == "object":
            self._children(tag, state, _MAX_DEPTH)

    def _break(self, state: State) -> None:
        if any(not part.isspace() for part in self._parts):
            self._flush(state)
            self._broken = True
        else:
            self._broken = False  # a second break: an empty line

    def _text(self, text: str, state: State) -> None:
        if state.lines and "\n" in text:
            for at, line in enumerate(text.splitlines()):
                if at:
                    self._break(state)
                self._text(line, state)
            return
        if self._edge and text:
            self._edge = False
            if self._parts and self._parts[-1] and are_parted(self._parts[-1][-1], text[0]):
                self._parts.append(" ")
        self._parts.append(text)
        if text and not text.isspace():
            self._bold &= state.look.bold or state.look.heading > 0
            self._italic &= state.look.italic
            self._font_size = self._font_size or state.look.size

    def _flush(self, state: State) -> None:
        text = stored("".join(self._parts)) if self._parts else ""
        if text:
            piece = self._add(state.tag, text, state, self._links, self._linked)
            piece.look = replace(state.look, bold=self._bold, italic=self._italic, size=self._font_size)
            piece.soft = self._broken
            self._broken = False
        self._reset()

    def _add(self, tag: str, text: str, state: State, links: list[Link] | None = None, linked: int = 0) -> Piece:
        piece = Piece(tag, text, state.look, links or [], linked)
        piece.group, piece.cell, piece.furniture = state.group, state.cell, state.furniture
        self.pieces.append(piece)
        return piece
