"""Second step: every text into its stored form (`vietnamese.text.normalize`)."""

from __future__ import annotations

from dataclasses import replace

from crawler.items import ArticleItem
from vietnamese.text import normalize

LINES = ("title", "lead", "author", "source", "category")
LISTS = ("body", "captions", "tags")


def one_line(text: str | None) -> str | None:
    """A field of one line in its stored form; None for what is empty."""
    if text is None:
        return None
    return " ".join(normalize(text).split()) or None


def _lines(texts: list[str]) -> list[str]:
    return [line for text in texts for line in normalize(text).split("\n") if line]


def normalize_text(item: ArticleItem) -> ArticleItem:
    """Normalize all texts of an item; a paragraph with line breaks becomes several, empty ones go."""
    for name in LINES:
        setattr(item, name, one_line(getattr(item, name)))
    for name in LISTS:
        setattr(item, name, _lines(getattr(item, name)))
    item.images = [replace(i, caption=one_line(i.caption), credit=one_line(i.credit)) for i in item.images]
    item.attachments = [replace(a, text=one_line(a.text) or "") for a in item.attachments]
    return item


class NormalizeText:
    """`normalize_text` as a pipeline."""

    def process_item(self, item: ArticleItem) -> ArticleItem:
        """Normalize one item."""
        return normalize_text(item)
