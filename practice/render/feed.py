"""The RSS feed of a section."""

from __future__ import annotations

from email.utils import format_datetime

from practice.addresses import article_path
from practice.model import Article
from practice.newsroom import Newsroom
from practice.render.look import text
from practice.stories import section_name

_LENGTH = 10
_TIMED = len("2022-01-01T")


def feed(newsroom: Newsroom, section: str, base: str) -> str:
    """The newest articles of a section. `pubDate` stands only where the page prints the time too."""
    items = "".join(_item(article, base) for article in newsroom.newest(section, _LENGTH))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{text(section_name(section))}</title><link>{base}</link><description></description>"
        f"\n{items}</channel></rss>\n"
    )


def _item(article: Article, base: str) -> str:
    address = base.rstrip("/") + article_path(article)
    dated = f"<pubDate>{format_datetime(article.posted)}</pubDate>" if _prints_time(article) else ""
    title = text(article.title)
    return f"<item><title>{title}</title><link>{address}</link><guid>{address}</guid>{dated}</item>\n"


def _prints_time(article: Article) -> bool:
    return article.date is not None and len(article.date.value) > _TIMED
