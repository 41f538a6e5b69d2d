"""Who wrote an article: in its text, beside its date, in the template's box."""

from __future__ import annotations

import pytest

from tests.crawler.extraction.helpers import PROSE, extract, page, paragraphs


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ('<p style="text-align:right"><b>Lò Thị Mai</b></p>', "Lò Thị Mai"),
        ("<p>H.Nhung</p>", "H.Nhung"),
        ("<p>Tin, ảnh: Lò Mai</p>", "Lò Mai"),
        ("<p>Bài và ảnh: Lò Mai (VP Sở)</p>", "Lò Mai"),
        ('<div class="author">Lò Mai</div>', "Lò Mai"),
        ("<p><i>Thanh tra Sở</i></p>", "Thanh tra Sở"),
    ],
)
def test_author_last_line(line: str, author: str) -> None:
    article = extract(page(paragraphs(line)))
    assert article.author == author
    assert article.body == PROSE


@pytest.mark.parametrize(
    "line",
    [
        '<p style="text-align: right;"><strong>Lò Thị Mai</strong></p>',
        '<div align="right"><i>Tin, ảnh: Lò Thị Mai</i></div>',
    ],
)
@pytest.mark.parametrize("head", ["<p><b>Tin liên quan:</b></p>", "<div>Xem thêm</div>"])
def test_author_behind_the_related_articles(head: str, line: str) -> None:
    related = '<ul><li><a href="/tin/41">Kiểm tra tiến độ cầu dân sinh bản Hua Pe</a></li></ul>'
    article = extract(page(paragraphs(head, related, line)))
    assert article.author == "Lò Thị Mai"
    assert article.body == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "Được gửi bởi Lò Thị Mai vào Thứ ba, 05/03/2024 - 14:20",
        "Ngày đăng: 05/03/2024 | Tác giả: Lò Thị Mai",
        "Lò Thị Mai - 14:20, 05/03/2024",
        "Posted on 05/03/2024 by Lò Thị Mai",
    ],
)
def test_author_on_the_date_line(line: str) -> None:
    article = extract(page(f"<p>{line}</p>{paragraphs()}"))
    assert article.author == "Lò Thị Mai"
    assert article.body == PROSE


def test_author_line_beside_the_date() -> None:
    article = extract(page(f"<p>Lò Thị Mai</p><p>05/03/2024 14:20</p>{paragraphs()}"))
    assert article.author == "Lò Thị Mai"
    assert article.body == PROSE


def test_author_signature_beats_the_template() -> None:
    inner = f"<p>Người viết: admin - Ngày viết: 05/03/2024</p>{paragraphs('<p>Lò Thị Mai</p>')}"
    assert extract(page(inner)).author == "Lò Thị Mai"


def test_author_account_name_is_none() -> None:
    assert extract(page(f"<p>Người viết: admin - Ngày viết: 05/03/2024</p>{paragraphs()}")).author is None


def test_author_of_signed_document_is_none() -> None:
    signed = "<p>GIÁM ĐỐC</p><p>(Đã ký)</p><p>Lò Thị Mai</p>"
    assert extract(page(paragraphs(signed))).author is None


@pytest.mark.parametrize("line", ["<p>Nguồn: Báo An Hải</p>", '<p align="right"><i>Theo Báo An Hải</i></p>'])
def test_source_is_no_author(line: str) -> None:
    article = extract(page(paragraphs(line)))
    assert article.author is None
    assert article.source == "Báo An Hải"
    assert article.body == PROSE


def test_author_and_source_on_two_lines() -> None:
    article = extract(page(paragraphs("<p>Lò Thị Mai</p>", '<p align="right">Theo Báo An Hải</p>')))
    assert (article.author, article.source) == ("Lò Thị Mai", "Báo An Hải")


def test_category_breadcrumb() -> None:
    crumbs = (
        '<ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/gt">Giao thông nông thôn</a></li></ul>'
    )
    assert extract(page(paragraphs(), above=crumbs)).category == "Giao thông nông thôn"


def test_category_labelled() -> None:
    article = extract(page(f"<p>Chuyên mục: Giao thông nông thôn</p>{paragraphs()}"))
    assert article.category == "Giao thông nông thôn"


def test_tags_behind_the_text() -> None:
    tags = '<p>Từ khóa: <a href="/t/1">cầu treo</a>, <a href="/t/2">Nậm Pì</a></p>'
    article = extract(page(paragraphs(tags)))
    assert article.tags == ("cầu treo", "Nậm Pì")
    assert article.body == PROSE
