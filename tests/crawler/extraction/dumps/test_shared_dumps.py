"""The owner's dumps, read in place: the seed exactly, the text pages by their gold."""

from __future__ import annotations

import importlib.util
import json
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from crawler.extraction.article import Article
from crawler.extraction.dumps import dump_kind, extract_dump
from vietnamese.dates import parse


def load_scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", shared / "corpus" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def published(article: Article) -> str | None:
    if not article.date_slots:
        return None
    date = parse(article.date_slots[0].raw, datetime.now(UTC))
    assert date is not None
    return date.value.isoformat()


def cases(shared: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted((shared / "textpages").glob("*.json"))]


def test_extract_dump_seed_equals_its_item(shared: Path) -> None:
    gold = json.loads((shared / "seed" / "expected.json").read_text("utf-8"))
    text = (shared / "seed" / gold["file"]).read_text("utf-8")
    article = extract_dump(text, None, None)
    assert article.title == gold["title"]
    assert published(article) == gold["published_at"]
    assert article.author == gold["author"]
    assert list(article.captions) == gold["captions"]
    assert list(article.body) == gold["body"]
    assert dump_kind(article) == "article"


@pytest.mark.parametrize(("field", "least"), [("title", 0.95), ("date", 0.95), ("author", 0.95), ("captions", 0.9)])
def test_extract_dump_textpages_fields(shared: Path, field: str, least: float) -> None:
    scorer = load_scorer(shared)
    right = 0
    for case in cases(shared):
        gold, article = case["gold"], extract_dump(case["text"], case["url"], None)
        right += {
            "title": scorer.same_text(gold["title"], article.title),
            "date": scorer.same_time(gold["published_at"], published(article)),
            "author": scorer.same_text(gold["author"], article.author),
            "captions": {*map(scorer.key, gold["captions"])} == {*map(scorer.key, article.captions)},
        }[field]
    assert right / len(cases(shared)) >= least


def test_extract_dump_textpages_body(shared: Path) -> None:
    scorer = load_scorer(shared)
    pairs = []
    for case in cases(shared):
        article = extract_dump(case["text"], case["url"], None)
        gold = [token for text in case["gold"]["body"] for token in scorer.tokens(text)]
        pairs.append(scorer.precision_recall(gold, [token for text in article.body for token in scorer.tokens(text)]))
    precision, recall = (sum(values) / len(pairs) for values in zip(*pairs, strict=True))
    assert scorer.f1(precision, recall) >= 0.98
