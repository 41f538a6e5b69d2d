"""The top of an article: repeats of its title, its date line, its lead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.extraction.blocks import BlockKind
from crawler.extraction.judging.draft import Draft, running_span
from crawler.extraction.plain import compact, ends_sentence
from crawler.extraction.slots import is_date_label, is_date_line, is_document_date, is_stamp
from crawler.extraction.wording.bylines import is_fact_label

_LEAD_NAMES = re.compile(
    r"sapo|lead(?![a-z])|summary|hometext|home-text|intro|description|mo-?_?ta|mota|tom-?_?tat|trich-?_?dan|abstract|desc(?![a-z])"
)
_FACT_NAMES = re.compile(r"(?<![a-z])(?:meta|info)(?![a-z])")
_LEAD_WORDS = 12
_FACT_WORDS = 8


def mark_title(drafts: Sequence[Draft], title: str | None) -> None:
    """Judge repeats of the title above the running text, and the title as the head of a line with its date."""
    key = compact(title or "")
    if not key:
        return
    first, _ = running_span(drafts)
    for at, item in enumerate(drafts):
        if not item.in_body:
            continue
        own = compact(item.text)
        if own == key or (own == key + key) or (at <= first and own.startswith(key) and is_date_line(item.text[-40:])):
            item.judge(BlockKind.TITLE, "repeats the title")
        elif at > first + 1:
            break
    _mark_above(drafts)


def _mark_above(drafts: Sequence[Draft]) -> None:
    """What stands above the title in its own box is the section's name or a path."""
    title = next((at for at, item in enumerate(drafts) if item.kind is BlockKind.TITLE), 0)
    for item in drafts[:title]:
        if item.in_body and not item.is_running:
            item.judge(BlockKind.CHROME, "above the title")


def mark_dates(drafts: Sequence[Draft]) -> None:
    """Judge date lines above the first and below the last paragraph of running text."""
    first, last = running_span(drafts)
    second = next((at for at, item in enumerate(drafts) if at > first and item.is_running), len(drafts))
    for at, item in enumerate(drafts):
        if not item.in_body:
            continue
        if item.piece.tag == "row":
            if at > last and _is_dated_row(item):
                item.judge(BlockKind.DATE_LINE, "date among the facts")
            continue
        beside = at < first or at > last
        named = at < second and _FACT_NAMES.search(item.piece.look.names[-60:]) is not None
        if ((beside or named) and is_date_line(item.text) and not _is_told(item)) or (
            at < second and is_stamp(item.text)
        ):
            item.judge(BlockKind.DATE_LINE, "date")
        elif named and item.words <= _FACT_WORDS:
            item.judge(BlockKind.CHROME, "among the facts")
        elif at < first and is_document_date(item.text):
            item.judge(BlockKind.DATE_LINE, "date of a document")


def _is_told(item: Draft) -> bool:
    """Whether a sentence names a date: "Mọi thắc mắc gửi về Hội đồng trước ngày 25/11/2026." """
    return item.words > _FACT_WORDS and ends_sentence(item.text)


def _is_dated_row(item: Draft) -> bool:
    """Whether a table's row says when the page was published: "Ngày đăng: | 14.05.2025"."""
    label, _, value = item.text.partition(" | ")
    return is_fact_label(label.rstrip(" :")) and is_date_label(label) and is_date_line(value)


def mark_facts(drafts: Sequence[Draft]) -> None:
    """Judge the short lines that a template prints between the title and the text's date or byline.

    So does a section's link below them. Bylines and captions must have been judged.
    """
    first, _ = running_span(drafts)
    above = drafts[:first]
    title = next((at for at, item in enumerate(above) if item.kind is BlockKind.TITLE), first)
    facts = [at for at, item in enumerate(above) if item.kind in (BlockKind.DATE_LINE, BlockKind.BYLINE)]
    for item in above:
        if item.in_body and item.piece.tag == "row" and is_fact_label(item.text.partition(" | ")[0]):
            item.judge(BlockKind.CHROME, "among the facts")
    for at, item in enumerate(above):
        if at <= title or not facts or not item.in_body or item.piece.look.heading or item.words > _FACT_WORDS:
            continue
        linked = item.piece.linked * 2 > len(item.text)
        if item.piece.tag == "p" and (at < facts[-1] or linked):
            item.judge(BlockKind.CHROME, "among the facts")


def mark_lead(drafts: Sequence[Draft]) -> str | None:
    """Judge the lead, if there is one: the first body paragraph, set apart by markup. Its repeats are taken out."""
    body = [item for item in drafts if item.in_body]
    if not body:
        return None
    lead = body[0]
    key = compact(lead.text)
    for item in body[1:4]:
        if compact(item.text) == key and len(key) > 20:
            item.judge(BlockKind.CHROME, "repeats the lead")
    if not _is_lead(lead, body[1:3]):
        return None
    lead.judge(BlockKind.LEAD, "set apart")
    return lead.text


def _is_lead(item: Draft, others: Sequence[Draft]) -> bool:
    if item.words < _LEAD_WORDS or item.piece.tag in ("row", "li"):
        return False
    look = item.piece.look
    if _LEAD_NAMES.search(look.names[-80:]):
        return True
    plain = any(not (other.piece.look.bold or other.piece.look.heading) for other in others)
    return plain and (look.bold or look.heading > 0)
