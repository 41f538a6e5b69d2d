"""Whether a dump is an article at all."""

from __future__ import annotations

from typing import Literal

from crawler.extraction.article import Article
from crawler.extraction.blocks import BlockKind

_ENTRIES = 3


def dump_kind(article: Article) -> Literal["article", "listing", "other"]:
    """The kind of the dump that `article` was read from.

    A listing prints a date for each of its entries, or cuts their leads short with dots; an article has text.
    """
    dates = sum(block.kind is BlockKind.DATE_LINE and any(map(str.isdigit, block.text)) for block in article.blocks)
    cut = sum(text.endswith((" ...", " …", "[...]")) for text in article.body)
    if max(dates, cut) >= _ENTRIES and 2 * max(dates, cut) >= len(article.body):
        return "listing"
    return "article" if article.body or (article.title and article.date_slots) else "other"
