"""What a site's memory keeps of a page: its lines as fingerprints, and how each line of the body stands to the others.

A box of the template has a container of its own; a closing sentence stands where the editor wrote the rest. So a place
tells the *container* (the element around a line and whatever only wraps it), the line's *shape* in it (the tags
between) and its *dress* (their class and id).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.fingerprints import figures_fingerprint, fingerprint, letters
from crawler.extraction.plain import word_count
from crawler.extraction.tree.outline import Line, Outline

# Bytes of letters by which a block and the line that it begins with know each other; wrapped lines were joined.
_KEY = 32
_PROSE = 60
_LEAST_LINE = 12
_HEADLINE_WORDS = 5
_TEASER_LINES = 3
_MOST_LINES = 200
# These an editor writes into the text with a container of their own: no box of the template by that alone.
_HELD = frozenset({BlockKind.LEAD, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.QUOTE})
_FIGURES = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = _HEADINGS | {"p", "div", "span", "em", "i", "b", "strong", "font", "u", "center"}
# The classes of text that was pasted from Word: the author's, not the template's.
_PASTED = re.compile(r"\bmso[\w-]*")
_LISTS = frozenset({"ul", "ol", "table", "blockquote"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where one block of the body stands. `group`: container and shape, 0 if unknown; both numbers are the page's own.

    `prose`: it is long enough to be told from other articles' text. `held`: a lead, list item, table row or quote.
    """

    fingerprint: int
    group: int
    dress: int
    prose: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """One page: `body` follows the article's body blocks; `lines` are the plain lines that tease nothing."""

    body: tuple[Place, ...] = ()
    lines: tuple[int, ...] = ()


def sketch(page: Outline, start: int, end: int, blocks: Sequence[Block]) -> Sketch:
    """Sketch a page whose article stands on the lines from `start` to before `end`."""
    body = [block for block in blocks if block.in_body]
    places = _Places(page, start, end) if body else None
    return Sketch(tuple(places.of(block) for block in body) if places else (), tuple(_plain_lines(page.lines)))


def _fingerprint(block: Block) -> int:
    """Of a row or an item the figures count: the table of prices of every week has the same words."""
    return (figures_fingerprint if block.kind in _FIGURES else fingerprint)(block.text)


def _plain_lines(lines: Sequence[Line]) -> Iterator[int]:
    """Fingerprints of the lines that stand once and outside of links, unless a headline above makes them its teaser."""
    headline = -_TEASER_LINES - 1
    found: Counter[int] = Counter()
    for line in lines:
        if line.is_link:
            if word_count(line.text) >= _HEADLINE_WORDS:
                headline = line.index
        elif line.index - headline > _TEASER_LINES and len(line.text) >= _LEAST_LINE:
            found[fingerprint(line.text)] += 1
    once = (key for key, count in found.items() if count == 1)
    for _, key in zip(range(_MOST_LINES), once, strict=False):
        yield key


class _Places:
    """The places of one page's blocks, each found by the line that it begins with."""

    def __init__(self, page: Outline, start: int, end: int) -> None:
        self.page = page
        self.lines: dict[bytes, list[int]] = {}
        for line in reversed(page.lines[start:end]):
            self.lines.setdefault(letters(line.text)[:_KEY], []).append(line.index)
        self.groups: dict[object, int] = {}
        self.dresses: dict[str, int] = {}

    def of(self, block: Block) -> Place:
        """The place of the next block in reading order."""
        row = block.kind is BlockKind.TABLE_ROW
        text = block.text.partition(" | ")[0] if row else block.text
        waiting = self.lines.get(letters(text)[:_KEY])
        prose = len(block.text) >= _PROSE
        if not waiting:
            return Place(_fingerprint(block), 0, 0, prose, True)
        container, shape, names = self._container(waiting.pop() if len(waiting) > 1 else waiting[0], listed=row)
        group = self.groups.setdefault((container, shape), len(self.groups) + 1)
        dress = self.dresses.setdefault(names, len(self.dresses))
        held = block.kind in _HELD or self.page.elements[container].tag in _LISTS
        return Place(_fingerprint(block), group, dress, prose, held)

    def _container(self, at: int, *, listed: bool) -> tuple[int, str, str]:
        elements = self.page.elements
        top = elements[self.page.lines[at].element]
        if listed:
            chain = self.page.ancestors(top.index)
            return next((index for index in chain if elements[index].tag == "table"), chain[-1]), "row", ""
        shape, names = "", ""
        while top.parent >= 0 and top.end - top.first <= 1:
            # Editors write a paragraph or heading as <p>, as <div>, as <h3>, and as one within the other.
            shape = shape if top.tag in _PARAGRAPHS else f"{shape} {top.tag}"
            names = f"{names} {_PASTED.sub('', top.names)}".strip()
            top = elements[top.parent]
        return top.index, shape, names
