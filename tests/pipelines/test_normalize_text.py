from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.article import Attachment, Image
from crawler.items import ArticleItem
from pipelines.normalize_text import NormalizeText, normalize_text, one_line

Make = Callable[..., ArticleItem]

RAW = unicodedata.normalize("NFD", "Hội nghị\u00a0đầu\u200b  năm")
STORED = "Hội nghị đầu năm"
WILD = st.text(alphabet=st.sampled_from("aăêđĐờ \u00a0\u200b\u00ad\n\t\u0301\u0302Ð.|"), max_size=40)


@pytest.mark.parametrize("name", ["title", "lead", "author", "source", "category"])
def test_normalize_text_brings_a_field_of_one_line_into_its_stored_form(make_item: Make, name: str) -> None:
    assert getattr(normalize_text(make_item(**{name: RAW})), name) == STORED


@pytest.mark.parametrize("name", ["body", "captions", "tags"])
def test_normalize_text_brings_every_entry_of_a_list_into_its_stored_form(make_item: Make, name: str) -> None:
    assert getattr(normalize_text(make_item(**{name: [RAW, "Hai"]})), name) == [STORED, "Hai"]


def test_normalize_text_reaches_images_and_attachments(make_item: Make) -> None:
    image = Image("http://so-thu.example/a.jpg", RAW, RAW)
    file = Attachment("http://so-thu.example/a%20.pdf", RAW, "application/pdf")
    item = normalize_text(make_item(images=[image], attachments=[file]))
    assert item.images == [Image(image.url, STORED, STORED)]
    assert item.attachments == [Attachment(file.url, STORED, "application/pdf")]


def test_normalize_text_makes_paragraphs_of_lines_and_drops_empty_ones(make_item: Make) -> None:
    item = normalize_text(make_item(body=["Một\nHai\n\nBa", " \u00a0 ", "Bốn"]))
    assert item.body == ["Một", "Hai", "Ba", "Bốn"]


def test_normalize_text_joins_the_lines_of_a_title(make_item: Make) -> None:
    assert normalize_text(make_item(title="Mở kho\n  giống")).title == "Mở kho giống"


@pytest.mark.parametrize("empty", ["", "  ", "\u200b", "\u00a0\n"])
def test_one_line_is_none_for_what_is_empty(empty: str) -> None:
    assert one_line(empty) is None


def test_normalize_text_keeps_what_was_printed_as_the_date(make_item: Make) -> None:
    assert normalize_text(make_item(published_raw=RAW)).published_raw == RAW


@given(title=WILD, body=st.lists(WILD, max_size=4))
def test_normalize_text_twice_changes_nothing(title: str, body: list[str]) -> None:
    item = ArticleItem("so-thu", "", "", None, "", title=title, body=body)  # type: ignore[arg-type]
    once = normalize_text(item)
    first = once.title, list(once.body)
    again = normalize_text(once)
    assert (again.title, again.body) == first
    assert all(paragraph.strip() and "\n" not in paragraph for paragraph in again.body)


def test_pipeline_normalizes_like_the_function(make_item: Make) -> None:
    assert NormalizeText().process_item(make_item(title=RAW)).title == STORED
