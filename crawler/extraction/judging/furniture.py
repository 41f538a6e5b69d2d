"""What stands within the region and is none of the article: bars, counters, tags, related articles, pointers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from crawler.extraction.addresses import absolute
from crawler.extraction.blocks import BlockKind
from crawler.extraction.judging.draft import Draft, running_span
from crawler.extraction.plain import ends_sentence
from crawler.extraction.remembering import contains
from crawler.extraction.slots import is_date_line
from crawler.extraction.wording.bylines import is_name_line, parse_byline
from crawler.extraction.wordings import chrome_reason, starts_comments, starts_related

# The reason for which a line that is a picture's file name is left out.
FILE_NAME = "a picture's file name"
_SHORT = 160
_REPEATED = 80
_HEADLINE_WORDS = 4
_LISTED_WORDS = 6
_FILE_NAME = re.compile(r"[^/\\]{1,120}\.(?:jpe?g|png|gif|bmp|webp)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]|\d\s*[/.:\-]\s*\d")
_is_author_box = contains(r"author-?_?(?:block|box|bio|desc|details|info)|about-?_?(?:the-?_?)?author|user-?_?bio")
_MONTH = re.compile(r"(?:tháng|thg|th|t)\.?\s?\d{1,2}(?:[\s,/]+\d{4})?", re.IGNORECASE)
# Reasons whose wordings an article may well use as a heading of its own.
_AMBIGUOUS = frozenset({"navigation", "widget", "form", "rating", "tools", "counter", "footer", "welcome", "notice"})


def mark_furniture(drafts: Sequence[Draft], base: str) -> None:
    """Judge markup furniture, furniture wordings, related articles and lone links."""
    for item in drafts:
        if item.kind is not None and item.piece.furniture and item.kind is not BlockKind.ATTACHMENT:
            item.judge(BlockKind.CHROME, item.piece.furniture)
        elif item.in_body and item.words > _LISTED_WORDS and _presents_author(item):
            item.judge(BlockKind.CHROME, "about the author")
    first, last = running_span(drafts)
    for at, item in enumerate(drafts):
        if not item.in_body or len(item.text) > 3 * _SHORT:
            continue
        reason = "comments" if starts_comments(item.text) else chrome_reason(item.text)
        within = first < at < last and not item.piece.links
        if reason and not (within and reason in _AMBIGUOUS):
            item.judge(BlockKind.CHROME, reason)
        elif _FILE_NAME.fullmatch(item.text):
            item.judge(BlockKind.CHROME, FILE_NAME)
        elif item.piece.tag != "row" and _is_wordless(item.text) and (not first < at < last or _is_bar(item)):
            item.judge(BlockKind.CHROME, "no words")
        elif at > last and item.piece.is_link:
            item.judge(BlockKind.CHROME, "link below the text")
        elif _points_within(item):
            item.judge(BlockKind.CHROME, "table of contents")
        elif _points_elsewhere(item, base):
            item.judge(BlockKind.CHROME, "related link")
    _mark_lists(drafts)
    _mark_repeats(drafts)


def _presents_author(item: Draft) -> bool:
    """Whether a line tells of the author, in a box behind the text, and is no byline."""
    return _is_author_box(item.piece.look.names[-80:]) and parse_byline(item.text) is None


def _is_wordless(text: str) -> bool:
    """Whether a text has no words, or is the month on a badge beside a picture."""
    return not _LETTER.search(text) or _MONTH.fullmatch(text) is not None


def _is_bar(item: Draft) -> bool:
    """Whether a line is what is left between the buttons of a tool bar, or the sign of a box."""
    return not any(sign.isalnum() for sign in item.text)


def _mark_repeats(drafts: Sequence[Draft]) -> None:
    """A page made for two widths of screen prints its text twice; single repeats are the author's."""
    seen: set[str] = set()
    repeats: list[Draft] = []
    for item in drafts:
        if item.is_running and len(item.text) >= _REPEATED:
            if item.text in seen:
                repeats.append(item)
            seen.add(item.text)
    if len(repeats) > 1 and len(repeats) * 3 >= len(seen) * 2:
        for item in repeats:
            item.judge(BlockKind.CHROME, "printed before")


def mark_strays(drafts: Sequence[Draft]) -> None:
    """Judge what is left under the text's box: short lines there belong to the template. The last judgement.

    Where a table makes up the box, the sentence below it is the text's.
    """
    above = None
    for item in drafts:
        listed = item.piece.tag == "row" or (item.piece.tag == "li" and item.words >= _LISTED_WORDS)
        closes = above is not None and above.piece.tag == "row" and ends_sentence(item.text) and not item.piece.links
        if item.below and item.in_body and not (item.is_running or closes) and (item.piece.links or not listed):
            item.judge(BlockKind.CHROME, "below the text's box")
        above = item if item.in_body else above
    body = [item for item in drafts if item.in_body]
    while len(body) > 1 and body[-1].piece.look.heading and not (body[-1].is_running or ends_sentence(body[-1].text)):
        body.pop().judge(BlockKind.CHROME, "heads nothing")


def _points_within(item: Draft) -> bool:
    """Whether a piece is nothing but links to places of the same page. "#" alone opens the text that it heads."""
    if not item.piece.is_link or not all(link.href.startswith("#") for link in item.piece.links):
        return False
    return item.words < _HEADLINE_WORDS or any(link.href != "#" for link in item.piece.links)


def _points_elsewhere(item: Draft, base: str) -> bool:
    """Whether a piece is nothing but a link to another article of the site, with or without "Xem thêm:" before it."""
    piece = item.piece
    if not piece.links or piece.tag == "row" or (ends_sentence(item.text) and not piece.is_link):
        return False
    rest = piece.unlinked
    if rest.strip() and starts_related(rest.strip(" :-")):
        return True
    if not piece.is_link or item.words < _HEADLINE_WORDS:
        return False
    host = urlsplit(base).netloc
    return all(urlsplit(absolute(link.href, base) or "").netloc == host for link in piece.links)


def _mark_lists(drafts: Sequence[Draft]) -> None:
    """What follows a heading of other news, as long as it is links, dates or short lines, belongs to that list."""
    inside = comments = False
    first, last = running_span(drafts)
    for at, item in enumerate(drafts):
        if item.kind is None:
            continue
        if item.kind is BlockKind.CHROME and item.reason in ("related", "comments", "footer") and not item.piece.linked:
            inside = True
            comments = comments or (item.reason == "comments" and first < at)
            continue
        if comments and item.in_body:
            item.judge(BlockKind.CHROME, "a comment")
        elif inside and item.in_body and not _is_signed(item):
            inside = item.piece.is_link or is_date_line(item.text) or (at > last and not item.is_running)
            if inside:
                item.judge(BlockKind.CHROME, "in a list of other articles")


def _is_signed(item: Draft) -> bool:
    """Whether a line is the byline of the text above, set to the right behind a list of other articles."""
    if item.piece.look.align != "right" or item.piece.links:
        return False
    return is_name_line(item.text) or parse_byline(item.text) is not None
