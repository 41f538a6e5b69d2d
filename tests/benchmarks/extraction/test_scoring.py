from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.scoring.overlap import leaks, precision_recall
from benchmarks.extraction.scoring.page import ArticleScore, Sets, score_page
from benchmarks.extraction.scoring.totals import score, totals
from benchmarks.extraction.scoring.values import address, same_time
from benchmarks.extraction.scoring.words import paragraphs, without, words

Labelled = Callable[..., GoldPage]


def article(page: GoldPage, **changes: Any) -> ArticleScore:
    found = score_page(page, page.labels | changes).article
    assert found is not None
    return found


def test_score_page_right_answer(labelled: Labelled) -> None:
    page = labelled()
    found = article(page)
    assert (found.title, found.published, found.published_day, found.author) == (True, True, True, True)
    assert (found.precision, found.recall, found.leaks) == (1.0, 1.0, ())
    assert (found.captions, found.attachments) == (Sets(1, 0, 0), Sets(1, 0, 0))


def test_score_page_other_spelling_of_the_same_text(labelled: Labelled) -> None:
    page = labelled()
    title = unicodedata.normalize("NFD", page.labels["title"].upper()).replace(" ", "\u00a0 ") + "\u200b"
    body = "\n".join(page.labels["body"])
    found = article(page, title=title, body=body)
    assert (found.title, found.precision, found.recall) == (True, 1.0, 1.0)


def test_score_page_missing_paragraph_costs_recall_only(labelled: Labelled) -> None:
    page = labelled()
    found = article(page, body=page.labels["body"][:1])
    assert found.precision == 1.0
    assert 0.4 < found.recall < 0.7


def test_score_page_menu_line_is_a_leak(labelled: Labelled) -> None:
    page = labelled()
    line = "Liên hệ đường dây nóng của Sở"
    found = article(page, body=[*page.labels["body"], line])
    assert found.leaks == (line,)
    assert found.precision < 1.0


def test_score_page_line_joined_to_a_paragraph_is_a_leak(labelled: Labelled) -> None:
    page = labelled()
    joined = page.labels["body"][1] + " Tin nổi bật trong tuần qua của tỉnh"
    assert article(page, body=[page.labels["body"][0], joined]).leaks == (joined,)


def test_score_page_menu_word_is_a_stray_but_no_leak(labelled: Labelled) -> None:
    page = labelled()
    found = article(page, body=[*page.labels["body"], "Trang chủ"])
    assert (found.leaks, found.strays) == ((), ("Trang chủ",))


def test_score_page_long_leak_is_a_stray_too(labelled: Labelled) -> None:
    page = labelled()
    line = "Liên hệ đường dây nóng của Sở"
    assert article(page, body=[*page.labels["body"], line]).strays == (line,)


@pytest.mark.parametrize("line", ["quay mật.", "Mỗi hộ", "Xà cừ"])
def test_score_page_edge_of_a_paragraph_or_invented_word_is_no_stray(labelled: Labelled, line: str) -> None:
    page = labelled()
    assert article(page, body=[*page.labels["body"], line]).strays == ()


def test_score_page_short_label_of_the_body_is_no_stray(labelled: Labelled) -> None:
    page = labelled()
    page.labels["body"].append("Trang chủ | Liên hệ")
    assert article(page, body=["Trang chủ"]).strays == ()


def test_score_page_category_only_where_labels_have_one(labelled: Labelled) -> None:
    assert article(labelled()).category is None
    page = labelled(category="Tin hoạt động")
    assert article(page, category="tin hoạt động").category is True
    assert article(page, category=None).category is False


def test_score_page_missing_date_is_not_wrong(labelled: Labelled) -> None:
    page = labelled()
    assert not article(page, published_at=None).wrong_date
    assert not article(page, published_at=page.labels["published_at"][:10]).wrong_date
    assert article(page, published_at="2001-01-01").wrong_date
    assert article(page, published_at="2024-05-06T07:09:00+07:00").wrong_date
    assert not article(page).wrong_date


