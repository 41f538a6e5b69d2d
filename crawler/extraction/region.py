"""Where on the page the article is: its content element, and the parts above and below that belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from crawler.extraction.evidence import Evidence
from crawler.extraction.title import Heading, find_heading
from crawler.extraction.tree import hints
from crawler.extraction.tree.outline import Element, Outline
from crawler.extraction.tree.prose import Prose, after, measure, raw_weight, short_lines
from crawler.extraction.wordings import starts_comments, starts_related

_DOMINANT = 0.6
_ENOUGH = 60.0
_LISTED = 200.0
_INLINE = frozenset(["p", "span", "font", "b", "strong", "i", "em", "a", "u", "h1", "h2", "h3", "h4"])
_TEXT = frozenset(["p", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5"])
_FILES = ", ".join(f'a[href$=".{extension}"]' for extension in ("pdf", "doc", "docx", "xls", "xlsx", "zip", "rar"))
_ROWS = frozenset(["tbody", "thead", "tfoot", "tr"])
_CAPTION_LINES = 2
# How far the article may go on beyond the element that holds heading and text: files and bylines in the next box.
_LEVELS_BEYOND, _LINES_BEYOND = 3, 6


@dataclass(frozen=True, slots=True)
class Region:
    """The article's place: `nodes` hold its text, `behind` what stands below it.

    `start` to before `end` are the lines of both.
    """

    heading: Heading | None
    nodes: tuple[LexborNode, ...]
    behind: tuple[LexborNode, ...]
    start: int
    end: int


def find_region(page: Outline, evidence: Evidence) -> Region:
    """Choose heading and content together: each is judged by its distance to the other."""
    if not page.elements:
        return Region(None, (), (), 0, 0)
    prose = measure(page)
    heading = find_heading(page, evidence, prose, _dominant(prose))
    seen = after(prose, heading.line + 1) if heading else prose
    content = _dominant(seen)
    if heading and seen.of(0) < _ENOUGH:
        listed = short_lines(prose, heading.line + 1)
        content = _dominant(listed) if listed.of(0) >= _LISTED else _surroundings(page, heading)
    content = _own_story(seen, _whole(seen, content, heading), heading)
    above = _above(page, seen, content, heading)
    behind = _behind(page, seen, content, heading)
    parts = [*above, page.elements[content], *behind]
    return Region(
        heading,
        tuple(part.node for part in parts[: len(above) + 1]),
        tuple(part.node for part in behind),
        parts[0].first,
        parts[-1].end,
    )


def _dominant(prose: Prose) -> int:
    """Descend from the body while one child holds most of its running text; stop above single paragraphs."""
    elements = prose.page.elements
    index = 0
    while True:
        best = max(elements[index].children, key=prose.of, default=None)
        if best is None or prose.of(best) <= 0 or prose.of(best) < _DOMINANT * prose.of(index):
            break
        index = best
    while elements[index].parent >= 0 and _is_single(elements[index]):
        index = elements[index].parent
    return index


def _whole(prose: Prose, content: int, heading: Heading | None) -> int:
    """Widen the content to the box in which its text goes on: in plain paragraphs, or in the next row of its kind.

    Layout tables and page builders part one text into boxes, the first of which may hold most of it.
    """
    if heading is None:
        return content
    elements = prose.page.elements
    index = content
    while (parent := elements[index].parent) >= 0 and elements[index].first > heading.line:
        following = (elements[child] for child in elements[parent].children if child > index)
        if any(prose.of(other.index) > 0 and _goes_on(elements[index], other) for other in following):
            content = parent
        index = parent
    return content


def _goes_on(element: Element, other: Element) -> bool:
    """Whether an element behind another one may hold more of the same text: bare text, or a box of the same name."""
    if other.tag in _TEXT:
        return not other.furniture
    alike = element.tag == other.tag and element.names.partition(" ")[0] == other.names.partition(" ")[0] != ""
    return alike and not other.furniture


def _is_single(element: Element) -> bool:
    return element.tag in _INLINE or element.tag in _ROWS or element.end - element.first <= 1


def _own_story(prose: Prose, content: int, heading: Heading | None) -> int:
    """The heading's own `article` element, where the content holds further stories: pages that load on and on."""
    if heading is None:
        return content
    elements = prose.page.elements
    chain = prose.page.ancestors(prose.page.lines[heading.line].element)
    own = next((index for index in chain if elements[index].tag == "article"), -1)
    if own < 0 or prose.of(own) < _ENOUGH or not _holds_another(prose.page, own, heading):
        return content
    return own


