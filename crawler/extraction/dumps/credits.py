"""Who a dump's bylines name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.wording.bylines import clean_author, is_login_name, parse_byline
from crawler.extraction.wording.people import is_unit


@dataclass(frozen=True, slots=True)
class Credits:
    """The author and the source of an article, as far as they are printed."""

    author: str | None
    source: str | None


def read_credits(blocks: Iterable[Block]) -> Credits:
    """The persons and units of the byline blocks: a labelled person first, a login name only for want of all."""
    authors: list[tuple[int, str]] = []
    source: str | None = None
    for block in blocks:
        if block.kind not in (BlockKind.BYLINE, BlockKind.SOURCE, BlockKind.DATE_LINE):
            continue
        byline = parse_byline(block.text)
        source = source or (byline.source if byline else None)
        author = byline.author if byline else clean_author(block.text) if block.kind is BlockKind.BYLINE else None
        if author:
            authors.append((_rank(author, labelled=byline is not None), author))
    return Credits(min(authors, key=lambda ranked: ranked[0])[1] if authors else None, source)


def _rank(author: str, *, labelled: bool) -> int:
    if is_login_name(author):
        return 4
    return (2 if is_unit(author) else 0) + (0 if labelled else 1)
