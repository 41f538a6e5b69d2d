"""Bylines and source lines: labelled ones at either end of the text, bare names on its last lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.extraction.blocks import BlockKind
from crawler.extraction.judging.draft import Draft, running_span
from crawler.extraction.plain import compact, word_count
from crawler.extraction.wording.bylines import clean_author, is_login_name, is_name_line, parse_byline
from crawler.extraction.wording.people import is_post

_LAST_LINES = 5
_MAX_WORDS = 24
_SIGNED_WORDS = 8
_SIGNED = re.compile(r"đã ký|^(?:KT|TM|TL|TUQ|Q)\.|^\(?ký", re.IGNORECASE)
_THEO = re.compile(r"\(?[Tt]heo\s([A-ZĐÀ-Ỹ][^.:;?!()]{2,80})\)?$")
_SOURCE_NAMES = re.compile(r"source|nguon")
_AUTHOR_NAMES = re.compile(r"author|byline|tac-?_?gia|username|writer|but-?_?danh|nguoi-?_?(?:viet|dang)")


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is named: `author` from the text or its byline box, `source` the medium that it was taken from."""

    author: str | None = None
    source: str | None = None


def mark_credits(drafts: Sequence[Draft], printed: str | None = None) -> Credits:
    """Judge bylines and source lines. The last lines of the text outrank `printed`, the template's byline."""
    first, _ = running_span(drafts)
    authors: dict[str, str] = {}
    source = None
    for at, item in _ends(drafts, first):
        found = _read(item, drafts)
        if found is None:
            continue
        named = found.author is not None or found.source is None
        item.judge(BlockKind.BYLINE if named else BlockKind.SOURCE, "byline" if named else "source")
        if named and at + 1 < len(drafts):
            _mark_post(drafts[at + 1])
        if found.author and (at < first or all(map(is_login_name, authors.values()))):
            authors[compact(found.author)] = found.author
        source = source or found.source
    for item in drafts[:first]:
        if printed and item.in_body and _names(item.text, printed):
            item.judge(BlockKind.BYLINE, "the template's byline")
    people = [name for name in authors.values() if not is_login_name(name)]
    return Credits(" - ".join(people) or printed or " - ".join(authors.values()) or None, source)


def _mark_post(item: Draft) -> None:
    """Judge the line below a byline that says what the named person is: "Công chức Văn hóa - Xã hội xã"."""
    if item.in_body and item.piece.tag != "row" and item.words <= _SIGNED_WORDS and is_post(item.text):
        item.judge(BlockKind.BYLINE, "the post of who wrote it")


def _ends(drafts: Sequence[Draft], first: int) -> list[tuple[int, Draft]]:
    """The pieces to look at: the last lines from the end up to running text, then those above the text."""
    behind: list[tuple[int, Draft]] = []
    for at, item in reversed([(at, item) for at, item in enumerate(drafts) if item.in_body]):
        seen = sum(other.below == item.below for _, other in behind)
        if seen == _LAST_LINES or (item.is_running and item.words > _MAX_WORDS):
            if item.below:
                continue
            break
        behind.append((at, item))
    above = [(at, item) for at, item in enumerate(drafts[:first]) if item.in_body and (at, item) not in behind]
    return [*behind, *above]


def _read(item: Draft, drafts: Sequence[Draft]) -> Credits | None:
    piece = item.piece
    if item.words > _MAX_WORDS or piece.tag in ("row", "image", "embed"):
        return None
    labelled = parse_byline(item.text)
    if labelled is not None:
        return Credits(labelled.author, labelled.source)
    names = piece.look.names[-60:]
    if _SOURCE_NAMES.search(names) and item.words <= 12:
        return Credits(source=item.text)
    if _AUTHOR_NAMES.search(names) and item.words <= 12:
        name = item.text.title() if item.text.isupper() else item.text
        return Credits(clean_author(item.text) if is_name_line(name) else None)
    credited = _credited_source(item)
    if credited and _stands_last(item, drafts):
        return Credits(source=credited)
    if is_name_line(item.text) and not _is_signature(item, drafts) and _stands_last(item, drafts):
        return Credits(clean_author(item.text))
    return None


def _names(text: str, author: str) -> bool:
    """Whether a line is the author's name, with no more than a label before it."""
    return compact(text).endswith(compact(author)) and word_count(text) <= word_count(author) + 3


def _credited_source(item: Draft) -> str | None:
    """ "Theo …" set apart to the right, in italics or in brackets: a source even if its name is not a unit's."""
    look = item.piece.look
    apart = look.align == "right" or look.italic or item.text.startswith("(")
    found = _THEO.match(item.text) if apart else None
    return found[1] if found else None


def _stands_last(item: Draft, drafts: Sequence[Draft]) -> bool:
    """Nothing but other credits follows: a name in mid-text is a heading or a list's entry."""
    body = [
        other
        for other in drafts
        if other.in_body and other.below == item.below and (other is item or parse_byline(other.text) is None)
    ]
    edge = body[0 if item.below else -1]
    return edge is item and (item.below or len(body) > 1) and not item.piece.look.heading and item.piece.tag != "li"


def _is_signature(item: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a name signs a document ("GIÁM ĐỐC", "(Đã ký)" above it) and is no byline."""
    at = next(place for place, other in enumerate(drafts) if other is item)
    above = [other.text for other in drafts[max(0, at - 3) : at] if other.text]
    return any((_SIGNED.search(text) or is_post(text)) and word_count(text) <= _SIGNED_WORDS for text in above)