def _holds_another(page: Outline, own: int, heading: Heading) -> bool:
    """Whether behind the story there is an `article` element beside it with a heading of the same rank."""
    elements = page.elements
    rank = page.lines[heading.line].heading
    beside = elements[elements[own].parent].children if elements[own].parent >= 0 else ()
    return rank > 0 and any(
        index > own
        and elements[index].tag == "article"
        and any(page.lines[at].heading == rank for at in range(elements[index].first, elements[index].end))
        for index in beside
    )


def _surroundings(page: Outline, heading: Heading) -> int:
    """Where there is no running text after the heading: the least element that holds more lines than the heading."""
    chain = page.ancestors(page.lines[heading.line].element)
    return next((index for index in chain if page.elements[index].end > heading.line + 1), chain[-1])


def _above(page: Outline, prose: Prose, content: int, heading: Heading | None) -> list[Element]:
    """The elements between the heading and the content, the heading's own among them."""
    if heading is None:
        return []
    elements = page.elements
    top = page.common(page.lines[heading.line].element, content)
    parts: list[Element] = []
    index = content
    while index != top:
        parent = elements[index].parent
        siblings = [elements[i] for i in elements[parent].children if i < index]
        below = [part for part in siblings if part.end > heading.line]
        parts = [part for part in below if _is_picture(page, part) or not _is_other(prose, part)] + parts
        index = parent
    return parts


def _behind(page: Outline, prose: Prose, content: int, heading: Heading | None) -> list[Element]:
    """What follows the content inside the article's box, and shortly beyond it, until furniture begins."""
    elements = page.elements
    top = page.common(page.lines[heading.line].element, content) if heading else content
    parts: list[Element] = []
    index, beyond = content, 0
    while elements[index].parent >= 0 and beyond <= _LEVELS_BEYOND:
        beyond += beyond > 0 or index == top
        parent = elements[index].parent
        for i in elements[parent].children:
            if i <= index:
                continue
            part = elements[i]
            if _closes(page, part) or (beyond and _is_elsewhere(prose, part)):
                return parts
            if not _is_other(prose, part):
                parts.append(part)
        index = parent
    return parts


def _closes(page: Outline, element: Element) -> bool:
    """Whether the article has ended before this element: other news, comments or the page's footer begin here."""
    if element.tag == "footer" and element.end - element.first > 12:
        return True
    for at in range(element.first, min(element.end, element.first + 2)):
        line = page.lines[at]
        if len(line.text) < 60 and (starts_related(line.text) or starts_comments(line.text)):
            return True
    links = sum(page.lines[at].is_link for at in range(element.first, element.end))
    return links > 8 and links * 2 > element.end - element.first


def _is_elsewhere(prose: Prose, element: Element) -> bool:
    """Whether an element beyond the article's box is more than a line or two of files or names."""
    if element.furniture or hints.is_side_column(element.names, element.attributes):
        return True
    lines = prose.page.lines[element.first : element.end]
    return len(lines) > _LINES_BEYOND or any(raw_weight(line) > 0 for line in lines)


def _is_picture(page: Outline, element: Element) -> bool:
    """Whether an element is a picture with its caption at most, wherever it floats: `figure.left`, a narrow table."""
    lines = page.lines[element.first : element.end]
    if len(lines) > _CAPTION_LINES or any(line.linked for line in lines):
        return False
    return element.tag in ("figure", "table", "div") and element.node.css_first("img") is not None


def _is_other(prose: Prose, element: Element) -> bool:
    """Whether an element beside the content is a side column, or furniture that holds no text to speak of."""
    if hints.is_side_column(element.names, element.attributes):
        return True
    if not element.furniture or element.tag == "footer" or _offers_file(element):
        return False
    return prose.of(element.index) < _ENOUGH


def _offers_file(element: Element) -> bool:
    """Whether a box that is named as furniture ("news-related-files") holds links to files."""
    return element.tag not in hints.FURNITURE_TAGS and element.node.css_first(_FILES) is not None
