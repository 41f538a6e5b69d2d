"""Pictures, their captions and credits."""

from __future__ import annotations

import pytest

from crawler.extraction.article import Article
from tests.crawler.extraction.helpers import PROSE, extract, page

IMG = '<img src="/anh/cau.jpg" alt="">'
CAPTION = "Người dân đi trên cầu mới"


def article_with(middle: str) -> Article:
    return extract(page(f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{middle}<p>{PROSE[2]}</p>"))


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>",
        f"<table><tr><td>{IMG}</td></tr><tr><td>{CAPTION}</td></tr></table>",
        f"<p>{IMG}</p><p><em>{CAPTION}</em></p>",
        f'<p>{IMG}</p><p style="text-align:center">{CAPTION}</p>',
        f"<p>{IMG}</p><p>{CAPTION}</p>",
        f'<div class="wp-caption">{IMG}<p class="wp-caption-text">{CAPTION}</p></div>',
        f"<p>{IMG}<br>{CAPTION}</p>",
        f"<p>{IMG}</p><p>Người dân đi</p><p>trên cầu mới</p>",
    ],
)
def test_captions_by_place_and_look(markup: str) -> None:
    article = article_with(markup)
    assert article.captions == (CAPTION,)
    assert article.body == PROSE
    assert [(image.url, image.caption) for image in article.images] == [("https://so.example.vn/anh/cau.jpg", CAPTION)]


def test_captions_credit_is_split_off() -> None:
    article = article_with(f"<p>{IMG}</p><p>{CAPTION}. Ảnh: Lò Mai</p>")
    assert article.captions == (f"{CAPTION}. Ảnh: Lò Mai",)
    assert article.images[0].credit == "Lò Mai"


def test_captions_same_picture_and_caption_twice() -> None:
    article = article_with(f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>" * 2)
    assert article.captions == (CAPTION,)
    assert len(article.images) == 1


def test_captions_one_for_each_picture_of_a_row() -> None:
    pictures = f'<tr><td>{IMG}</td><td><img src="/anh/le.jpg"></td></tr>'
    article = article_with(f"<table>{pictures}<tr><td>Cầu nhìn từ xa</td><td>Lễ khánh thành</td></tr></table>")
    assert [image.caption for image in article.images] == ["Cầu nhìn từ xa", "Lễ khánh thành"]


def test_captions_paragraph_below_picture_stays_body() -> None:
    article = article_with(f"<p>{IMG}</p>")
    assert article.captions == ()
    assert article.body == PROSE


def test_captions_layout_table_with_pictures_and_text() -> None:
    inner = f"<table><tr><td><p>{PROSE[0]}</p>{IMG}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></td></tr></table>"
    assert extract(page(inner)).body == PROSE


def test_images_lazy_address() -> None:
    article = article_with('<img src="data:image/gif;base64,R0" data-src="/anh/that.jpg">')
    assert [image.url for image in article.images] == ["https://so.example.vn/anh/that.jpg"]


@pytest.mark.parametrize(
    "icon",
    ['<img src="/icons/pdf.png">', '<img src="/a.jpg" width="16" height="16">', '<img src="data:image/png;base64,AA">'],
)
def test_images_icons_are_none(icon: str) -> None:
    assert article_with(icon).images == ()
