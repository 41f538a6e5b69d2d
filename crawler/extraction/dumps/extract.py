"""From the text of a dump to the article in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from crawler.extraction.article import Article, DateSlot
from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.dumps.categories import find_category
from crawler.extraction.dumps.credits import read_credits
from crawler.extraction.dumps.extent import find_end, last_closed, last_prose
from crawler.extraction.dumps.labelling import Labeller
from crawler.extraction.dumps.lines import Line, split_lines
from crawler.extraction.dumps.opening import Opening, find_opening, part_glued
from crawler.extraction.dumps.pictures import join_captions
from crawler.extraction.dumps.signals import furniture_reason, is_prose
from crawler.extraction.dumps.tail import label_tail
from crawler.extraction.dumps.times import Times, choose_slots
from crawler.extraction.dumps.wraps import is_broken, mend, mend_body
from crawler.extraction.wording.bylines import is_name_line
from crawler.extraction.wording.chrome import starts_related
from crawler.extraction.wording.people import is_initials, is_unit


def extract_dump(text: str, url: str | None, fetched_at: datetime | None, date_order: str | None = None) -> Article:
    """Read the article in a text dump.

    `url` is the page's address if it is known: its readable words help to find the title, nothing else is taken
    from it. `fetched_at` is the aware time of the fetch or None; then relative dates are not read. What the dump
    does not print (often title and date) is None. No text raises.
    """
    printed = split_lines(text)
    mended = mend(printed)
    lines = part_glued(mended)
    broken = is_broken(printed, mended)
    opening = find_opening(lines, url, broken=broken)
    before = len(lines)
    lines = _mend_text(lines, opening, broken)
    end = find_end(lines, opening.start, opening.stop - before + len(lines))
    title = None if opening.title_at is None else lines[opening.title_at].text
    blocks = join_captions(_label(lines, opening, end, title))
    texts = [line.text for line in lines]
    text_at = next((at for at in range(opening.start, end) if is_prose(texts[at])), opening.start)
    slots = choose_slots(texts, opening.title_at, text_at, end, Times(fetched_at, date_order))
    return _article(title, slots, blocks)


def _mend_text(lines: list[Line], opening: Opening, broken: bool) -> list[Line]:
    start = opening.start
    stop = last_closed(lines, start, find_end(lines, start, opening.stop)) + 1
    return lines[:start] + mend_body(lines[start:stop], broken) + lines[stop:]


def _label(lines: list[Line], opening: Opening, end: int, title: str | None) -> Iterator[Block]:
    labeller = Labeller(lines, title)
    for at in range(opening.start):
        below_title = opening.title_at is not None and at > opening.title_at
        if at == opening.title_at and title is not None:
            yield Block(BlockKind.TITLE, title)
        elif below_title and _names_person(lines[at].text):
            yield Block(BlockKind.BYLINE, lines[at].text, "name line")
        else:
            yield labeller.above(lines[at].text)
    last = last_prose(lines, opening.start, end)
    yield from _label_text([line.text for line in lines[opening.start : last + 1]], labeller)
    yield from label_tail([line.text for line in lines[last + 1 : end]], labeller)
    for line in lines[end:]:
        yield Block(BlockKind.CHROME, line.text, furniture_reason(line.text) or "below the text")


def _label_text(texts: list[str], labeller: Labeller) -> Iterator[Block]:
    told = skipping = False
    for text in texts:
        told = told or is_prose(text)
        skipping = starts_related(text) or (skipping and not is_prose(text))
        if not told and _names_person(text):
            yield Block(BlockKind.BYLINE, text, "name line")
        else:
            yield labeller.inside(text, told=told, skipping=skipping)


def _names_person(text: str) -> bool:
    """Above the text only a full name is taken for a byline: units and short capitals are headings there."""
    return is_name_line(text) and not is_unit(text) and not is_initials(text)


def _article(title: str | None, slots: tuple[DateSlot, ...], blocks: list[Block]) -> Article:
    named = read_credits(blocks)
    captions = (block.text for block in blocks if block.kind is BlockKind.CAPTION)
    absent = {"no_title": title is None, "no_date": not slots, "no_body": not any(b.in_body for b in blocks)}
    return Article(
        title=title,
        date_slots=slots,
        author=named.author,
        source=named.source,
        category=find_category(blocks),
        blocks=tuple(blocks),
        captions=tuple(dict.fromkeys(captions)),
        warnings=tuple(code for code, missing in absent.items() if missing),
    )
