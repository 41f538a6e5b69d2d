from __future__ import annotations

import pytest

from crawler.extraction.wording.bylines import Byline, clean_author, is_login_name, is_name_line, parse_byline


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Tác giả: Vũ Hạnh Dung", "Vũ Hạnh Dung"),
        ("TÁC GIẢ BÀI VIẾT: Vũ Hạnh Dung", "Vũ Hạnh Dung"),
        ("Tin, ảnh: Tú Uyên", "Tú Uyên"),
        ("Tin, bài: Tú Uyên", "Tú Uyên"),
        ("(Bài và ảnh: Tú Uyên)", "Tú Uyên"),
        ("Tin - Ảnh: Tú Uyên", "Tú Uyên"),
        ("Tin và ảnh Tú Uyên", "Tú Uyên"),
        ("Bài viết: Tú Uyên; ảnh: Gia Bảo", "Tú Uyên"),
        ("Tin bài: Tú Uyên - Gia Bảo", "Tú Uyên - Gia Bảo"),
        ("Người viết: quantri - Ngày viết: 08/02/2020 | 10:47 - Lượt xem: 35", "quantri"),
        ("Ngày đăng bài: 30/04/2020 | Tác giả: Tú Uyên", "Tú Uyên"),
        ("Tác giả: Vũ Dung – Phó Trưởng phòng Tổ chức", "Vũ Dung"),
        ("Tin, ảnh: Tú Uyên (VP Sở)", "Tú Uyên"),
        ("By Phòng Nghiệp vụ", "Phòng Nghiệp vụ"),
        ("Written by Tú Uyên", "Tú Uyên"),
        ("Được gửi bởi Tú Uyên vào Thứ bảy, 26/11/2022 - 20:20", "Tú Uyên"),
        ("Submitted by quantri on Mon, 03/01/2022 - 08:00", "quantri"),
        ("Published 16/10/2022By Tú Uyên", "Tú Uyên"),
        ("Thực hiện: Nhóm PV", "Nhóm PV"),
    ],
)
def test_parse_byline_labelled_author(line: str, author: str) -> None:
    assert parse_byline(line) == Byline(author=author)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Nguồn: Báo Đồng Nai", "Báo Đồng Nai"),
        ("Nguồn:Phòng Kế hoạch - Tài vụ Copy link", "Phòng Kế hoạch - Tài vụ"),
        ("Nguồn tin: chinhphu.vn", "chinhphu.vn"),
        ("Theo Trung tâm Xúc tiến Thương mại", "Trung tâm Xúc tiến Thương mại"),
        ("(Theo TTXVN)", "TTXVN"),
        ("Theo baochinhphu.vn", "baochinhphu.vn"),
    ],
)
def test_parse_byline_source_is_no_author(line: str, source: str) -> None:
    assert parse_byline(line) == Byline(source=source)


def test_parse_byline_label_without_value_is_empty() -> None:
    assert parse_byline("Tác giả:") == Byline()
    assert parse_byline("Biên tập: Gia Bảo") == Byline()


@pytest.mark.parametrize(
    "line",
    [
        "Theo kế hoạch, hội thi mở vào tuần sau",
        "Theo Sở Y tế, đến nay toàn tỉnh có 12 ca",
        "Tin: Tập huấn kỹ năng số cho thanh niên",
        "Nội dung: Tập huấn kỹ năng số",
        "Nguồn: ngân sách địa phương và xã hội hóa",
        "Thời gian: 8 giờ 00 ngày 12/5/2021",
        "Ảnh: Tú Uyên",
        "Kết quả: Đội Phòng Nội vụ đạt giải nhất",
        "",
    ],
)
def test_parse_byline_refuses_sentences_and_other_labels(line: str) -> None:
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "B.Ngân",
        "P. Ngân",
        "NTH",
        "HHà",
        "H.M",
        "Bảo Ngân",
        "Đinh Thị Bảo Ngân",
        "Bảo Ngân (TP)",
        "Bảo Ngân ( Gia Lộc )",
        "Bảo Ngân – Gia Huy",
        "Bảo Ngân, Gia Huy",
        "Bảo Ngân - Chuyên viên Phòng Y tế",
        "(Bảo Ngân)",
        "ĐINH BẢO NGÂN",
        "Trường Giang",
        "Thanh tra Sở Nội vụ",
        "Chi đoàn Sở Tư pháp",
        "Phòng KTTH",
        "Trung tâm VHTT&TT huyện Đồng Phú",
        "Công an xã Bình An",
        "Ban Biên tập",
    ],
)
def test_is_name_line_bare_byline(line: str) -> None:
    assert is_name_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nơi nhận:",
        "NƠI NHẬN",
        "KẾT LUẬN",
        "THÔNG BÁO",
        "Tin Tức",
        "Liên Kết",
        "UBND",
        "RSS",
        "Sở hữu trí tuệ",
        "Thanh tra",
        "Hội nghị Công chức Sở",
        "Quang cảnh buổi lễ",
        "Đoàn viên Chi đoàn Sở Nội vụ tham gia trồng cây",
        "Phòng Y tế đã tổ chức lớp tập huấn",
        "Bảo Ngân cho biết thêm.",
        "Ngày 12/5/2021",
        "",
    ],
)
def test_is_name_line_refuses_headings_menus_and_sentences(line: str) -> None:
    assert not is_name_line(line)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Bảo Ngân - Gia Huy", "Bảo Ngân - Gia Huy"),
        ("Bảo Ngân-Phòng VHTT", "Bảo Ngân"),
        ("Bảo Ngân (tổng hợp)", "Bảo Ngân"),
        ("Bảo Ngân - Tổng hợp", "Bảo Ngân"),
        ("Phòng Kế hoạch - Tổng hợp", "Phòng Kế hoạch - Tổng hợp"),
        ("Phòng Hành chính, Tổng hợp", "Phòng Hành chính, Tổng hợp"),
        ("Bảo Ngân, Phó Giám đốc", "Bảo Ngân"),
        ("Bảo Ngân.", "Bảo Ngân"),
        ("H.M.", "H.M."),
        ("  ", None),
    ],
)
def test_clean_author_keeps_names_only(text: str, author: str | None) -> None:
    assert clean_author(text) == author


@pytest.mark.parametrize("name", ["admin", "quantri", "btngan", "Super User", "Quản trị viên", "ngan.bt@tinh.gov.vn"])
def test_is_login_name_account(name: str) -> None:
    assert is_login_name(name)


@pytest.mark.parametrize("name", ["Bảo Ngân", "KY", "Ban Biên tập"])
def test_is_login_name_person(name: str) -> None:
    assert not is_login_name(name)
