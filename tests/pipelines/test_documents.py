from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from crawler.extraction.article import Attachment, Image
from crawler.extraction.blocks import Block, BlockKind
from crawler.items import ArticleItem
from pipelines.documents import content_hash, document
from storage.articles import Articles
from storage.types import Database

Make = Callable[..., ArticleItem]

FIELDS: dict[str, Any] = {
    "title": "Mở kho giống ở Đắk Lắk",
    "lead": "Kho mở cửa.",
    "body": ["Kho mở cửa.", "Bà con nhận hạt."],
    "author": "Thu Tư",
    "source": "Báo Thử",
    "category": "Trồng trọt",
    "tags": ["giống"],
    "captions": ["Kho giống. Ảnh: Tư"],
    "images": [Image("http://so-thu.example/a.jpg", "Kho giống", "Tư")],
    "attachments": [Attachment("http://so-thu.example/a.pdf", "Quyết định", "application/pdf")],
    "published_at": datetime(2026, 3, 1, 1, tzinfo=UTC),
    "published_on": "2026-03-01",
    "published_precision": "minute",
    "published_raw": "01/03/2026 08:00",
    "published_source": "visible",
    "published_flags": [],
    "warnings": ["no_region"],
    "aliases": ["http://so-thu.example/tin/17"],
}
SEEN: dict[str, Any] = {
    "title": "Đóng kho giống",
    "lead": "Kho đóng cửa.",
    "body": ["Kho mở cửa. Bà con nhận hạt."],
    "author": "Tư",
    "source": None,
    "category": "Chăn nuôi",
    "tags": [],
    "captions": [],
    "images": [Image("http://so-thu.example/b.jpg", "Kho giống", "Tư")],
    "attachments": [Attachment("http://so-thu.example/a.pdf", "Quyết định 2", "application/pdf")],
    "published_at": datetime(2026, 3, 1, 1, 1, tzinfo=UTC),
    "published_precision": "day",
}
UNSEEN: dict[str, Any] = {
    "url": "http://so-thu.example/tin/17/ten-khac",
    "aliases": [],
    "fetched_at": datetime(2027, 1, 1, tzinfo=UTC),
    "run_id": "so-thu-2",
    "snapshot": {"file": "a.warc.gz", "offset": 3, "digest": None},
    "page": {"etag": "x"},
    "warnings": [],
    "blocks": [Block(BlockKind.CHROME, "Lượt xem: 1.204"), Block(BlockKind.CHROME, "Đang truy cập: 7")],
    "published_raw": "Đăng lúc 08:00 ngày 01/03/2026",
    "published_source": "meta",
    "published_flags": ["ambiguous"],
}


def hash_with(make_item: Make, **fields: Any) -> str:
    return str(document(make_item(**copy.deepcopy(FIELDS) | fields))["content_hash"])


@pytest.mark.parametrize("name", SEEN)
def test_content_hash_changes_with_what_a_reader_sees(make_item: Make, name: str) -> None:
    assert hash_with(make_item, **{name: SEEN[name]}) != hash_with(make_item)


@pytest.mark.parametrize("name", UNSEEN)
def test_content_hash_ignores_bookkeeping_and_counters(make_item: Make, name: str) -> None:
    assert hash_with(make_item, **{name: UNSEEN[name]}) == hash_with(make_item)


def test_content_hash_tells_paragraphs_apart(make_item: Make) -> None:
    assert hash_with(make_item, body=["Một Hai"]) != hash_with(make_item, body=["Một", "Hai"])


def test_content_hash_ignores_the_tokens_behind_a_file(make_item: Make) -> None:
    def hashed(image: str, file: str) -> str:
        images, files = [Image(image, "Ảnh", None)], [Attachment(file, "Tải về", None)]
        return str(document(make_item(images=images, attachments=files))["content_hash"])

    base = hashed("http://so.vn/a.JPG?t=1", "http://so.vn/vb.pdf?token=1")
    assert hashed("http://so.vn/a.JPG?t=2", "http://so.vn/vb.pdf") == base
    assert hashed("http://so.vn/b.JPG?t=1", "http://so.vn/vb.pdf") != base
    assert hashed("http://so.vn/a.JPG", "http://so.vn/tai?id=1") != hashed(
        "http://so.vn/a.JPG", "http://so.vn/tai?id=2"
    )


def test_content_hash_can_be_computed_again_from_the_document(make_item: Make) -> None:
    stored = document(make_item(**FIELDS))
    assert content_hash(stored) == stored["content_hash"]
    assert stored["content_hash"].startswith("sha256:")


def test_document_is_named_by_site_and_stable_id(make_item: Make) -> None:
    stored = document(make_item(**FIELDS))
    assert stored["_id"] == "so-thu:#tin:17"
    assert stored["site"] == "so-thu"


def test_document_joins_the_paragraphs_and_folds_the_search_key(make_item: Make) -> None:
    stored = document(make_item(**FIELDS))
    assert stored["text"] == "Kho mở cửa.\n\nBà con nhận hạt."
    assert stored["search_key"] == "mo kho giong o dak lak kho mo cua. ba con nhan hat."


def test_document_spells_out_images_and_attachments(make_item: Make) -> None:
    stored = document(make_item(**FIELDS))
    assert stored["images"] == [{"url": "http://so-thu.example/a.jpg", "caption": "Kho giống", "credit": "Tư"}]
    file = {"url": "http://so-thu.example/a.pdf", "text": "Quyết định", "media_type": "application/pdf"}
    assert stored["attachments"] == [file]


def test_document_leaves_out_the_blocks_that_were_stripped(make_item: Make) -> None:
    stored = document(make_item(**FIELDS, blocks=[Block(BlockKind.CHROME, "Lượt xem: 1.204")]))
    assert "blocks" not in stored
    assert "1.204" not in str(stored)


def test_document_tells_the_extractor_and_its_warnings(make_item: Make) -> None:
    extractor = document(make_item(**FIELDS))["extractor"]
    assert extractor["warnings"] == ["no_region"]
    assert extractor["version"]


@pytest.mark.parametrize("fields", [FIELDS, {"title": "Chỉ có nhan đề", "body": ["Và một câu."]}])
async def test_document_passes_the_validator_of_the_database(
    make_item: Make, db: Database, fields: dict[str, Any]
) -> None:
    articles = Articles(db)
    stored = document(make_item(**fields))
    assert await articles.upsert_many([stored]) == {stored["_id"]: "new"}
    later = document(make_item(**fields | {"fetched_at": datetime.now(UTC) + timedelta(days=1)}))
    assert await articles.upsert_many([later]) == {stored["_id"]: "unchanged"}
