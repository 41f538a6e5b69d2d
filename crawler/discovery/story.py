"""The room that a page's own story leaves for a list: little on an article's page, much on a listing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.extraction.document import Document

# A paragraph of running text, in characters; a headline, in words.
LEAST_PARAGRAPH = 60
LEAST_HEADLINE = 4
# Stories link to others here and there; teasers do so each.
STORY_PER_LINK = 500
# So little room decides: texts outside of paragraphs need no look.
LITTLE = 0.4
BOXES = "div, td, section, article, main"

Paragraphs = Iterable[tuple[LexborNode, int]]


def room_for_list(document: Document) -> float:
    """Give the most (0 to 1) that a list may take of a page's headlines and running text.

    The story is the box with the most text in paragraphs of its own, be they marked as such or not. Where it links as
    often as a list does, only what stands before the first of these links is sure to be the story's. Where nothing is
    known, the room is 1.
    """
    headlines = sum(_headlines(document.tree))
    marked = list(_paragraphs(document.tree))
    room = _room(marked, headlines)
    return room if room <= LITTLE else min(room, _room(chain(marked, _bare_paragraphs(document.tree)), headlines))


def _room(paragraphs: Paragraphs, headlines: int) -> float:
    stories: dict[int, int] = {}
    boxes: dict[int, LexborNode] = {}
    for box, length in paragraphs:
        stories[box.mem_id] = stories.get(box.mem_id, 0) + length
        boxes[box.mem_id] = box
    if not stories:
        return 1.0
    longest = max(stories, key=lambda box: stories[box])
    story = stories[longest]
    if len(_headlines(boxes[longest])) * STORY_PER_LINK > story:
        story = min(story, _before_links(boxes[longest]))
    rest = sum(stories.values()) - story + headlines
    return rest / (rest + story)


def _paragraphs(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, int]]:
    """Give the lengths of the paragraphs of running text, each with the box that it stands in."""
    for node in tree.css("p"):
        length = len(node.text())
        if length >= LEAST_PARAGRAPH and node.parent is not None:
            yield node.parent, length


def _bare_paragraphs(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, int]]:
    """Give those that are not marked as such: texts parted by line breaks, or each in a box of its own."""
    for node in tree.css(BOXES):
        length = len(node.text(deep=False).strip())
        if length >= LEAST_PARAGRAPH and node.parent is not None:
            yield (node if node.css_first("br") is not None else node.parent), length


def _before_links(box: LexborNode) -> int:
    """Measure the paragraphs in a box that end before its first headline: what follows may be a list."""
    lengths = [0]
    for node in box.css("p, a[href]"):
        if node.tag == "p":
            lengths.append(len(node.text()))
        elif _is_headline(node.text()):
            # The headline may stand in the last of them.
            return sum(lengths[:-1])
    return 0


def _headlines(place: LexborNode | LexborHTMLParser) -> list[int]:
    """Give the lengths of the links in a place that are worded like headlines."""
    texts = (link.text() for link in place.css("a[href]"))
    return [len(text) for text in texts if _is_headline(text)]


def _is_headline(text: str) -> bool:
    return len(text.split()) >= LEAST_HEADLINE
