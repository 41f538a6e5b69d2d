"""The labelled pages beside the project: the figures that the extractor has to keep."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from crawler.extraction.article import Article
from tests.crawler.extraction.helpers import NOW, extract
from vietnamese import dates

LEAST = {
    "title": 0.98,
    "published": 0.98,
    "author": 0.95,
    "body_f1": 0.98,
    "captions_f1": 0.95,
    "attachments_recall": 0.97,
}


@pytest.fixture(scope="module")
def summary(shared: Path) -> dict[str, float]:
    score = load_score(shared / "corpus" / "score.py")
    gold = score.load_gold()
    predictions = {name: predict(shared / "corpus" / name, label) for name, label in gold.items()}
    overall: dict[str, float] = score.score(gold, predictions)[0]["overall"]
    return overall


def load_score(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(folder: Path, label: dict[str, Any]) -> dict[str, Any]:
    html = (folder / "page.html").read_bytes().decode("utf-8", "replace")
    article = extract(html, None, label["url"])
    return {
        "kind": label["kind"],
        "title": article.title,
        "published_at": published(article),
        "author": article.author,
        "body": list(article.body),
        "captions": list(article.captions),
        "attachments": [{"url": attachment.url} for attachment in article.attachments],
    }


def published(article: Article) -> str | None:
    if not article.date_slots:
        return None
    found = dates.parse(article.date_slots[0].raw, NOW)
    assert found is not None
    return (found.value.date() if found.precision == "day" else found.value).isoformat()


@pytest.mark.parametrize("field", LEAST)
def test_corpus_figures(summary: dict[str, float], field: str) -> None:
    assert summary[field] >= LEAST[field]


def test_corpus_leaks(summary: dict[str, float]) -> None:
    assert summary["leak"] <= 0.02
