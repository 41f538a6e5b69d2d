"""First step: what is no part of the article's text goes; what stays is the body."""

from __future__ import annotations

from crawler.items import ArticleItem


def strip_boilerplate(item: ArticleItem) -> ArticleItem:
    """Set `body` to the texts of the blocks that are the article's own, in reading order."""
    item.body = [block.text for block in item.blocks if block.in_body]
    return item


class StripBoilerplate:
    """`strip_boilerplate` as a pipeline."""

    def process_item(self, item: ArticleItem) -> ArticleItem:
        """Strip one item."""
        return strip_boilerplate(item)
