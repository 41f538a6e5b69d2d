"""Listing pages of a section, and the front page with a block of each."""

from __future__ import annotations

from practice.addresses import alias_path, article_path, listing_path
from practice.model import Article, Paragraph
from practice.newsroom import Newsroom
from practice.render.article import printed_day, related_link
from practice.render.look import Look, text
from practice.stories import SECTIONS, section_name

_SUMMARY = 140
_WINDOW = 5
_BLOCK = 6


def listing_content(newsroom: Newsroom, section: str, page: int, look: Look) -> str:
    """A page of a section: the pinned articles again on each, then its own, then the page numbers."""
    shown = newsroom.pinned(section) + newsroom.page(section, page)
    return look.fill(
        "listing",
        name=text(section_name(section)),
        entries="".join(_entry(article, look) for article in shown),
        pager=_pager(section, page, newsroom.pages(section)),
    )


def front_content(newsroom: Newsroom, look: Look) -> str:
    """The front page: a block of each section. First entries bear other addresses of their articles."""
    return "".join(_block(newsroom, section.slug, look) for section in SECTIONS)


def _block(newsroom: Newsroom, section: str, look: Look) -> str:
    newest = newsroom.newest(section, _BLOCK)
    return look.fill(
        "block",
        name=text(section_name(section)),
        more=listing_path(section),
        entries="".join(_entry(article, look, alias_path(article)) for article in newest[:1]),
        links="".join(related_link(article, look) for article in newest[1:]),
    )


def _entry(article: Article, look: Look, path: str | None = None) -> str:
    return look.fill(
        "entry",
        url=path or article_path(article),
        number=article.number,
        title=text(article.title),
        day=printed_day(article),
        summary=text(_summary(article)),
    )


def _summary(article: Article) -> str:
    first = article.parts[0] if article.parts else None
    whole = article.lead or (first.text if isinstance(first, Paragraph) else "")
    return whole if len(whole) <= _SUMMARY else whole[:_SUMMARY].rsplit(" ", 1)[0] + "..."


def _pager(section: str, page: int, pages: int) -> str:
    """Numbered links around the page, with the first, the next and the last."""
    near = range(max(1, page - _WINDOW), min(pages, page + _WINDOW) + 1)
    links = [_page_link(section, number, str(number), page) for number in near]
    if page > 1:
        links.insert(0, _page_link(section, 1, "Đầu", page))
    if page < pages:
        links.append(_page_link(section, page + 1, "Tiếp »", page))
        links.append(_page_link(section, pages, "Cuối", page))
    return " ".join(links)


def _page_link(section: str, number: int, label: str, page: int) -> str:
    if number == page:
        return f"<span>{label}</span>"
    return f'<a href="{listing_path(section, number)}">{label}</a>'
