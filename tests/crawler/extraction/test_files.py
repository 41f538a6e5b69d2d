"""Files that an article offers."""

from __future__ import annotations

import pytest

from crawler.extraction.addresses import absolute
from crawler.extraction.judging.attachments import is_file, viewed_file
from crawler.extraction.markup.pieces import Link
from tests.crawler.extraction.helpers import PROSE, extract, page, paragraphs

BASE = "https://so.example.vn/tin/1.html"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/tep/van ban số 1.pdf", "https://so.example.vn/tep/van%20ban%20s%E1%BB%91%201.pdf"),
        ("tep.pdf", "https://so.example.vn/tin/tep.pdf"),
        ("\\tep\\a.pdf", "https://so.example.vn/tep/a.pdf"),
        ("", None),
        ("/", None),
        ("#", None),
        ("javascript:void(0)", None),
        ("http://[::1", None),
        ("ftp://x/a.pdf", None),
    ],
)
def test_absolute_forms(href: str, expected: str | None) -> None:
    assert absolute(href, BASE) == expected


@pytest.mark.parametrize(
    "href",
    [
        "/a/b.PDF",
        "/a/b.docx?v=1",
        "/x.html?file=/tep/quyet-dinh.doc",
        "/tai.aspx?download=1&id=3",
        "/api/file/download/7",
        "/Handlers/DownloadFile.ashx?id=3",
        "/documents/20182/81/a/0b7f",
    ],
)
def test_is_file_by_address(href: str) -> None:
    assert is_file("https://x.vn" + href, Link(href, "tại đây"))


def test_is_file_by_text() -> None:
    assert is_file("https://x.vn/tai?id=3", Link("/tai?id=3", "Tập tin 1: bieu-mau.docx"))


@pytest.mark.parametrize("href", ["/tin/1.html", "/print/tin-1", "/savefile/tin/a-1.html", "/tai-chinh/thu-chi"])
def test_is_file_pages_are_none(href: str) -> None:
    assert not is_file("https://x.vn" + href, Link(href, "Đọc tiếp"))


def test_viewed_file_of_viewer() -> None:
    viewer = "https://docs.google.com/viewer?url=http%3A%2F%2Fx.vn%2Fa%20b.pdf&embedded=true"
    assert viewed_file(viewer) == "http://x.vn/a%20b.pdf"


def test_attachments_offered_line_is_no_body() -> None:
    article = extract(page(paragraphs('<p>Tải văn bản đính kèm: <a href="/a.pdf">a.pdf</a> (1.2 MB)</p>')))
    assert [(a.url, a.text, a.media_type) for a in article.attachments] == [
        ("https://so.example.vn/a.pdf", "a.pdf", "application/pdf")
    ]
    assert article.body == PROSE


def test_attachments_within_a_sentence_stays_body() -> None:
    text = 'Hồ sơ thiết kế được công khai trong <a href="/a.pdf">tập bản vẽ</a> treo tại nhà văn hóa hai bản.'
    article = extract(page(paragraphs(f"<p>{text}</p>")))
    assert len(article.attachments) == 1
    assert article.body[3].startswith("Hồ sơ thiết kế được công khai trong tập bản vẽ")


def test_attachments_viewer_and_link_are_one() -> None:
    viewer = '<iframe src="https://docs.google.com/viewer?url=https://so.example.vn/a.pdf"></iframe>'
    article = extract(page(paragraphs('<p><a href="/a.pdf">Tải về</a></p>', viewer)))
    assert [a.url for a in article.attachments] == ["https://so.example.vn/a.pdf"]


def test_attachments_of_other_news_are_none() -> None:
    other = (
        '<div class="sidebar"><h3>Văn bản mới</h3><ul><li><a href="/vb.pdf">Quyết định khen thưởng</a></li></ul></div>'
    )
    assert extract(page(paragraphs()) + other).attachments == ()


@pytest.mark.parametrize(
    ("box", "left"),
    [
        ("<p>Tệp tin</p>", ()),
        ("<p>Sở đề nghị các xã đọc kỹ.</p>", ("Sở đề nghị các xã đọc kỹ.",)),
    ],
)
def test_label_above_a_file_is_no_body(box: str, left: tuple[str, ...]) -> None:
    article = extract(page(paragraphs(box, '<p><a href="/tep/a.pdf">a.pdf</a></p>')))
    assert article.body == (*PROSE, *left)


def test_head_of_a_table_of_files_is_no_body_while_rows_of_text_stay() -> None:
    head = "<tr><td>Tiêu đề</td><td>Tải</td></tr>"
    text = "<tr><td>Cầu treo</td><td>Nậm Pì</td></tr>"
    file = '<tr><td><a href="/tep/a.pdf">a.pdf</a></td><td>12</td></tr>'
    assert extract(page(paragraphs(f"<table>{head}{file}</table>"))).body == PROSE
    mixed = extract(page(paragraphs(f"<table>{head}{text}{file}</table>"))).body
    assert mixed == (*PROSE, "Tiêu đề | Tải", "Cầu treo | Nậm Pì")


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("/", "https://so.example.vn/tep/lich.pdf"),
        ("https://tep.example.vn/kho/", "https://tep.example.vn/kho/tep/lich.pdf"),
        ("http://[hong", "https://so.example.vn/tin/tep/lich.pdf"),
        ("", "https://so.example.vn/tin/tep/lich.pdf"),
    ],
)
def test_attachment_is_resolved_against_the_page_s_base(base: str, expected: str) -> None:
    found = extract(page(paragraphs('<p><a href="tep/lich.pdf">Lịch tiếp dân</a></p>'), head=f'<base href="{base}">'))
    assert [file.url for file in found.attachments] == [expected]
    picture = extract(page(paragraphs('<img src="anh.jpg">'), head='<base href="/">'))
    assert [image.url for image in picture.images] == ["https://so.example.vn/anh.jpg"]


@pytest.mark.parametrize(
    "href", ["http:///a.pdf", "http://h:abc/a.pdf", "http://h:99999/a.pdf", "/a.pdf?" + "x" * 9000]
)
def test_attachment_that_leads_nowhere_is_none(href: str) -> None:
    assert extract(page(paragraphs(f'<p><a href="{href}">Lịch tiếp dân</a></p>'))).attachments == ()
