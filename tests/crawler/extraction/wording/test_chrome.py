from __future__ import annotations

import pytest

from crawler.extraction.wording.chrome import chrome_reason, starts_footer, starts_related, strip_counters


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Các tin khác", "related"),
        ("NHỮNG TIN CŨ HƠN:", "related"),
        ("Bản quyền thuộc về Sở Nội vụ", "footer"),
        ("Font size : A- A A+", "accessibility"),
        ("A- A A+ | Tăng tương phản Giảm tương phản", "accessibility"),
        ("Chuyển đến nội dung chính", "accessibility"),
        ("In bài viết", "tools"),
        ("Cỡ chữ A- A+ Tương phản Đọc bài viết", "tools"),
        ("Nghe bài viết | Tăng cỡ chữ | Giảm cỡ chữ | In trang", "tools"),
        ("Xem cỡ chữ | Đọc bài viết | In | Gửi email", "tools"),
        ("Quay lại trang trước", "navigation"),
        ("Danh mục Danh mục", "navigation"),
        ("Đăng nhập", "form"),
        ("Ý kiến bạn đọc (3)", "comments"),
        ("Tổng số điểm của bài viết là: 0 trong 0 đánh giá", "rating"),
        ("Thời tiết", "widget"),
        ("Từ khóa: chuyển đổi số, công dân số", "tags"),
        ("Tệp đính kèm:", "attachment_box"),
        ("Hôm nay: Thứ Ba, 12/05/2026 10:20:30", "clock"),
        ("Chào mừng bạn đến với Cổng thông tin", "welcome"),
        ("Tổng số truy cập: 1.234.567", "counter"),
        ("23 lượt xem", "counter"),
        ("Hôm nay: 12", "counter"),
        ("Chuyện cơ sở Chuyện cơ sở", "portlet_title"),
    ],
)
def test_chrome_reason_names_the_furniture(text: str, reason: str) -> None:
    assert chrome_reason(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị triển khai nhiệm vụ",
        "Tin cùng bà con vào vụ mới",
        "Hôm nay bà con ra đồng",
        "Thống kê cho thấy sản lượng tăng",
        "Bảo Ngân",
        "Liên kết sản xuất lúa chất lượng cao",
        "Trang chủ đề mới ra mắt bạn đọc",
        "",
    ],
)
def test_chrome_reason_spares_the_story(text: str) -> None:
    assert chrome_reason(text) is None


@pytest.mark.parametrize(
    "text", ["Tin khác", "tin liên quan", "Các bài viết cùng chuyên mục", "Other news", "TIN MỚI NHẤT"]
)
def test_starts_related_heading(text: str) -> None:
    assert starts_related(text)


@pytest.mark.parametrize("text", ["Tin vui đến với bà con", "Các đơn vị khác", "Một số tin nhắn lừa đảo khác thường"])
def test_starts_related_not_for_sentences(text: str) -> None:
    assert not starts_related(text)


def test_starts_footer_opening() -> None:
    assert starts_footer("© 2024 Sở Nội vụ. Địa chỉ: số 1 đường Hùng Vương")
    assert starts_footer("Cơ quan chủ quản: UBND tỉnh")
    assert not starts_footer("Cơ quan chuyên môn: 12 đơn vị")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("12/05/2022 08:17 38 lượt xem", "12/05/2022 08:17"),
        ("Ngày đăng 03/04/2023 | 08:51 | View count: 3.809", "Ngày đăng 03/04/2023 | 08:51"),
        ("Lượt xem: 70 | Gửi lúc: 05/12/2013 15:42:27", "Gửi lúc: 05/12/2013 15:42:27"),
        ("- + A- A+ 01/12/2010", "01/12/2010"),
        ("Có 12 lượt xem xét hồ sơ", "Có 12 lượt xem xét hồ sơ"),
    ],
)
def test_strip_counters_leaves_the_date(text: str, rest: str) -> None:
    assert strip_counters(text) == rest


@pytest.mark.parametrize("text", ["A A A", "A - A +", "A- A A+", "Cỡ chữ: A- A A+ |"])
def test_chrome_reason_font_size_signs_are_accessibility(text: str) -> None:
    assert chrome_reason(text) == "accessibility"


@pytest.mark.parametrize("sign", ["a ", "A", "a - ", "A+ "])
def test_chrome_reason_many_font_size_signs_and_a_word_end(sign: str) -> None:
    assert chrome_reason(sign * (150 // len(sign)) + "ngọn núi") is None


@pytest.mark.parametrize("label", ["Truy cập ", "Lượt xem ", "Hits 1 ", "1 hits ", "Hôm nay: 1 lượt xem ", "Lượt "])
def test_chrome_reason_many_counters_and_a_word_end(label: str) -> None:
    assert chrome_reason(label * (150 // len(label)) + "ngọn núi") is None


@pytest.mark.parametrize(
    "text",
    ["Lượt xem: 12", "Lượt xem : 12 lượt", "Đang truy cập 3 Hôm nay 12 Tháng này: 1.204", "12 lượt xem | 3 bình luận"],
)
def test_chrome_reason_counters_are_counters(text: str) -> None:
    assert chrome_reason(text) == "counter"
