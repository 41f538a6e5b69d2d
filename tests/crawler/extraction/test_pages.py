"""Layouts of portals that the extractor was not written for, each with the article that it should give.

A case is a page and its expectation in `pages/`: `<name>.html` and `<name>.json`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction.article import Article
from crawler.extraction.document import parse
from crawler.extraction.extract import extract_article
from vietnamese import dates

PAGES = Path(__file__).parent / "pages"
NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
CASES = sorted(path.stem for path in PAGES.glob("*.json"))


def load(name: str) -> tuple[Article, dict[str, Any]]:
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    html = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    return extract_article(parse(html, expected["url"], NOW)), expected


def moment(article: Article) -> str | None:
    if not article.date_slots:
        return None
    published = dates.parse(article.date_slots[0].raw, NOW)
    assert published is not None
    return (published.value.date() if published.precision == "day" else published.value).isoformat()


@pytest.mark.parametrize("name", CASES)
def test_extract_article_title(name: str) -> None:
    article, expected = load(name)
    assert article.title == expected["title"]


@pytest.mark.parametrize("name", CASES)
def test_extract_article_published(name: str) -> None:
    article, expected = load(name)
    assert moment(article) == expected["published_at"]


@pytest.mark.parametrize("name", CASES)
def test_extract_article_credits(name: str) -> None:
    article, expected = load(name)
    assert article.author == expected["author"]
    if "source" in expected:
        assert article.source == expected["source"]


@pytest.mark.parametrize("name", CASES)
def test_extract_article_body(name: str) -> None:
    article, expected = load(name)
    assert list(article.body) == expected["body"]


@pytest.mark.parametrize("name", CASES)
def test_extract_article_pictures_and_files(name: str) -> None:
    article, expected = load(name)
    assert list(article.captions) == expected["captions"]
    assert [attachment.url for attachment in article.attachments] == expected["attachments"]


@pytest.mark.parametrize("name", CASES)
def test_extract_article_category(name: str) -> None:
    article, expected = load(name)
    if "category" in expected:
        assert article.category == expected["category"]
