from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crawler.extraction.article import Attachment, Image
from crawler.items import ArticleItem
from pipelines.validate import LONGEST_BODY, LONGEST_TITLE, problems, rejection

Make = Callable[..., ArticleItem]
SOUND: dict[str, Any] = {"title": "Mở kho giống", "body": ["Kho mở cửa."]}


def test_problems_of_a_sound_item_are_none(make_item: Make) -> None:
    assert problems(make_item(**SOUND)) == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": None}, "no_title"),
        ({"title": ""}, "no_title"),
        ({"title": "a" * (LONGEST_TITLE + 1)}, "title_too_long"),
        ({"body": []}, "empty"),
        ({"body": ["a" * (LONGEST_BODY + 1)]}, "body_too_long"),
        ({"body": ["H\ufffdi ngh\ufffd \ufffd\ufffdu n\ufffdm"]}, "undecodable"),
    ],
)
def test_problems_name_the_broken_rule(make_item: Make, fields: dict[str, Any], reason: str) -> None:
    assert problems(make_item(**SOUND | fields)) == [reason]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "a" * LONGEST_TITLE},
        {"body": ["a" * LONGEST_BODY]},
        {"body": ["Một chữ hỏng \ufffd trong một bài dài. " + "Chữ còn lại đọc được. " * 20]},
        {"body": [], "attachments": [Attachment("http://so-thu.example/a.pdf", "a")]},
        {"body": [], "images": [Image("http://so-thu.example/a.jpg")]},
    ],
)
def test_problems_bear_with_what_is_just_allowed(make_item: Make, fields: dict[str, Any]) -> None:
    assert problems(make_item(**SOUND | fields)) == []


def test_problems_are_all_named(make_item: Make) -> None:
    assert problems(make_item()) == ["no_title", "empty"]


def test_rejection_keeps_the_item_its_reasons_and_its_snapshot(make_item: Make) -> None:
    snapshot = {"file": "so-thu/1.warc.gz", "offset": 7, "digest": "sha256:A"}
    kept = rejection(make_item(body=["Không có nhan đề"], snapshot=snapshot, published_raw="1/3/2026"), ["no_title"])
    assert kept["reasons"] == ["no_title"]
    assert kept["snapshot"] == snapshot
    assert kept["item"]["body"] == ["Không có nhan đề"]
    assert kept["item"]["published_raw"] == "1/3/2026"
    assert (kept["site"], kept["run_id"]) == ("so-thu", "so-thu-1")
    assert kept["at"].tzinfo is not None
