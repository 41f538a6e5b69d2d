"""The single steps of reading a dump: lines, wraps, signals, dates, titles."""

from __future__ import annotations

import pytest

from crawler.extraction.dumps.clusters import main_cluster
from crawler.extraction.dumps.lines import Line, split_lines
from crawler.extraction.dumps.signals import furniture_reason, is_document_name, is_heading, is_list_item, is_prose
from crawler.extraction.dumps.times import Times, is_time_line, split_glued
from crawler.extraction.dumps.titles import overlap, slug_words
from crawler.extraction.dumps.wraps import mend, mend_body


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_split_lines_marks_what_stands_apart() -> None:
    lines = split_lines("\ufeffMột\u00a0dòng   \nHai\n\u00a0\u00a0\nBa")
    assert lines == [Line("Một dòng", True), Line("Hai", False), Line("Ba", True)]


def test_split_lines_decodes_printed_markup() -> None:
    assert texts(split_lines("<div>Một&nbsp;<b>hai</b></div><br/>Ba")) == ["Một hai", "Ba"]


def test_split_lines_keeps_comparison_signs() -> None:
    assert texts(split_lines("Nhiệt độ a < b và b > c")) == ["Nhiệt độ a < b và b > c"]


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Hội nghị thống nhất nội\ndung kỳ họp.", ["Hội nghị thống nhất nội dung kỳ họp."]),
        ("Sáng ngày\n7/6/2021, huyện họp.", ["Sáng ngày 7/6/2021, huyện họp."]),
        ("HỘI NGHỊ TỔNG KẾT\nCÔNG TÁC NĂM", ["HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM"]),
        ("SỞ NỘI VỤ PHÚ LÂM\nHỘI NGHỊ TỔNG KẾT", ["SỞ NỘI VỤ PHÚ LÂM", "HỘI NGHỊ TỔNG KẾT"]),
        ("Câu trọn vẹn.\ntiếp theo", ["Câu trọn vẹn.", "tiếp theo"]),
        ("Bà con phấn khởi ra\n- đồng ruộng", ["Bà con phấn khởi ra", "- đồng ruộng"]),
        ("Hội thi kết thúc tốt đẹp\ncác tin khác", ["Hội thi kết thúc tốt đẹp", "các tin khác"]),
        ("Khai mạc hội thi\n\ncấp huyện", ["Khai mạc hội thi", "cấp huyện"]),
    ],
)
def test_mend_joins_only_what_continues(printed: str, mended: list[str]) -> None:
    assert texts(mend(split_lines(printed))) == mended


def test_mend_body_joins_before_capitals_only_in_broken_dumps() -> None:
    lines = split_lines("Dự họp có đ/c Nguyễn\nVăn Bình, Bí thư Huyện ủy.\nĐ/c Bình phát biểu chỉ đạo\nKỳ họp bế mạc.")
    assert mend_body(lines, broken=False) == lines
    assert texts(mend_body(lines, broken=True)) == [
        "Dự họp có đ/c Nguyễn Văn Bình, Bí thư Huyện ủy.",
        "Đ/c Bình phát biểu chỉ đạo",
        "Kỳ họp bế mạc.",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("| |", "signs"),
        ("anh quang canh.jpg", "image_name"),
        ("Phu-Lam-20-nam", "image_name"),
        ("Description: C:\\Users\\Admin\\anh.png", "image_name"),
        ("IMG 4824", "placeholder"),
        ("Chi tiết tin - Huyện Phú Lâm", "page_name"),
        ("ThuVien.CMS - View_ChiTiet", "page_name"),
        ("> Tin tức > Hoạt động", "breadcrumb"),
        ("Trang chủ >> Quản lý khoa học", "breadcrumb"),
        ("Phú Lâm, ngày 09 tháng 4 năm 2018", "letterhead"),
        ("https://phulam.gov.vn/tin-tuc", "address"),
        ("Khai mạc hội thi và/hoặc hội diễn", None),
        ("Triển khai iOffice", None),
    ],
)
def test_furniture_reason_of_lines(text: str, reason: str | None) -> None:
    assert furniture_reason(text) == reason


