"""What a site's definition says of its layout, over what is found: CSS selectors for the parts of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.definitions.site import Layout
from crawler.extraction.article import Article, DateSlot
from crawler.extraction.wording.bylines import parse_byline
from vietnamese.text import normalize

SOURCE = "layout"


def without_excluded(tree: LexborHTMLParser, layout: Layout) -> None:
    """Take the elements out of a page that are no part of any article. Changes `tree`."""
    for selector in layout.exclude:
        for node in tree.css(selector):
            node.decompose()


def body_nodes(tree: LexborHTMLParser, layout: Layout | None) -> Sequence[LexborNode]:
    """The elements that hold the article's text; empty if the layout leaves that to extraction, or none is there."""
    return tree.css(layout.body) if layout is not None and layout.body else ()


def overridden(article: Article, tree: LexborHTMLParser, layout: Layout) -> Article:
    """The article with what the layout's selectors find; a selector that finds nothing is a warning."""
    found = {name: _text(tree, getattr(layout, name)) for name in ("title", "date", "byline")}
    missing = [f"layout_{name}" for name, text in found.items() if text is None and getattr(layout, name)]
    if found["title"]:
        article = replace(article, title=found["title"])
    if found["date"]:
        article = replace(article, date_slots=(DateSlot(found["date"], SOURCE), *article.date_slots))
    if found["byline"]:
        byline = parse_byline(found["byline"])
        author = byline.author if byline is not None else found["byline"]
        article = replace(article, author=author)
    return replace(article, warnings=(*article.warnings, *missing))


def _text(tree: LexborHTMLParser, selector: str | None) -> str | None:
    node = tree.css_first(selector) if selector else None
    text = normalize(node.text(separator=" ")) if node is not None else ""
    return " ".join(text.split()) or None
