from __future__ import annotations

import pytest

from crawler.extraction.wording.captions import (
    has_credit,
    introduces_gallery,
    looks_like_caption,
    split_credit,
)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Trao quà cho hộ nghèo. Ảnh: B.Ngân", "Trao quà cho hộ nghèo.", "B.Ngân"),
        ("Trao quà cho hộ nghèo (ảnh: Gia Huy)", "Trao quà cho hộ nghèo", "Gia Huy"),
        ("Trao quà cho hộ nghèo - Ảnh: CTV", "Trao quà cho hộ nghèo", "CTV"),
        ("(Ảnh Gia Huy)", "", "Gia Huy"),
        ("Các em nhỏ vui TếtNguồn: Internet.", "Các em nhỏ vui Tết", "Internet"),
    ],
)
def test_split_credit_forms(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)
    assert has_credit(text)


@pytest.mark.parametrize(
    "text",
    ["Tin, ảnh: Gia Huy", "Bài và ảnh: Gia Huy", "Người dân xem ảnh Bác Hồ", "Trao quà cho hộ nghèo"],
)
def test_has_credit_not_for_bylines_and_plain_text(text: str) -> None:
    assert not has_credit(text)
    assert split_credit(text) == (text, None)


@pytest.mark.parametrize("text", ["Ảnh minh họa", "(Ảnh minh hoạ)", "Cánh đồng lúa. Ảnh minh họa", "Ảnh minh họa_B.N"])
def test_split_credit_illustration_names_nobody(text: str) -> None:
    assert has_credit(text)
    assert split_credit(text) == (text, None)


@pytest.mark.parametrize(
    "text",
    [
        "Quang cảnh buổi lễ",
        "Toàn cảnh hội thảo.",
        "Đ/c Vũ Gia Huy, Bí thư Đảng ủy phát biểu chỉ đạo",
        "Lãnh đạo Sở tặng hoa các đội.",
        "Ảnh các hộ dân làm đường",
        "Kiểm lâm viên cùng bà con phát dọn đường băng. Ảnh: Gia Huy",
        "TS. Vũ Gia Huy trình bày tham luận",
    ],
)
def test_looks_like_caption_names_who_is_seen(text: str) -> None:
    assert looks_like_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 12/5, lãnh đạo Sở tặng hoa các đội",
        "Lãnh đạo Sở đã tặng hoa các đội.",
        "Lãnh đạo Sở tặng hoa các đội. Hội thi kết thúc tốt đẹp.",
        "Lãnh đạo Sở yêu cầu các đơn vị:",
        "Một số hình ảnh tại buổi lễ",
        "Kết quả đạt được",
        "Lãnh đạo phường trao quà cho 20 hộ./.",
        "",
    ],
)
def test_looks_like_caption_refuses_story_and_headings(text: str) -> None:
    assert not looks_like_caption(text)


def test_introduces_gallery_announcement() -> None:
    assert introduces_gallery("* Một số hình ảnh tại buổi lễ:")
    assert not introduces_gallery("Một số hộ dân vào xem hình ảnh")
