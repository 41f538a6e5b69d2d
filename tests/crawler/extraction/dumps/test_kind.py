from __future__ import annotations

from crawler.extraction.dumps import dump_kind, extract_dump

ENTRY = "Hội thi cán bộ giỏi\n{day}/05/2022\nChiều qua, huyện khai mạc hội thi cán bộ giỏi lần thứ {day} ...\n"


def test_dump_kind_dated_entries_are_a_listing() -> None:
    text = "Tin tức\n\n" + "\n".join(ENTRY.format(day=day) for day in range(10, 15))
    assert dump_kind(extract_dump(text, None, None)) == "listing"


def test_dump_kind_one_date_is_an_article() -> None:
    text = "Khai mạc hội thi cán bộ giỏi\n\n12/05/2022\n\nChiều qua, huyện đã khai mạc hội thi cán bộ giỏi năm nay."
    assert dump_kind(extract_dump(text, None, None)) == "article"


def test_dump_kind_menu_is_other() -> None:
    assert dump_kind(extract_dump("Trang chủ\nLiên hệ\nĐăng nhập\n", None, None)) == "other"
