"""An article's page, and its print twin."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from practice.addresses import article_path, print_path
from practice.model import Article
from practice.newsroom import Newsroom
from practice.render.dress import body
from practice.render.look import Look, text

_DECOMPOSED = 5
_BYLINE_FORMS = ("{}", "{}", "Tin, ảnh: {}", "{}", "Bài, ảnh: {}")


def article_content(article: Article, newsroom: Newsroom, look: Look) -> str:
    """What stands in the main column of an article's page."""
    related = "".join(related_link(other, look) for other in newsroom.related(article))
    return look.fill(
        "article",
        **_fields(article, look, newsroom.edition.redesign),
        files=_files(article, look),
        print_url=print_path(article),
        share_url=quote(article_path(article), safe=""),
        related=related,
    )


def print_page(article: Article, base: str, look: Look, redesign: bool) -> str:
    """The print twin: the same text without a frame; it names the article's address as canonical."""
    canonical = base.rstrip("/") + article_path(article)
    return look.fill("print", **_fields(article, look, redesign), canonical=canonical)


def related_link(article: Article, look: Look) -> str:
    """One line of a list of links to articles."""
    return look.fill("related", url=article_path(article), title=text(article.title), day=printed_day(article))


def printed_day(article: Article) -> str:
    """The day as listings print it; nothing for an article without a date."""
    return f"{article.posted:%d/%m/%Y}" if article.date else ""


def _fields(article: Article, look: Look, redesign: bool) -> dict[str, str]:
    title = text(article.title)
    if article.index % 7 == _DECOMPOSED:
        title = unicodedata.normalize("NFD", title)
    return {
        "date": text(article.date.text) if article.date else "",
        "title": title,
        "lead": look.fill("lead", text=text(article.lead)) if article.lead else "",
        "body": _repeated_lead(article) + body(article),
        "signature": _signature(article, look, redesign),
    }


def _repeated_lead(article: Article) -> str:
    """Some editors paste the summary into the text as well; it is the article's lead only once."""
    return f"<p>{text(article.lead)}</p>\n" if article.lead and article.index % 9 == 4 else ""


def _signature(article: Article, look: Look, redesign: bool) -> str:
    lines = []
    if article.author:
        form = "{}" if redesign else _BYLINE_FORMS[article.index % len(_BYLINE_FORMS)]
        lines.append(look.fill("signature", text=text(form.format(article.author))))
    if article.source:
        lines.append(look.fill("source", text=text(article.source)))
    return "".join(lines)


def _files(article: Article, look: Look) -> str:
    if not article.files:
        return ""
    links = "".join(f'<li><a href="{file.path}">{text(file.text)}</a></li>\n' for file in article.files)
    return look.fill("files", links=links)
