"""The other tools, each as its documentation recommends for articles.

They get the page as decoded text, so that none is judged by its guess of the encoding.
"""

from __future__ import annotations

import logging
import sys
import warnings
from datetime import datetime
from functools import partial

import trafilatura
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.markup import visible_lines
from benchmarks.extraction.speed import RESILIPARSE, TRAFILATURA
from benchmarks.extraction.tools import ARTICLE_FIELDS, Prediction, Tool

with warnings.catch_warnings():
    # It warns on import that its summaries, which nobody asks for here, lack a package.
    warnings.simplefilter("ignore", UserWarning)
    import newspaper

# news-please puts its own folder on the module path, where its `crawler` would hide this project's.
_PATH = list(sys.path)
from newsplease import NewsPlease  # noqa: E402

sys.path[:] = _PATH


def by_trafilatura(page: GoldPage, *, precision: bool) -> Prediction:
    """trafilatura's default, or its mode for precision. Its dates are days."""
    found = trafilatura.bare_extraction(
        page.text(), url=page.url, with_metadata=True, include_comments=False, favor_precision=precision
    )
    if found is None or isinstance(found, dict):  # a dictionary only where one is asked for
        return {}
    return {
        "title": found.title,
        "published_at": found.date,
        "author": found.author,
        "category": next(iter(found.categories or ()), None),
        "body": (found.text or "").splitlines(),
    }


def by_readability(page: GoldPage) -> Prediction:
    """readability-lxml: title and body."""
    document = Document(page.text(), url=page.url)
    return {"title": document.short_title(), "body": visible_lines(document.summary())}


def by_resiliparse(page: GoldPage) -> Prediction:
    """resiliparse: the main content's text, without the signs that it puts before list items."""
    return {"body": extract_plain_text(page.text(), main_content=True, list_bullets=False).splitlines()}


def by_news_please(page: GoldPage) -> Prediction:
    """news-please on HTML at hand, which would fetch the page's pictures unless told not to."""
    article = NewsPlease.from_html(page.text(), url=page.url, fetch_images=False)
    when = article.date_publish
    return {
        "title": article.title,
        "published_at": when.isoformat() if isinstance(when, datetime) else None,
        "author": ", ".join(article.authors),
        "body": (article.maintext or "").splitlines(),
    }


def by_newspaper(page: GoldPage) -> Prediction:
    """newspaper4k, which would fetch the page's pictures unless told not to."""
    article = newspaper.Article(page.url, language="vi", fetch_images=False)
    article.download(input_html=page.text())
    article.parse()
    when = article.publish_date
    return {
        "title": article.title,
        "published_at": when.isoformat() if isinstance(when, datetime) else None,
        "author": ", ".join(article.authors),
        "body": article.text.splitlines(),
    }


def peers() -> list[Tool]:
    """All of them; their loggers, which comment on every page, are silenced."""
    for name in ("trafilatura", "readability", "newspaper", "newsplease", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return [
        Tool(TRAFILATURA, partial(by_trafilatura, precision=False), ARTICLE_FIELDS | {"category"}),
        Tool("trafilatura (precision)", partial(by_trafilatura, precision=True), ARTICLE_FIELDS | {"category"}),
        Tool("readability-lxml", by_readability, frozenset({"title", "body"})),
        Tool("newspaper4k", by_newspaper),
        Tool("news-please", by_news_please),
        Tool(RESILIPARSE, by_resiliparse, frozenset({"body"})),
    ]
