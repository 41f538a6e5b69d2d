"""Which of a page's dates is the publication time, and which are refused."""

from __future__ import annotations

import pytest

from crawler.extraction.slots import cut_slot, is_date_line
from tests.crawler.extraction.helpers import NOW, PROSE, TITLE, extract, page, paragraphs
from vietnamese import dates


def published(html: str, *, fetched: bool = True) -> str | None:
    slots = extract(html, NOW if fetched else None).date_slots
    found = dates.parse(slots[0].raw, NOW) if slots else None
    return found.value.strftime("%Y-%m-%d %H:%M") if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("05/03/2024 14:20", "2024-03-05 14:20"),
        ("Ngày đăng: 05-03-2024", "2024-03-05 00:00"),
        ("Thứ ba, 05/03/2024 | 14:20 | Lượt xem: 77", "2024-03-05 14:20"),
        ("05/03/2024 14:20 38 lượt xem", "2024-03-05 14:20"),
        ("(14:20 | 05/03/2024)", "2024-03-05 14:20"),
        ("Được gửi bởi vanthu vào Thứ 3, 05/03/2024 - 14:20", "2024-03-05 14:20"),
    ],
)
def test_find_dates_line_below_heading(line: str, expected: str) -> None:
    assert published(page(f"<div>{line}</div>{paragraphs()}")) == expected


def test_find_dates_line_above_heading() -> None:
    assert published(page(paragraphs(), above="<span>05/03/2024 14:20</span>")) == "2024-03-05 14:20"


def test_find_dates_clock_in_banner_is_refused() -> None:
    html = page(paragraphs()).replace("<body>", '<body><div class="top-bar">Thứ Hai, 23/11/2026</div>')
    assert published(html) is None


def test_find_dates_clock_above_menu_is_refused() -> None:
    html = page(paragraphs()).replace("<body>", "<body><p>Thứ Hai, 23/11/2026 09:41</p>")
    assert published(html) is None


def test_find_dates_published_label_beats_edit() -> None:
    lines = "<p>Ngày cập nhật: 09/03/2024</p><p>Ngày đăng: 05/03/2024</p>"
    assert published(page(lines + paragraphs())) == "2024-03-05 00:00"


def test_find_dates_event_in_text_is_refused() -> None:
    assert published(page(paragraphs("<p>Thời gian: 08:00 ngày 12/03/2024</p>"))) is None


def test_find_dates_entry_of_other_news_is_refused() -> None:
    other = '<h3>Tin khác</h3><ul><li><a href="/t/1">Nâng cấp đường tỉnh qua ba xã vùng cao</a> (05/03/2024)</li></ul>'
    assert published(page(paragraphs() + other)) is None


def test_find_dates_letterhead_is_refused() -> None:
    assert published(page(f"<p><i>Nậm Pì, ngày 05 tháng 3 năm 2024</i></p>{paragraphs()}")) is None


def test_find_dates_time_element_gives_the_minute() -> None:
    html = page(f'<time datetime="2024-03-05T14:20:31+07:00">05/03/2024</time>{paragraphs()}')
    article = extract(html)
    assert [slot.source for slot in article.date_slots] == ["time", "visible"]
    assert published(html) == "2024-03-05 14:20"


def test_find_dates_time_element_of_another_day_is_ignored() -> None:
    html = page(f'<time datetime="2024-04-09T14:20:31+07:00">05/03/2024</time>{paragraphs()}')
    assert published(html) == "2024-03-05 00:00"


def test_find_dates_hidden_microdata_is_ignored() -> None:
    hidden = '<span class="hidden d-none" itemprop="datePublished">2024-04-09T10:00:00+07:00</span>'
    assert published(page(f"{hidden}<div>05/03/2024 14:20</div>{paragraphs()}")) == "2024-03-05 14:20"


def test_find_dates_metadata_where_nothing_is_printed() -> None:
    head = '<meta property="article:published_time" content="2024-03-05T14:20:00+07:00">'
    article = extract(page(paragraphs(), head=head))
    assert [slot.source for slot in article.date_slots] == ["meta"]


def test_find_dates_metadata_of_an_edit_is_refused() -> None:
    head = "".join(
        f'<meta property="{name}" content="2024-03-05T14:20:00+07:00">'
        for name in ("article:published_time", "article:modified_time")
    )
    assert extract(page(paragraphs(), head=head)).date_slots == ()


def test_find_dates_relative_without_fetch_time_is_refused() -> None:
    html = page(f"<div>2 giờ trước</div>{paragraphs()}")
    assert published(html, fetched=False) is None
    assert published(html) == "2026-11-23 10:00"


def test_find_dates_glued_to_heading() -> None:
    html = page(paragraphs()).replace("</h1>", " (05/03/2024 )</h1>")
    assert published(html) == "2024-03-05 00:00"
    assert extract(html).title == TITLE


def test_cut_slot_sentence_has_many_other_words() -> None:
    slot = cut_slot("Sáng 05/03/2024, lãnh đạo Sở cùng đoàn công tác đã đến thăm, tặng quà các hộ nghèo trong xã")
    assert slot is not None
    assert slot.others > 7


def test_is_date_line_document_number() -> None:
    assert not is_date_line("Quyết định số 12/QĐ-UBND ngày 05/03/2024")


def test_is_date_line_prose() -> None:
    assert not is_date_line(PROSE[0])


def test_find_dates_document_date_under_its_label_is_refused() -> None:
    table = "<table><tr><td>Ngày ban hành</td></tr><tr><td>05/03/2024</td></tr></table>"
    assert published(page(table + paragraphs())) is None


@pytest.mark.parametrize(
    ("label", "day"), [("Ngày tạo:", "14.05.2026"), ("Ngày đăng", "14.05.2026"), ("Ngày hết hạn:", None)]
)
def test_date_in_a_table_below_the_text_goes_by_the_cell_before_it(label: str, day: str | None) -> None:
    article = extract(page(paragraphs(f"<table><tr><td>{label}</td><td>14.05.2026</td></tr></table>")))
    assert [slot.raw for slot in article.date_slots] == ([day] if day else [])
    assert (f"{label} | 14.05.2026" in article.body) is (day is None)


def test_cut_slot_leaves_the_time_of_the_last_edit_out() -> None:
    slot = cut_slot("Đã xuất bản 02/05/2026 07h55, sửa lần cuối 05/05/2026 10h20")
    assert slot is not None
    assert (slot.text, slot.labelled, slot.edited) == ("02/05/2026 07h55", True, False)
