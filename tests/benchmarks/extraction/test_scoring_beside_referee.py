"""This project's scorer and the one that lies beside the owner's pages must not disagree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.extraction.gold import GoldPage, load
from benchmarks.extraction.referee import judge
from benchmarks.extraction.scoring.totals import score, totals

Answer = Callable[[GoldPage], dict[str, Any]]


def right(page: GoldPage) -> dict[str, Any]:
    return page.labels


def poor(page: GoldPage) -> dict[str, Any]:
    """Every field wrong in some way on two pages of three."""
    gold = page.labels
    if sum(map(ord, page.id)) % 3 == 0:
        return gold
    junk = ["Trang chủ", "Các tin khác", "Bản quyền thuộc về cơ quan chủ quản"]
    return {
        "kind": "other",
        "title": f"{gold['title']} - Cổng",
        "published_at": (gold["published_at"] or "2001-01-01")[:10],
        "author": gold["author"] and gold["author"].lower(),
        "body": [*gold["captions"], *gold["body"][:3], *junk],
        "captions": gold["captions"][:1],
        "attachments": gold["attachments"][1:],
        "links": [*(gold.get("links") or [])[2:], "https://x.example/"],
        "next_page": None,
    }


@pytest.mark.parametrize("answer", [right, poor])
def test_totals_equal_the_referees(shared: Path, answer: Answer) -> None:
    folder = shared / "corpus"
    pages = load(folder)
    answers = {page.id: answer(page) | {"id": page.id} for page in pages}
    theirs = judge(folder, answers.values())["overall"]
    own = totals(score(pages, answers))
    assert {name: own[name] for name in own.keys() & theirs.keys()} == pytest.approx(
        {name: theirs[name] for name in own.keys() & theirs.keys()}
    )
    assert len(own.keys() & theirs.keys()) == 14
