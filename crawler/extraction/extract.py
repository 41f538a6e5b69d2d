"""A page to its article. Pure: the same document gives the same article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from crawler.definitions.site import Layout
from crawler.extraction.article import Article
from crawler.extraction.author import template_author
from crawler.extraction.category import find_category
from crawler.extraction.document import Document
from crawler.extraction.evidence import gather
from crawler.extraction.judging.attachments import find_attachments
from crawler.extraction.judging.captions import mark_captions
from crawler.extraction.judging.credits import mark_credits
from crawler.extraction.judging.draft import Draft, draft
from crawler.extraction.judging.furniture import mark_furniture, mark_strays
from crawler.extraction.judging.openings import mark_dates, mark_facts, mark_lead, mark_title
from crawler.extraction.judging.wraps import join_wrapped
from crawler.extraction.markup.pieces import Piece
from crawler.extraction.markup.walker import walk
from crawler.extraction.overrides import body_nodes, overridden, without_excluded
from crawler.extraction.published import find_dates
from crawler.extraction.region import Region, find_region
from crawler.extraction.sketches import sketch
from crawler.extraction.tags import find_tags
from crawler.extraction.title import heading_text, without_kicker
from crawler.extraction.tree.edits import without_edit_times
from crawler.extraction.tree.outline import Outline
from crawler.extraction.tree.reader import MAX_ELEMENTS, outline

# Markup nested deeper than any portal's is read as plain lines: parsers of the region grow slow on it.
_MAX_DEPTH = 1000


def extract_article(document: Document, layout: Layout | None = None) -> Article:
    """Find title, dates, byline, body, pictures and files of the page. Any HTML gives an article, if an empty one.

    `layout` is what the site's definition says of its pages, where generic extraction gets them wrong.
    """
    if layout is None:
        return _extract(document, ())
    without_excluded(document.tree, layout)
    return overridden(_extract(document, body_nodes(document.tree, layout)), document.tree, layout)


def _extract(document: Document, body: Sequence[LexborNode]) -> Article:
    without_edit_times(document.tree)
    page = outline(document.tree)
    evidence = gather(document)
    region = find_region(page, evidence)
    if body:
        region = replace(region, nodes=tuple(body), behind=())
    heading = page.lines[region.heading.line] if region.heading else None
    title = heading_text(heading.text) if heading else None
    drafts = _drafts(page, region)
    base = document.base
    attachments = find_attachments(drafts, base)
    mark_furniture(drafts, document.url)
    mark_title(drafts, title)
    mark_dates(drafts)
    images, captions = mark_captions(drafts, base)
    credits = mark_credits(drafts, template_author(page, region))
    mark_facts(drafts)
    mark_strays(drafts)
    lead = mark_lead(drafts)
    blocks = tuple(block for item in drafts if (block := item.to_block()))
    return Article(
        title=without_kicker(title, page, heading, evidence) if title and heading else title,
        date_slots=find_dates(document, page, region, evidence),
        author=credits.author,
        source=credits.source,
        category=find_category(document, page, region, evidence),
        tags=find_tags(page, region),
        lead=lead,
        blocks=blocks,
        captions=captions,
        images=images,
        attachments=attachments,
        warnings=_warnings(title, drafts, is_cut=document.is_cut or len(page.elements) >= MAX_ELEMENTS),
        sketch=sketch(page, region.start, region.end, blocks),
    )


def _drafts(page: Outline, region: Region) -> list[Draft]:
    if page.depth > _MAX_DEPTH:
        return [draft(Piece("p", line.text)) for line in page.lines[region.start : region.end]]
    pieces = walk(region.nodes)
    below = walk(region.behind, sum(len(piece.text) for piece in pieces))
    return [
        *(draft(piece) for piece in join_wrapped(pieces)),
        *(draft(piece, below=True) for piece in join_wrapped(below)),
    ]


def _warnings(title: str | None, drafts: list[Draft], *, is_cut: bool) -> tuple[str, ...]:
    found = []
    if title is None:
        found.append("no_title")
    if not any(item.in_body for item in drafts):
        found.append("no_body")
    if is_cut:
        found.append("cut")
    return tuple(found)
