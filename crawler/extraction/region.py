"""Where on the page the article is: its content element, and the parts above and below that belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from crawler.extraction.evidence import Evidence
from crawler.extraction.title import Heading, find_heading
from crawler.extraction.tree.outline import Element, Outline
from crawler.extraction.tree.prose import Prose, after, measure
from crawler.extraction.wording.chrome import starts_footer, starts_related

_DOMINANT = 0.6
_ENOUGH = 60.0


@dataclass(frozen=True, slots=True)
class Region:
    """The article's place. `start` to `end` are its lines; `nodes` its top elements in reading order."""

    heading: Heading | None
    nodes: tuple[LexborNode, ...]
    start: int
    end: int
    prose: float


def find_region(page: Outline, evidence: Evidence) -> Region:
    """Choose heading and content together: each is judged by its distance to the other."""
    prose = measure(page)
    if not page.elements:
        return Region(None, (), 0, 0, 0.0)
    guess = _dominant(prose, 0)
    heading = find_heading(page, evidence, prose, prose.first_line(guess))
    seen = after(prose, heading.line + 1) if heading else prose
    content = _dominant(seen, 0) if seen.of(0) >= _ENOUGH else None
    if content is None:
        content = _surroundings(page, heading) if heading else guess
    parts = _parts(page, seen, content, heading)
    if not parts:
        return Region(heading, (), 0, 0, 0.0)
    return Region(heading, tuple(part.node for part in parts), parts[0].first, parts[-1].end, seen.of(content))


def _dominant(prose: Prose, index: int) -> int:
    """Descend from an element while one child holds most of its running text."""
    elements = prose.page.elements
    while True:
        children = elements[index].children
        best = max(children, key=prose.of, default=None)
        if best is None or prose.of(best) < _DOMINANT * prose.of(index) or prose.of(best) <= 0:
            return index
        if elements[best].tag in ("p", "span", "font", "b", "strong", "i", "em", "a", "u", "h1", "h2", "h3"):
            return index
        index = best


def _surroundings(page: Outline, heading: Heading) -> int:
    """Where there is no running text after the heading: the least element that holds more lines than the heading."""
    chain = page.ancestors(page.lines[heading.line].element)
    for index in chain:
        if page.elements[index].end > heading.line + 1:
            return index
    return chain[-1]


def _parts(page: Outline, prose: Prose, content: int, heading: Heading | None) -> list[Element]:
    """The content element, with its siblings up to the heading's element above, and what follows until furniture."""
    elements = page.elements
    if heading is None:
        return [elements[content]]
    top = page.common(page.lines[heading.line].element, content)
    before: list[Element] = []
    behind: list[Element] = []
    closed = False
    index = content
    while index != top:
        parent = elements[index].parent
        siblings = elements[parent].children
        place = siblings.index(index)
        above = [elements[i] for i in siblings[:place] if elements[i].end > heading.line and not _is_other(page, prose, elements[i])]
        before = above + before
        for i in siblings[place + 1 :]:
            if not closed and _closes(page, prose, elements[i]):
                closed = True
            if not closed and not _is_other(page, prose, elements[i]):
                behind.append(elements[i])
        index = parent
    return [*before, elements[content], *behind]


def _closes(page: Outline, prose: Prose, element: Element) -> bool:
    """Whether the article has ended before this element: other news, comments or the footer begin here."""
    if element.tag == "footer" and element.end - element.first > 12:
        return True
    for at in range(element.first, min(element.end, element.first + 2)):
        line = page.lines[at]
        if len(line.text) < 60 and (starts_related(line.text) or starts_footer(line.text)):
            return True
    links = sum(page.lines[at].is_link for at in range(element.first, element.end))
    return links > 8 and links * 2 > element.end - element.first


def _is_other(page: Outline, prose: Prose, element: Element) -> bool:
    """Whether an element beside the content is furniture by its markup and holds no text to speak of."""
    return element.furniture and prose.of(element.index) < _ENOUGH and element.tag != "footer"