def test_score_page_title_in_body_is_no_leak(labelled: Labelled) -> None:
    page = labelled()
    assert article(page, body=[page.labels["title"], *page.labels["body"]]).leaks == ()


def test_score_page_optional_line_costs_nothing(labelled: Labelled) -> None:
    line = "Tin nổi bật trong tuần qua của tỉnh"
    page = labelled(optional=[line])
    found = article(page, body=[*page.labels["body"], line])
    assert (found.precision, found.recall, found.leaks) == (1.0, 1.0, ())


def test_score_page_other_right_answer(labelled: Labelled) -> None:
    page = labelled(also={"author": ["Bưởi"]})
    assert article(page, author="bưởi").author
    assert not article(page, author="Sở").author


def test_score_page_no_answer(labelled: Labelled) -> None:
    page = labelled()
    found = score_page(page, {})
    assert not found.kind
    assert found.article is not None
    assert (found.article.recall, found.article.captions) == (0.0, Sets(0, 0, 1))


def test_score_page_listing(labelled: Labelled) -> None:
    links = ["https://so.example/tin/1", "https://so.example/tin/2"]
    page = labelled(kind="listing", links=links, next_page="https://so.example/tin?trang=2")
    found = score_page(page, {"links": [*links[:1], "https://so.example/x"], "next_page": None}).listing
    assert found is not None
    assert (found.links, found.next_page) == (Sets(1, 1, 1), False)


def test_totals_of_right_and_wrong_pages(labelled: Labelled) -> None:
    page = labelled()
    right = score([page], {page.id: page.labels})
    wrong = score([page], {page.id: page.labels | {"title": "x", "attachments": [{"url": "https://a.example/x"}]}})
    figures = totals([*right, *wrong])
    assert figures["title"] == 0.5
    assert (figures["attachments_recall"], figures["attachments_precision"]) == (0.5, 0.5)
    assert figures["body_f1"] == 1.0
    assert figures["links_recall"] is None


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2024-05-06T07:08:00+07:00", "2024-05-06T00:08:59Z", True),
        ("2024-05-06T07:08:00+07:00", "2024-05-06T07:08:00", True),
        ("2024-05-06T07:08:00+07:00", "2024-05-06T07:09:00+07:00", False),
        ("2024-05-06T07:08:00+07:00", "2024-05-06", False),
        ("2024-05-06T00:00:00+07:00", "2024-05-06", False),
        ("2024-05-06", "2024-05-06T23:59:00+07:00", True),
        ("2024-05-06", "2024-05-06T17:00:00Z", False),
        (None, None, True),
        (None, "2024-05-06", False),
        ("2024-05-06", None, False),
        ("2024-05-06", "6/5/2024", False),
    ],
)
def test_same_time(gold: str | None, found: str | None, same: bool) -> None:
    assert same_time(gold, found) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://so.example/tin/", "https://SO.example/tin#dau"),
        ("https://so.example/t%E1%BB%87p.pdf", "https://so.example/tệp.pdf"),
        ("", None),
    ],
)
def test_address_same(one: str | None, other: str | None) -> None:
    assert address(one) == address(other)


def test_address_query_counts() -> None:
    assert address("https://so.example/?id=1") != address("https://so.example/?id=2")


def test_precision_recall_counts_repetitions() -> None:
    text = words("một hai ba bốn năm")
    assert precision_recall(text, text + text)[0] < 0.5
    assert precision_recall(text, text + text)[1] == 1.0
    assert precision_recall((), ()) == (1.0, 1.0)
    assert precision_recall((), text) == (0.0, 0.0)


def test_leaks_invented_text_is_none() -> None:
    assert leaks(["chữ không có trên trang"], [words("bài")], words("bài và trình đơn")) == []


def test_without_takes_whole_runs() -> None:
    assert without(words("a b c a b d"), [words("a b")]) == words("c d")


def test_paragraphs_of_text_and_list() -> None:
    assert paragraphs("a\n\nb") == ["a", "b"] == paragraphs(["a\nb", "\u200b", None])
    assert paragraphs(None) == []
