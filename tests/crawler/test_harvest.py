from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.extraction.article import Article, Attachment
from crawler.extraction.blocks import Block, BlockKind
from crawler.harvest import join, main_address_of
from crawler.reading import PageSource, read_page

URL = "http://so-a.example/node/4985"
PAGE = """<html><head><link rel="canonical" href="{canonical}"></head><body><h1>Sở A khai mạc hội thi sáng tạo trẻ</h1>
<p>05/03/2024 08:15</p><p>Sáng 5/3, Sở A khai mạc hội thi sáng tạo trẻ với hơn hai trăm thí sinh của mười hai huyện.</p>
<p>Hội thi kéo dài ba ngày và trao giải vào chiều thứ bảy tại hội trường của Sở.</p></body></html>"""


def paragraphs(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)


def test_join_takes_what_pages_repeat_once() -> None:
    first = Article(title="Bài", blocks=paragraphs("Sapo", "Một"), captions=("Ảnh 1",))
    second = Article(title="Bài", blocks=paragraphs("Sapo", "Hai"), author="Trần Mẫu", captions=("Ảnh 2",))
    joined = join(first, [second])
    assert joined.body == ("Sapo", "Một", "Hai")
    assert joined.captions == ("Ảnh 1", "Ảnh 2")
    assert joined.author == "Trần Mẫu"


def test_join_keeps_attachments_of_all_pages() -> None:
    files = [Attachment(f"http://so-a.example/{number}.pdf", "Tệp") for number in (1, 2)]
    joined = join(Article(attachments=(files[0],)), [Article(attachments=(files[0], files[1]))])
    assert joined.attachments == tuple(files)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("/tin/so-a-khai-mac-hoi-thi-sang-tao-tre", "http://so-a.example/tin/so-a-khai-mac-hoi-thi-sang-tao-tre"),
        ("http://so-a.example/tin-tuc", URL),
        ("http://so-b.example/tin/so-a-khai-mac-hoi-thi-sang-tao-tre", URL),
    ],
)
def test_main_address_is_the_declared_one_only_if_it_names_the_article(declared: str, expected: str) -> None:
    body = PAGE.format(canonical=declared).encode()
    reading = read_page(PageSource(body, URL, "text/html; charset=utf-8", datetime(2024, 3, 5, tzinfo=UTC)))
    assert main_address_of(URL, reading.declared, reading.article.title) == expected