def test_is_prose_needs_an_end_or_many_words() -> None:
    assert is_prose("Hội thi đã kết thúc tốt đẹp vào chiều qua.")
    assert not is_prose("Hội thi đã kết thúc tốt đẹp vào chiều qua")
    assert not is_prose("Địa chỉ: số 5 đường Hùng Vương, phường 1, Phú Lâm.")
    assert is_prose("và " * 30)


def test_list_items_headings_and_documents_by_their_marks() -> None:
    assert is_list_item("- Hộ dân")
    assert is_list_item("a) Hộ dân")
    assert not is_list_item("2021 là năm đầu")
    assert is_heading("II. KẾT QUẢ")
    assert is_heading("Về công tác cán bộ")
    assert not is_heading("Bà con phấn khởi")
    assert is_document_name("Tải văn bản: bấm tại đây")
    assert is_document_name("QD 12.pdf (120 KB)")
    assert not is_document_name("Bà con tải ứng dụng về máy.")


@pytest.mark.parametrize(
    "text",
    ["12/05/2022", "Nông nghiệp 12/05/2022 07:06:30", "Trang chủ >> Quản lý (26-12-2019)", "0000-00-00 00:00:00"],
)
def test_is_time_line_prints_a_date(text: str) -> None:
    assert is_time_line(text)


@pytest.mark.parametrize(
    "text", ["Thông báo lịch tiếp công dân ngày 12/05/2022", "Kỷ niệm 90 năm 20/10/1930 - 20/10/2020"]
)
def test_is_time_line_not_for_headlines(text: str) -> None:
    assert not is_time_line(text)


def test_split_glued_only_at_a_mark() -> None:
    assert split_glued("Mở lớp tập huấn (12/05/2022 )") == ("Mở lớp tập huấn", "(12/05/2022 )")
    assert split_glued("Lịch tiếp công dân ngày 12/05/2022") is None
    assert split_glued("Đăng ký trước ngày 12/05/2022./.") is None


def test_times_refuses_zero_dates() -> None:
    assert Times().slot("Tin -0001-11-30 07:06:30") is None


def test_slug_words_of_the_last_readable_part() -> None:
    slug = slug_words("https://a.vn/tin-tuc/mo-lop-tap-huan-trong-dua-p13n5.html?x=1")
    assert {"mo", "lop", "tap", "huan"} <= slug
    assert overlap("Mở lớp tập huấn trồng dưa", slug) > 0.7
    assert overlap("Khai mạc hội thi", slug) == 0
    assert slug_words("https://a.vn/?id=5") == slug_words(None) == frozenset()


def test_main_cluster_is_the_heaviest_between_menus() -> None:
    sentence = "Hội thi đã kết thúc tốt đẹp vào chiều qua tại nhà văn hóa huyện."
    menu = ["Trang chủ", "Liên hệ", "Trồng trọt", "Chăn nuôi", "Thủy lợi", "Lâm nghiệp", "Khuyến nông", "Đăng nhập"]
    lines = [Line(text, True) for text in [sentence, *menu, "Tít bài", sentence, sentence, *menu, sentence]]
    above, cluster, below = main_cluster(lines)
    assert (above, cluster.first, cluster.stop, below) == (1, 10, 12, 20)


def test_main_cluster_is_not_split_by_a_flattened_table() -> None:
    sentence = "Hội thi đã kết thúc tốt đẹp vào chiều qua tại nhà văn hóa huyện."
    cells = ["Xã", "Số hộ", "Bình An", "20", "Bình Hòa", "25", "Bình Lộc", "30", "Bình Minh", "35", "Bình Phú", "41"]
    lines = [Line(text, True) for text in [sentence, *cells, sentence]]
    assert main_cluster(lines)[1].stop == len(lines)
