"""Whole dumps as portals give them, each with the article that stands in it: `texts/<name>.txt` and `.json`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction.article import Article
from crawler.extraction.dumps import extract_dump
from vietnamese.dates import parse

TEXTS = Path(__file__).parent / "texts"
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
CASES = sorted(path.stem for path in TEXTS.glob("*.json"))


def found(article: Article) -> dict[str, Any]:
    published = parse(article.date_slots[0].raw, NOW) if article.date_slots else None
    return {
        "title": article.title,
        "published_at": published.value.isoformat() if published else None,
        "author": article.author,
        "body": list(article.body),
        "captions": list(article.captions),
    }


@pytest.mark.parametrize("name", CASES)
def test_extract_dump_of_text(name: str) -> None:
    expected: dict[str, Any] = json.loads((TEXTS / f"{name}.json").read_text("utf-8"))
    url = expected.pop("url")
    assert found(extract_dump((TEXTS / f"{name}.txt").read_text("utf-8"), url, NOW)) == expected
