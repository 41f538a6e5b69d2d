"""Dumps in the layouts that real portals give, each with the article that stands in it."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.article import Article
from crawler.extraction.blocks import BlockKind
from crawler.extraction.dumps import dump_kind, extract_dump

TITLE = "Phú Lâm mở lớp tập huấn trồng dưa lưới công nghệ cao"
FIRST = (
    "Sáng ngày 12/5/2022, tại hội trường UBND huyện Phú Lâm, Phòng Nông nghiệp phối hợp Trạm Khuyến nông mở lớp "
    "tập huấn trồng dưa lưới cho 45 hộ dân. Lớp học kéo dài hai ngày, gồm phần lý thuyết và phần thực hành tại vườn."
)
SECOND = (
    "Bà con được cán bộ kỹ thuật hướng dẫn cách chọn giống, bón phân cân đối và phòng trừ rệp. Nhiều hộ đã đăng ký "
    "tham gia mô hình liên kết với hợp tác xã."
)
THIRD = "Thời gian tới, huyện sẽ mở thêm năm lớp tại các xã vùng cao để nhân rộng cách làm này."


def spaced(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def read(text: str, url: str | None = None) -> Article:
    return extract_dump(text, url, None)


def dates(article: Article) -> list[str]:
    return [slot.raw for slot in article.date_slots]


def test_extract_dump_date_title_byline_then_menu() -> None:
    menu = "Đa phương tiện\n\nNgày hội khởi nghiệp năm nay tại Phú Lâm\n\nTrồng trọt\nChăn nuôi\nThủy lợi\nLiên kết"
    article = read(f"12/05/2022 15:59        \n\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nB.Ngân\n\n \n{menu}")
    assert (article.title, dates(article), article.author) == (TITLE, ["12/05/2022 15:59"], "B.Ngân")
    assert article.body == (FIRST, SECOND)
    assert article.captions == ()
    assert next(block.text for block in article.blocks if block.kind is BlockKind.CHROME) == "Đa phương tiện"


def test_extract_dump_page_clock_above_the_date() -> None:
    article = read(f"Thứ Ba, 26/03/2024 06:52\n     12/05/2022 15:14        \n\n{TITLE}\n\n{FIRST}\n")
    assert dates(article)[0] == "12/05/2022 15:14"


def test_extract_dump_lone_clock_above_the_menu_is_no_date() -> None:
    article = read(spaced("Thứ Ba, 26/03/2024 06:52", "Cổng thông tin huyện Phú Lâm", TITLE, FIRST))
    assert (article.title, dates(article)) == (TITLE, [])


def test_extract_dump_server_clock_among_statistics_is_no_date() -> None:
    statistics = "Ai đang online\nThống kê truy cập\nToday\n120\nYesterday\n340\nYour IP\n14.160.1.2\n2024-09-26 10:58"
    article = read(f"{statistics}\n{TITLE}\n\n{FIRST}\n\n{SECOND}\n")
    assert (article.title, dates(article), article.body) == (TITLE, [], (FIRST, SECOND))
    assert dump_kind(article) == "article"


def test_extract_dump_category_and_slogan_above_the_title() -> None:
    article = read(
        spaced(
            "Chi tiết tin - Huyện Phú Lâm",
            "Đoàn kết - Kỷ cương - Sáng tạo - Phát triển",
            "Tin tức - Sự kiện: Tin nông nghiệp",
            "Ngày đăng: 12-05-2022",
            TITLE,
            FIRST,
        )
    )
    assert (article.title, dates(article), article.body) == (TITLE, ["Ngày đăng: 12-05-2022"], (FIRST,))


@pytest.mark.parametrize(
    ("line", "slot"),
    [
        (f"{TITLE}Cập nhật12-05-2022 02:28", "Cập nhật12-05-2022 02:28"),
        (f"{TITLE} Ngày cập nhật 12/05/2022", "Ngày cập nhật 12/05/2022"),
        (f"{TITLE} (12/05/2022 )", "(12/05/2022 )"),
    ],
)
def test_extract_dump_date_glued_to_the_title(line: str, slot: str) -> None:
    article = read(spaced("Liên kết website", line, FIRST))
    assert (article.title, dates(article)) == (TITLE, [slot])


@pytest.mark.parametrize(
    "line",
    ["12/05/2022 08:17 38 lượt xem", "12/05/2022 09:48    261", "3:14 CH,12/05/2022", "- + A- A+ 12/05/2022"],
)
def test_extract_dump_date_line_below_the_title(line: str) -> None:
    article = read(spaced("Văn hóa - Xã hội", TITLE, line, FIRST))
    assert (article.title, len(article.date_slots), article.body) == (TITLE, 1, (FIRST,))


def test_extract_dump_zero_date_is_none() -> None:
    article = read(spaced("Nông nghiệp và Phát triển -0001-11-30 07:06:30", TITLE, FIRST))
    assert (article.title, dates(article), article.body) == (TITLE, [], (FIRST,))
    assert "no_date" in article.warnings


def test_extract_dump_relative_date_needs_the_fetch_time() -> None:
    text = spaced(TITLE, "2 giờ trước", FIRST)
    assert dates(read(text)) == []
    assert extract_dump(text, None, datetime(2022, 5, 12, tzinfo=UTC)).date_slots[0].raw == "2 giờ trước"


def test_extract_dump_title_printed_twice_around_the_date() -> None:
    article = read(spaced(f"null {TITLE}", "Nông thôn mới Nông thôn mới", TITLE, "12/05/2022 07:08", TITLE, FIRST))
    assert (article.title, article.captions, article.body) == (TITLE, (), (FIRST,))


def test_extract_dump_title_again_in_capitals_over_two_lines() -> None:
    capitals = f"{TITLE.upper()}\nCHO BÀ CON"
    article = read(f"Lượt xem: 2377\n{TITLE} cho bà con\nPhan Thanh Ngân\n\n{capitals}\n\n{FIRST}\n")
    assert (article.title, article.author) == (f"{TITLE} cho bà con", "Phan Thanh Ngân")
    assert article.body == (FIRST,)


def test_extract_dump_title_with_a_full_stop() -> None:
    article = read(spaced(f"{TITLE}.", FIRST, SECOND))
    assert (article.title, article.body) == (f"{TITLE}.", (FIRST, SECOND))


def test_extract_dump_address_tells_the_title_among_headlines() -> None:
    url = "https://phulam.gov.vn/tin/phu-lam-mo-lop-tap-huan-trong-dua-luoi-cong-nghe-cao-p13.html"
    other = "Toàn huyện thi đua lập thành tích chào mừng đại hội các cấp trong năm"
    assert read(spaced(other, TITLE, FIRST), url).title == TITLE


def test_extract_dump_compact_without_title_and_date() -> None:
    article = read(f"{FIRST}\n        {SECOND}\nKY\n")
    assert (article.title, dates(article), article.author) == (None, [], "KY")
    assert article.body == (FIRST, SECOND)
    assert article.warnings == ("no_title", "no_date")


def test_extract_dump_compact_with_date_between_title_and_text() -> None:
    article = read(f"{TITLE}\n12/05/2022\n22 Lượt xem\n{FIRST}\n{SECOND}\n")
    assert (article.title, dates(article), article.body) == (TITLE, ["12/05/2022"], (FIRST, SECOND))


def test_extract_dump_compact_with_a_headline_first() -> None:
    article = read(f"{TITLE}\n{FIRST}\n{SECOND}\n")
    assert (article.title, article.body) == (TITLE, (FIRST, SECOND))


def test_extract_dump_compact_caption_first_is_no_title() -> None:
    article = read(f"Đại diện Phòng Nông nghiệp trao tài liệu cho các hộ\n{FIRST}\n{SECOND}\nThanh Ngân\n")
    assert (article.title, article.author) == (None, "Thanh Ngân")
    assert article.captions == ("Đại diện Phòng Nông nghiệp trao tài liệu cho các hộ",)


@pytest.mark.parametrize("width", [40, 60, 72])
def test_extract_dump_hard_wraps_are_mended(width: int) -> None:
    wrapped = ["\n".join(textwrap.wrap(text, width)) for text in (FIRST, SECOND, THIRD)]
    assert read(spaced("12/05/2022 10:00", TITLE, *wrapped, "Gia Bảo")).body == (FIRST, SECOND, THIRD)
    assert read("\n".join([*wrapped, "Gia Bảo"])).body == (FIRST, SECOND, THIRD)


def test_extract_dump_letters_and_words_broken_out_by_inline_elements() -> None:
    article = read(f"{TITLE}\n09:18 05/01/2016\nC\nung cấp giống tốt là việc đầu tiên mà trạm\nđã\nlàm trong vụ này.\n")
    assert article.body == ("Cung cấp giống tốt là việc đầu tiên mà trạm đã làm trong vụ này.",)


def test_extract_dump_captions_in_all_forms() -> None:
    article = read(
        spaced(
            TITLE,
            FIRST,
            "lop-tap-huan.jpg",
            "Cán bộ kỹ thuật hướng dẫn bà con tỉa ngọn",
            "(Ảnh Ngọc Ngân)",
            SECOND,
            "IMG 4824",
            "Quang cảnh lớp học.",
            "Lãnh đạo Phòng (thứ hai từ trái sang) trao giấy chứng nhận cho học viên.",
            THIRD,
            "Thu hoạch lứa dưa đầu",
            "Trao quà cho học viên. Ảnh: N.Ngân",
            "Tin bài: Hoàng Ngân",
        )
    )
    assert article.captions == (
        "Cán bộ kỹ thuật hướng dẫn bà con tỉa ngọn (Ảnh Ngọc Ngân)",
        "Quang cảnh lớp học.",
        "Lãnh đạo Phòng (thứ hai từ trái sang) trao giấy chứng nhận cho học viên.",
        "Thu hoạch lứa dưa đầu",
        "Trao quà cho học viên. Ảnh: N.Ngân",
    )
    assert (article.body, article.author) == ((FIRST, SECOND, THIRD), "Hoàng Ngân")


def test_extract_dump_caption_printed_twice_or_taken_from_the_text() -> None:
    last = "Nhiều hộ đã đăng ký tham gia mô hình liên kết với hợp tác xã."
    caption = "Lãnh đạo huyện thăm vườn dưa của các hộ."
    article = read(spaced(TITLE, FIRST, caption, caption, SECOND, last, THIRD))
    assert article.captions == (caption, last)
    assert article.body == (FIRST, SECOND, THIRD)


def test_extract_dump_caption_equal_to_the_title() -> None:
    article = read(spaced(TITLE, FIRST, TITLE, SECOND))
    assert (article.captions, article.body) == ((TITLE,), (FIRST, SECOND))


def test_extract_dump_lists_headings_and_tables_stay_in_the_body() -> None:
    lines = [
        "Phòng Nông nghiệp thông báo mở lớp như sau:",
        "1. Đối tượng tham gia",
        "- Hộ dân có diện tích từ 1.000 m2",
        "Thời gian: 8 giờ 00 ngày 20/5/2022.",
        "| Xã | Số hộ | Ghi chú |",
        "| Bình An | 20 | mới |",
        "Đề nghị các xã thông báo cho bà con biết, đăng ký trước ngày 18/5/2022./.",
    ]
    article = read(spaced(TITLE, "12/05/2022", *lines, "Phòng Nông nghiệp huyện Phú Lâm"))
    assert article.body == (*lines[:4], "Xã | Số hộ | Ghi chú", "Bình An | 20 | mới", lines[6])
    assert (dates(article), article.author) == (["12/05/2022"], "Phòng Nông nghiệp huyện Phú Lâm")


def test_extract_dump_gallery_sentence_is_body() -> None:
    article = read(spaced(TITLE, FIRST, "Một số hình ảnh tại lớp học", "Các bài khác", "Hội thi cán bộ giỏi"))
    assert article.body == (FIRST, "Một số hình ảnh tại lớp học")


@pytest.mark.parametrize(
    ("lines", "author", "source"),
    [
        (("Bảo Ngân", "Theo Trung tâm Thông tin Xúc tiến"), "Bảo Ngân", "Trung tâm Thông tin Xúc tiến"),
        (("Tác giả: Bảo Ngân", "Nguồn:Phòng Kế hoạch - Tài vụ Copy link"), "Bảo Ngân", "Phòng Kế hoạch - Tài vụ"),
        (("Bài và ảnh: Bảo Ngân (VP Sở)",), "Bảo Ngân", None),
        (("Bảo Ngân - Cán bộ phụ trách văn hóa", "Người đang truy cập: 9"), "Bảo Ngân", None),
        (("Chi đoàn Sở Nội vụ",), "Chi đoàn Sở Nội vụ", None),
        (("Nguồn: Báo Đồng Nai", "Bản quyền thuộc Trung tâm"), None, "Báo Đồng Nai"),
        (("btngan",), "btngan", None),
        (("Đinh Bảo\nNgân – Sở Y tế",), "Đinh Bảo Ngân", None),
    ],
)
def test_extract_dump_bylines_below_the_text(lines: tuple[str, ...], author: str | None, source: str | None) -> None:
    article = read(spaced(TITLE, FIRST, SECOND, *lines))
    assert (article.author, article.source, article.body) == (author, source, (FIRST, SECOND))


def test_extract_dump_person_below_the_text_beats_the_account_above() -> None:
    article = read(spaced(TITLE, "Người viết: admin - Ngày viết: 12/05/2022 10:47 - Lượt xem: 35", FIRST, "Bảo Ngân"))
    assert (article.author, len(article.date_slots)) == ("Bảo Ngân", 1)


def test_extract_dump_links_to_departments_are_no_authors() -> None:
    article = read(spaced(TITLE, FIRST, "Sở Nội vụ Phú Lâm", "Sở Y tế Phú Lâm", "Sở Công Thương Phú Lâm"))
    assert (article.author, article.body) == (None, (FIRST,))


def test_extract_dump_headlines_below_the_text_without_a_heading() -> None:
    article = read(spaced(TITLE, FIRST, SECOND, "Khai mạc hội thi cán bộ giỏi", "Thông báo lịch tiếp công dân"))
    assert article.body == (FIRST, SECOND)


def test_extract_dump_single_open_line_above_the_menu_is_a_caption() -> None:
    article = read(spaced(TITLE, FIRST, SECOND, "Niềm vui được mùa của các gia đình", "Quay lại", "Trang chủ"))
    assert (article.body, article.captions) == ((FIRST, SECOND), ("Niềm vui được mùa của các gia đình",))


def test_extract_dump_long_menu_without_known_wordings() -> None:
    menu = [
        "Trồng trọt và bảo vệ thực vật",
        "Chăn nuôi và thú y",
        "Thủy lợi, phòng chống thiên tai",
        "Lâm nghiệp",
        "Khuyến nông",
    ]
    article = read(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n" + "\n".join(menu))
    assert (article.body, article.captions, article.author) == ((FIRST, SECOND), (), None)


def test_extract_dump_related_list_with_leads_ends_the_article() -> None:
    lead = "Chiều qua, huyện đã khai mạc hội thi cán bộ khuyến nông giỏi năm nay."
    article = read(spaced(TITLE, FIRST, SECOND, "Tin liên quan", "Khai mạc hội thi cán bộ giỏi", lead))
    assert article.body == (FIRST, SECOND)


def test_extract_dump_related_box_amid_the_text() -> None:
    article = read(
        spaced(TITLE, FIRST, "Tin liên quan", "Hội thi cán bộ giỏi của huyện", SECOND, THIRD, FIRST[:150] + ".")
    )
    assert "Hội thi cán bộ giỏi của huyện" not in (*article.body, *article.captions)
    assert article.body[1:3] == (SECOND, THIRD)


def test_extract_dump_breadcrumb_gives_the_category() -> None:
    article = read(spaced("> Tin tức - Sự kiện > Tin nông nghiệp > Phú Lâm mở lớp", TITLE, "12/05/2022", FIRST))
    assert (article.title, article.category) == (TITLE, "Tin nông nghiệp")
    assert read(spaced("Chuyên mục: Trồng trọt", TITLE, FIRST)).category == "Trồng trọt"


def test_extract_dump_markup_printed_as_text() -> None:
    article = read(f"<p>{FIRST}</p>\n<p><strong>Quang cảnh lớp học</strong></p>\n<p>{SECOND}&nbsp;</p>")
    assert (article.body, article.captions) == ((FIRST, SECOND), ("Quang cảnh lớp học",))


def test_extract_dump_title_only() -> None:
    article = read(f"{TITLE}\n")
    assert (article.title, article.body) == (TITLE, ())
    assert "no_body" in article.warnings


def test_extract_dump_empty_text() -> None:
    article = read(" \n\u00a0\n")
    assert (article.title, article.blocks, dump_kind(article)) == (None, (), "other")


@given(st.lists(st.sampled_from([TITLE, FIRST, "12/05/2022", "Bảo Ngân", "Tin khác", "", "| |", "- a", "C", ":"])))
def test_extract_dump_any_order_of_lines_keeps_each_line_once(lines: list[str]) -> None:
    blocks = read("\n".join(lines)).blocks
    printed = "".join("".join(lines).split())
    assert len("".join("".join(block.text for block in blocks).split()).replace("|", "")) <= len(printed)


@given(st.text(max_size=400))
def test_extract_dump_no_text_raises(text: str) -> None:
    read(text, "http://a.vn/" + text)


def test_extract_dump_long_text_in_linear_time() -> None:
    started = datetime.now(UTC)
    read(f"{TITLE}\n\n" + f"{FIRST}\n\nTin khác\n\n" * 3000)
    assert (datetime.now(UTC) - started).total_seconds() < 20
