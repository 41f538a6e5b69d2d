"""What a crawl of the practice portal must find, from the same data that its pages are rendered from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from practice.addresses import article_path
from practice.edition import Edition
from practice.model import Article
from practice.newsroom import Newsroom
from practice.stories import section_name


def gold(base_url: str, edition: Edition | None = None) -> list[dict[str, Any]]:
    """Every article of an edition, oldest first, as mappings; addresses are absolute below `base_url`."""
    return list(iter_gold(base_url, edition))


def iter_gold(base_url: str, edition: Edition | None = None) -> Iterator[dict[str, Any]]:
    """Like `gold`, one at a time: for editions of thousands of articles."""
    for article in Newsroom(edition or Edition()).articles():
        yield entry(article, base_url)


def entry(article: Article, base_url: str) -> dict[str, Any]:
    """One article's gold.

    Keys: `id` (the number in the address), `url`, `title`, `published_at` (ISO at +07:00, an ISO day, or
    None), `author`, `source`, `category`, `lead`, `body` (paragraphs in the stored form), `captions`,
    `attachments`.
    """
    base = base_url.rstrip("/")
    return {
        "id": article.number,
        "url": base + article_path(article),
        "title": article.title,
        "published_at": article.date.value if article.date else None,
        "author": article.author,
        "source": article.source,
        "category": section_name(article.sections[0]),
        "lead": article.lead,
        "body": article.body,
        "captions": article.captions,
        "attachments": [{"url": base + file.path, "text": file.text} for file in article.files],
    }
