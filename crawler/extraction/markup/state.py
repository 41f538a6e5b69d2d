"""What markup hands down to the text inside it: look, kind of piece, and whether it is furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bs4.element import Tag

from crawler.extraction.markup import tables
from crawler.extraction.markup.pieces import Look
from crawler.extraction.tree import hints

_ITALIC = frozenset({"i", "em", "cite"})
_BOLD = frozenset({"b", "strong", "th"})
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


@dataclass(slots=True)
class State:
    """What is inherited on the way down: `group` and `cell` as in `Piece`; `lines`: line ends are shown."""

    look: Look = field(default_factory=Look)
    tag: str = "p"
    group: int = 0
    cell: int = 0
    furniture: str = ""
    lines: bool = False


def names_of(tag: Tag) -> str:
    """Class and id of an element, lower case."""
    if not tag.attrs:
        return ""
    classes = tag.get("class")
    words = " ".join(classes) if isinstance(classes, list) else str(classes or "")
    return f"{words} {tag.get('id') or ''}".strip().lower()


def is_hidden(tag: Tag, names: str) -> bool:
    """Whether an element is hidden by attribute, style or class."""
    return bool(tag.attrs) and (tag.has_attr("hidden") or hints.is_hidden(names, str(tag.get("style") or "")))


def derive(tag: Tag, names: str, state: State) -> State:
    """The state inside `tag`."""
    inner = replace(state, look=_look(tag, names, state.look))
    inner.lines = state.lines or tag.name == "pre" or _shows_lines(tag, names)
    if tag.name == "li" and not state.furniture:
        inner.tag = "li"
    elif tag.name == "blockquote":
        inner.tag = "quote"
    elif tag.name in ("figcaption", "caption") or (names and _CAPTION_NAMES.search(names) and _is_caption_box(tag)):
        inner.tag = "caption"
    return inner


def _shows_lines(tag: Tag, names: str) -> bool:
    style = str(tag.get("style") or "") if tag.attrs else ""
    return bool(("space" in names or "space" in style) and _LINES.search(f"{names} {style}"))


def _look(tag: Tag, names: str, look: Look) -> Look:
    style = str(tag.get("style") or "") if tag.attrs else ""
    changes: dict[str, object] = {}
    if align := _alignment(tag, style, names):
        changes["align"] = align if align != "justify" else ""
    if size := _font_size(tag, style):
        changes["size"] = size
    if tag.name in _BOLD or (style and _BOLD_STYLE.search(style)):
        changes["bold"] = True
    if tag.name in _ITALIC or (style and _ITALIC_STYLE.search(style)):
        changes["italic"] = True
    if tag.name in tables.HEADINGS:
        changes["heading"] = int(tag.name[1])
    if names:
        changes["names"] = f"{look.names} {names}"[-_NAMES_LENGTH:]
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]


def _font_size(tag: Tag, style: str) -> float:
    if style and (size := _SIZE.search(style)):
        return round(float(size[1]) * _PIXELS[size[2].lower()], 1)
    return _FONT_SIZES.get(str(tag.get("size") or ""), 0.0) if tag.name == "font" else 0.0


def _alignment(tag: Tag, style: str, names: str) -> str:
    """The alignment that an element sets: center, right, justify for any other, or "" for none."""
    if tag.name == "center":
        return "center"
    value = str(tag.get("align") or "").lower() if tag.attrs else ""
    if value and tag.name not in ("table", "img"):
        return value if value in ("center", "right") else "justify"
    if style and "text-align" in style.lower():
        found = _ALIGN_STYLE.search(style)
        return found[1].lower() if found else "justify"
    named = _ALIGN_NAMES.search(names) if names else None
    return named[1] if named else ""


def _is_caption_box(tag: Tag) -> bool:
    """Whether an element named after pictures is small and holds none: the caption, not a wrapper of both."""
    return len(tag.get_text()) < _CAPTION_LENGTH and tag.find("img") is None
