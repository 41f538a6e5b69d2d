"""The walk over a region's markup: inline text is joined as a browser shows it, blocks and `<br>` end a piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from crawler.extraction.markup import images, tables
from crawler.extraction.markup.pieces import Link, Look, Piece
from crawler.extraction.plain import stored
from crawler.extraction.tree import hints

_MAX_DEPTH = 180
_BLOCKS = hints.BLOCK_TAGS | {"section", "figure", "picture"}
_SKIPPED = hints.SKIPPED_TAGS - {"object", "canvas"} | {"button", "input", "label", "map", "audio", "video"}
_ITALIC = frozenset({"i", "em", "cite"})
_BOLD = frozenset({"b", "strong", "th"})
_EMBEDS = {"iframe": "src", "embed": "src", "object": "data"}
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(px|pt|em|rem|%)", re.IGNORECASE)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_ALIGN_NAMES = re.compile(r"(?<![a-z])(?:text-?|align-?)(center|right)(?![a-z])")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_CAPTION_NAMES = re.compile(
    r"caption|chu-?_?thich|(?<![a-z])(?:image|img|picture|photo)-?_?(?:desc|note|title|text)?(?![a-z])"
)
_CAPTION_LENGTH = 500
# Below this share of the region's text, an element that is named as furniture is taken for it.
_FURNITURE_SHARE = 0.3


def walk(html: str, least: int = 0) -> list[Piece]:
    """Turn a region's HTML into pieces. `least`: size of the article's text where this is but a part of its region."""
    if not html:
        return []
    soup = BeautifulSoup(html, "lxml")
    return Walker(max(least, len(soup.get_text()))).run(soup)


@dataclass(slots=True)
class _State:
    """What is inherited on the way down."""

    look: Look = field(default_factory=Look)
    tag: str = "p"
    group: int = 0
    cell: int = 0
    furniture: str = ""


def _names(tag: Tag) -> str:
    classes = tag.get("class")
    words = " ".join(classes) if isinstance(classes, list) else str(classes or "")
    return f"{words} {tag.get('id') or ''}".strip().lower()


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or hints.is_hidden(_names(tag), str(tag.get("style") or ""))


def _is_caption_box(tag: Tag) -> bool:
    """Whether an element named after pictures is small and holds none: the caption, not a wrapper of both."""
    return len(tag.get_text()) < _CAPTION_LENGTH and tag.find("img") is None


def _alignment(tag: Tag, style: str, names: str) -> str:
    """The alignment that an element sets: center, right, justify for any other, or "" for none."""
    if tag.name == "center":
        return "center"
    value = str(tag.get("align") or "").lower()
    if value and tag.name not in ("table", "img"):
        return value if value in ("center", "right") else "justify"
    if style and "text-align" in style.lower():
        found = _ALIGN_STYLE.search(style)
        return found[1].lower() if found else "justify"
    named = _ALIGN_NAMES.search(names) if names else None
    return named[1] if named else ""


class Walker:
    """One walk: the pieces so far, and the text being collected with its look."""

    def __init__(self, size: int) -> None:
        self.pieces: list[Piece] = []
        self._size = max(size, 1)
        self._groups = self._cells = 0
        self._reset()
        self._blank = False
        self._broken = False

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._links: list[Link] = []
        self._linked = 0
        self._bold = self._italic = True
        self._size_of_text = 0.0

    def run(self, soup: Tag) -> list[Piece]:
        """Walk everything below `soup`."""
        state = _State()
        self._children(soup, state, 0)
        self._flush(state)
        return self.pieces

    def _children(self, parent: Tag, state: _State, depth: int) -> None:
        for child in parent.children:
            if isinstance(child, Tag):
                self._element(child, state, depth + 1)
            elif type(child) is NavigableString:
                self._text(str(child), state)

    def _element(self, tag: Tag, state: _State, depth: int) -> None:
        name = tag.name
        if name == "br":
            self._break(state)
        elif name == "img":
            self._image(tag, state)
        elif name in _EMBEDS:
            self._embed(tag, state)
        elif name not in _SKIPPED and not _is_hidden(tag):
            if depth > _MAX_DEPTH:
                self._text(tag.get_text(" "), state)
            else:
                self._open(tag, state, depth)

    def _open(self, tag: Tag, state: _State, depth: int) -> None:
        inner = self._state_of(tag, state)
        block = tag.name in _BLOCKS
        if block:
            self._flush(state)
        if tag.name == "table" and (rows := tables.data_rows(tag)):
            self._rows(rows, inner)
        elif tag.name == "a" and tag.has_attr("href"):
            self._link(tag, inner, depth)
        else:
            self._children(tag, inner, depth)
        if block:
            self._flush(inner)
            self._broken = False

    def _state_of(self, tag: Tag, state: _State) -> _State:
        name, names = tag.name, _names(tag)
        style = str(tag.get("style") or "")
        look = state.look
        changes: dict[str, object] = {}
        if align := _alignment(tag, style, names):
            changes["align"] = align if align != "justify" else ""
        if style and (size := _SIZE.search(style)):
            changes["size"] = round(float(size[1].rstrip(".") or 0) * _PIXELS[size[2].lower()], 1)
        if name in _BOLD or (style and _BOLD_STYLE.search(style)):
            changes["bold"] = True
        if name in _ITALIC or (style and _ITALIC_STYLE.search(style)):
            changes["italic"] = True
        if name in tables.HEADINGS:
            changes["heading"] = int(name[1])
        if names:
            changes["names"] = f"{look.names} {names}"[-400:]
        inner = replace(state, look=replace(look, **changes)) if changes else replace(state)  # type: ignore[arg-type]
        if name in ("table", "figure"):
            self._groups += 1
            inner.group = self._groups
        if name in ("td", "th"):
            self._cells += 1
            inner.cell = self._cells
        if name == "li" and not state.furniture:
            inner.tag = "li"
        elif name == "blockquote":
            inner.tag = "quote"
        elif name in ("figcaption", "caption") or (names and _CAPTION_NAMES.search(names) and _is_caption_box(tag)):
            inner.tag = "caption"
        if not inner.furniture and self._is_furniture(tag, names):
            inner.furniture = f"markup:{names[:40] or name}"
        return inner

    def _is_furniture(self, tag: Tag, names: str) -> bool:
        named = tag.name in hints.FURNITURE_TAGS and tag.name != "footer"
        if not named and not (names and tag.name not in ("article", "main", "body") and hints.is_furniture(names)):
            return False
        return len(tag.get_text()) < self._size * _FURNITURE_SHARE

    def _link(self, tag: Tag, state: _State, depth: int) -> None:
        pieces, parts = len(self.pieces), len(self._parts)
        self._children(tag, state, depth)
        text = "".join(self._parts[parts:]) if len(self.pieces) == pieces else ""
        link = Link(str(tag["href"]), stored(text or tag.get_text(" ")), str(tag.get("title") or ""))
        if len(self.pieces) == pieces:
            self._links.append(link)
            self._linked += len(link.text)
            return
        for piece in self.pieces[pieces:]:  # blocks inside a link: each of them is linked
            piece.links.append(link)
            piece.linked = len(piece.text)

    def _rows(self, rows: list[tables.Row], state: _State) -> None:
        for row in rows:
            text = stored(row.text)
            if text:
                links = [Link(href, stored(label)) for href, label in row.links]
                self.pieces.append(
                    Piece("row", text, state.look, links, sum(len(link.text) for link in links), group=state.group)
                )
                self.pieces[-1].furniture = state.furniture

    def _image(self, tag: Tag, state: _State) -> None:
        address = images.address(tag)
        if address:
            self._flush(state)
            alt = stored(str(tag.get("alt") or ""))
            piece = Piece(
                "image", alt, state.look, group=state.group, cell=state.cell, furniture=state.furniture, href=address
            )
            piece.title = stored(str(tag.get("title") or ""))
            self.pieces.append(piece)

    def _embed(self, tag: Tag, state: _State) -> None:
        source = str(tag.get(_EMBEDS[tag.name]) or tag.get("data-src") or "")
        if source:
            self._flush(state)
            self.pieces.append(
                Piece(
                    "embed", "", state.look, group=state.group, cell=state.cell, furniture=state.furniture, href=source
                )
            )
        if tag.name == "object":
            self._children(tag, state, _MAX_DEPTH)

    def _break(self, state: _State) -> None:
        if self._parts and "".join(self._parts).strip():
            self._flush(state)
            self._broken = True
        else:
            self._broken = False  # a second break: an empty line

    def _text(self, text: str, state: _State) -> None:
        if not text:
            return
        self._parts.append(text)
        if not text.isspace():
            self._bold &= state.look.bold or state.look.heading > 0
            self._italic &= state.look.italic
            self._size_of_text = self._size_of_text or state.look.size

    def _flush(self, state: _State) -> None:
        text = stored("".join(self._parts)) if self._parts else ""
        if text:
            look = replace(state.look, bold=self._bold, italic=self._italic, size=self._size_of_text)
            piece = Piece(
                state.tag, text, look, self._links, self._linked, self._broken, state.group, state.cell, state.furniture
            )
            self.pieces.append(piece)
            self._broken = False
        self._reset()
