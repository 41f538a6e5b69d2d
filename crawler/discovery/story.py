"""The room that a page's own story leaves for a list: little on an article's page, much on a listing."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.extraction.document import Document

# A paragraph of running text, in characters; a headline, in words.
LEAST_PARAGRAPH = 60
LEAST_HEADLINE = 4
# Stories link to others here and there; teasers do so each.
STORY_PER_LINK = 500


def room_for_list(document: Document) -> float:
    """Give the most (0 to 1) that a list may take of a page's headlines and running text.

    The story is the box with the most text in paragraphs of its own. Where it links as often as a list does, or the
    page has no such box, nothing is known, and the room is 1.
    """
    stories: dict[int, int] = {}
    boxes: dict[int, LexborNode] = {}
    for paragraph in document.tree.css("p"):
        length = len(paragraph.text())
        box = paragraph.parent
        if length >= LEAST_PARAGRAPH and box is not None:
            stories[box.mem_id] = stories.get(box.mem_id, 0) + length
            boxes[box.mem_id] = box
    if not stories:
        return 1.0
    longest = max(stories, key=lambda box: stories[box])
    story = stories[longest]
    if len(_headlines(boxes[longest])) * STORY_PER_LINK > story:
        return 1.0
    rest = sum(stories.values()) - story + sum(_headlines(document.tree))
    return rest / (rest + story)


def _headlines(place: LexborNode | LexborHTMLParser) -> list[int]:
    """Give the lengths of the links in a place that are worded like headlines."""
    texts = (link.text() for link in place.css("a[href]"))
    return [len(text) for text in texts if len(text.split()) >= LEAST_HEADLINE]
