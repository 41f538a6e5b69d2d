"""The walk over a region's markup: inline text is joined as a browser shows it, blocks and `<br>` end a piece."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from crawler.extraction.markup import images, tables
from crawler.extraction.markup.pieces import Link, Look, Piece
from crawler.extraction.markup.state import State, derive
from crawler.extraction.plain import are_parted, stored
from crawler.extraction.tree import hints
from crawler.extraction.tree.texts import is_wrap, text_length, texts

# Three calls of Python a level, of the thousand that it allows.
_MAX_DEPTH = 180
_BLOCKS = frozenset({"section", "figure", "picture"})
_SKIPPED = hints.SKIPPED_TAGS - {"object", "canvas"} | {"button", "input", "label", "map", "audio", "video"}
_GLUED = frozenset({"sup", "sub"})
_EMBEDS = {"iframe": "src", "embed": "src", "object": "data"}
# What a link says over several blocks; more of it would be kept with each of them.
_LONGEST_LABEL = 1000
# Below this share of the region's text, an element that is named as furniture is taken for it.
_FURNITURE_SHARE = 0.3
# An advertisement may be longer than what it stands in; only where it is nearly all, the name must be wrong.
_ADVERTISING_SHARE = 0.75


def walk(nodes: Sequence[LexborNode], least: int = 0) -> list[Piece]:
    """Turn a region's elements into pieces. `least`: size of the article's text where this is but a part of it."""
    if not nodes:
        return []
    return Walker(max(least, sum(map(text_length, nodes)))).run(nodes)


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

    def run(self, nodes: Sequence[LexborNode]) -> list[Piece]:
        """Walk the elements and everything below them."""
        state = State()
        for node in nodes:
            self._node(node, state, 0)
        self._flush(state)
        return self.pieces

    def _children(self, parent: LexborNode, state: State, depth: int) -> None:
        node = parent.first_child
        while node is not None:
            self._node(node, state, depth + 1)
            node = node.next

    def _node(self, node: LexborNode, state: State, depth: int) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "", state)
        elif tag == "br":
            if is_wrap(node, state.look.heading):
                self._parts.append(" ")
            else:
                self._break(state)
        elif tag == "img":
            self._image(node.attributes, state)
        elif tag in _EMBEDS:
            self._embed(node, tag, state, depth)
        elif tag and tag[0] not in hints.NO_LETTERS and tag not in _SKIPPED:
            if depth > _MAX_DEPTH:
                self._text(" ".join(texts(node)), state)
            else:
                self._element(node, tag, state, depth)

    def _element(self, node: LexborNode, tag: str, state: State, depth: int) -> None:
        attributes = node.attributes
        traits = hints.traits_of(tag, attributes)
        if traits.hidden:
            return
        names = traits.names
        inner = self._number(tag, derive(node, tag, names, attributes, state))
        if traits.furniture and not inner.furniture and self._is_furniture(node, tag, names):
            inner = replace(inner, furniture=f"markup:{names[:40] or tag}")
        block = traits.block or tag in _BLOCKS
        edge = bool(names) or tag == "time"
        self._edge = (self._edge or edge) and tag not in _GLUED
        if block:
            self._flush(state)
        if tag == "table" and (rows := tables.data_rows(node)):
            self._rows(rows, inner)
        elif tag == "a" and "href" in attributes:
            self._link(node, attributes, inner, depth)
        else:
            self._children(node, inner, depth)
        self._edge = self._edge or edge
        if block:
            self._flush(inner)
            self._broken = False

    def _number(self, tag: str, inner: State) -> State:
        if tag in ("table", "figure"):
            self._groups += 1
            return replace(inner, group=self._groups)
        if tag in ("td", "th"):
            self._cells += 1
            return replace(inner, cell=self._cells)
        return inner

    def _is_furniture(self, node: LexborNode, tag: str, names: str) -> bool:
        named = tag in hints.FURNITURE_TAGS and tag != "footer"
        if not named and not (names and hints.is_furniture(names)):
            return False
        share = _ADVERTISING_SHARE if hints.is_advertising(names) else _FURNITURE_SHARE
        return text_length(node) < self._size * share

    def _link(self, node: LexborNode, attributes: Mapping[str, str | None], state: State, depth: int) -> None:
        pieces, parts = len(self.pieces), len(self._parts)
        self._children(node, state, depth)
        inline = len(self.pieces) == pieces
        text = "".join(self._parts[parts:]) if inline else " ".join(texts(node))[:_LONGEST_LABEL]
        link = Link(attributes["href"] or "", stored(text), attributes.get("title") or "")
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

    def _image(self, attributes: Mapping[str, str | None], state: State) -> None:
        address = images.address(attributes)
        if address:
            self._flush(state)
            piece = self._add("image", stored(attributes.get("alt") or ""), state)
            piece.href, piece.title = address, stored(attributes.get("title") or "")

    def _embed(self, node: LexborNode, tag: str, state: State, depth: int) -> None:
        source = node.attributes.get(_EMBEDS[tag]) or node.attributes.get("data-src")
        if source:
            self._flush(state)
            self._add("embed", "", state).href = source
        if tag == "object" and depth <= _MAX_DEPTH:  # within another one, only what it shows
            self._children(node, state, _MAX_DEPTH)

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
        if not self._parts:
            self._edge = False
            return
        if text := stored("".join(self._parts)):
            piece = self._add(state.tag, text, state, self._links, self._linked)
            look = state.look
            piece.look = Look(look.align, self._bold, self._italic, look.heading, self._font_size, look.names)
            piece.soft = self._broken
            self._broken = False
        self._reset()

    def _add(self, tag: str, text: str, state: State, links: list[Link] | None = None, linked: int = 0) -> Piece:
        piece = Piece(tag, text, state.look, links or [], linked)
        piece.group, piece.cell, piece.furniture = state.group, state.cell, state.furniture
        self.pieces.append(piece)
        return piece
