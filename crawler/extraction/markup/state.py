"""What markup hands down to the text inside it: look, kind of piece, and whether it is furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborNode

from crawler.extraction.markup.pieces import Look
from crawler.extraction.tree import hints

_ITALIC = frozenset({"i", "em", "cite"})
_BOLD = frozenset({"b", "strong", "th"})
_TAGS = {"li": "li", "blockquote": "quote", "figcaption": "caption", "caption": "caption"}
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,4}(?:\.\d+)?)\s*(px|pt|em|rem|%)", re.IGNORECASE)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_ALIGN_STYLE = re.compile(r"text-align\s*:\s*(center|right)", re.IGNORECASE)
_ALIGN_NAMES = re.compile(r"(?<![a-z])(?:text-?|align-?)(center|right)(?![a-z])")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_CAPTION_NAMES = re.compile(
    r"caption|chu-?_?thich|(?<![a-z])(?:image|img|picture|photo)-?_?(?:desc|note|title|text)?(?![a-z])"
)
_LINES = re.compile(r"white-?space(?:-|\s*:\s*)pre")
_CAPTION_LENGTH = 500
_NAMES_LENGTH = 400
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class State:
    """What is inherited on the way down: `group` and `cell` as in `Piece`; `lines`: line ends are shown."""

    look: Look = field(default_factory=Look)
    tag: str = "p"
    group: int = 0
    cell: int = 0
    furniture: str = ""
    lines: bool = False


@dataclass(frozen=True, slots=True)
class _Dress:
    """What one element's tag and attributes change, None for what they leave.

    `captioned`: its names are those of captions.
    """

    align: str | None
    bold: bool
    italic: bool
    heading: int
    size: float
    names: str
    tag: str
    lines: bool
    captioned: bool


def derive(node: LexborNode, tag: str, names: str, attributes: Mapping[str, str | None], state: State) -> State:
    """The state inside an element with class and id `names`."""
    if not attributes:
        dress = _dress(tag, "", "", "", "")
    else:
        style = (attributes.get("style") or "")[: hints.LONGEST]
        dress = _dress(tag, names, style, attributes.get("align") or "", attributes.get("size") or "")
    if dress is None:
        return state
    kind = dress.tag
    if kind == "li" and state.furniture:
        kind = ""
    if not kind and dress.captioned and _is_caption_box(node):
        kind = "caption"
    return State(
        _look(dress, state.look),
        kind or state.tag,
        state.group,
        state.cell,
        state.furniture,
        state.lines or dress.lines,
    )


def _look(dress: _Dress, look: Look) -> Look:
    return Look(
        look.align if dress.align is None else dress.align,
        dress.bold or look.bold,
        dress.italic or look.italic,
        dress.heading or look.heading,
        dress.size or look.size,
        f"{look.names} {dress.names}"[-_NAMES_LENGTH:] if dress.names else look.names,
    )


@lru_cache(_REMEMBERED)
def _dress(tag: str, names: str, style: str, align: str, size: str) -> _Dress | None:
    """What an element changes, or None for nothing. A site's elements repeat, within a page and from page to page."""
    dress = _Dress(
        _alignment(tag, style, names, align.lower()),
        tag in _BOLD or _BOLD_STYLE.search(style) is not None,
        tag in _ITALIC or _ITALIC_STYLE.search(style) is not None,
        hints.HEADING_TAGS.get(tag, 0),
        _font_size(tag, style, size),
        names,
        _TAGS.get(tag, ""),
        tag == "pre" or _LINES.search(f"{names} {style}") is not None,
        _CAPTION_NAMES.search(names) is not None,
    )
    return None if dress == _UNCHANGED else dress


_UNCHANGED = _Dress(None, False, False, 0, 0.0, "", "", False, False)


def _font_size(tag: str, style: str, size: str) -> float:
    if styled := _SIZE.search(style):
        return round(float(styled[1]) * _PIXELS[styled[2].lower()], 1)
    return _FONT_SIZES.get(size, 0.0) if tag == "font" else 0.0


def _alignment(tag: str, style: str, names: str, align: str) -> str | None:
    """The alignment that an element sets: center, right, "" for any other, or None for none."""
    if tag == "center":
        return "center"
    if align and tag not in ("table", "img"):
        return align if align in ("center", "right") else ""
    if "text-align" in style.lower():
        found = _ALIGN_STYLE.search(style)
        return found[1].lower() if found else ""
    named = _ALIGN_NAMES.search(names)
    return named[1] if named else None


def _is_caption_box(node: LexborNode) -> bool:
    """Whether an element named after pictures is small and holds none: the caption, not a wrapper of both."""
    return len(node.text()) < _CAPTION_LENGTH and node.css_first("img") is None
