"""First step: what is no part of the article's text goes; what stays is the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extensions.ledger import Ledger
from crawler.items import ArticleItem
from crawler.memory.furniture import Furniture

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

NOTHING_KNOWN = Furniture()


def strip_boilerplate(item: ArticleItem, furniture: Furniture = NOTHING_KNOWN) -> ArticleItem:
    """Set `body` to the texts of the blocks that are the article's own, in reading order.

    By the page, a block is known from its kind; by the site, from standing on many pages.
    """
    body = [block.text for block in item.blocks if block.in_body]
    stripped = {at for at, is_known in enumerate(furniture.strips(item.sketch.body)) if is_known}
    item.body = [text for at, text in enumerate(body) if at not in stripped]
    if item.lead in [body[at] for at in stripped]:
        item.lead = None
    return item


class StripBoilerplate:
    """`strip_boilerplate` as a pipeline, with what the site's memory knew when the run began."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StripBoilerplate:
        """Make the pipeline."""
        return cls(crawler)

    def process_item(self, item: ArticleItem) -> ArticleItem:
        """Strip one item, and let the memory see its page."""
        ledger = self.crawler.get_extension(Ledger)
        if ledger is None or ledger.memory is None:
            return strip_boilerplate(item)
        ledger.memory.see_article(item)
        strip_boilerplate(item, ledger.memory.furniture)
        stripped = sum(block.in_body for block in item.blocks) - len(item.body)
        self.crawler.stats.inc_value("sotin/furniture/stripped", stripped)
        return item
