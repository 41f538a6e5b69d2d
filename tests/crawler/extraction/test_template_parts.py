"""What templates print around a text: glued facts, hidden times, icon fonts, tables of contents, lines as typed."""

from __future__ import annotations

import pytest

from tests.crawler.extraction.helpers import PROSE, extract, page, paragraphs


def published(below: str) -> str | None:
    """The first date slot of a page with these facts below the heading."""
    slots = extract(page(below + paragraphs())).date_slots
    return slots[0].raw if slots else None


def test_facts_glued_by_named_elements_are_parted() -> None:
    facts = '<div><span class="view">Lượt xem: 12</span><span class="date">15/02/2026 07:30</span></div>'
    assert published(facts) == "Lượt xem: 12 15/02/2026 07:30"


def test_powers_stay_with_their_units() -> None:
    text = '<p>Diện tích mặt cầu <span class="so">160</span>m<sup>2</sup>, tải trọng cho phép hai tấn rưỡi.</p>'
    assert "Diện tích mặt cầu 160 m2, tải trọng cho phép hai tấn rưỡi." in extract(page(paragraphs(text))).body


def test_hidden_time_of_an_edit_is_left_out() -> None:
    times = '<time class="updated">16/03/2026</time><time class="entry-date published">15/03/2026</time>'
    assert published(f"<div>{times}</div>") == "15/03/2026"


def test_lone_time_named_updated_counts() -> None:
    assert published('<div><time class="entry-date updated">16/03/2026</time></div>') == "16/03/2026"


@pytest.mark.parametrize("label", ["Được tạo", "Viết ngày"])
def test_time_of_publication_outranks_that_of_writing(label: str) -> None:
    assert published(f"<p>{label}: 12/03/2026</p><p>Ngày đăng: 14/03/2026</p>") == "Ngày đăng: 14/03/2026"


def test_document_date_is_neither_published_nor_body() -> None:
    article = extract(page("<p>Ngày ban hành: 20/08/2026</p><p>Ngày đăng: 24/08/2026</p>" + paragraphs()))
    assert [slot.raw for slot in article.date_slots] == ["Ngày đăng: 24/08/2026"]
    assert article.body == PROSE


def test_relative_time_beside_a_section() -> None:
    assert published('<div>3 giờ trước <a href="/x">Giao thông</a></div>') == "3 giờ trước"


def test_icon_fonts_names_are_no_text() -> None:
    facts = "<mat-card-subtitle><mat-icon>schedule</mat-icon> 28/03/2026 18:02</mat-card-subtitle>"
    icon = '<i class="material-icons">format_quote</i>'
    article = extract(page(facts + f"<p>{icon}{PROSE[0]}</p>"))
    assert article.date_slots[0].raw == "28/03/2026 18:02"
    assert article.body == (PROSE[0],)


def test_framework_elements_part_lines() -> None:
    card = "<x-card><x-title>Ghi chú</x-title><x-text>Cấm xe máy qua cầu khi có gió lớn trên cấp sáu.</x-text></x-card>"
    assert "Cấm xe máy qua cầu khi có gió lớn trên cấp sáu." in extract(page(paragraphs(card, *paragraphs()))).body


@pytest.mark.parametrize("names", ["hop", "ez-toc-container", "table-of-contents"])
def test_table_of_contents_is_no_body(names: str) -> None:
    contents = '<p>Mục lục</p><ul><li><a href="#a">Vị trí xây dựng</a></li><li><a href="#b">Kinh phí</a></li></ul>'
    assert extract(page(f'<div class="{names}">{contents}</div>' + paragraphs())).body == PROSE


@pytest.mark.parametrize("box", ["<pre>{}</pre>", '<div style="white-space: pre-line">{}</div>'])
def test_line_ends_that_are_shown_end_paragraphs(box: str) -> None:
    assert extract(page(box.format("\n\n".join(PROSE)))).body == PROSE


def test_line_ends_that_are_not_shown_end_nothing() -> None:
    wrapped = "".join(f"<p>{text.replace(' ', chr(10), 3)}</p>" for text in PROSE)
    assert extract(page(wrapped)).body == PROSE


def test_festival_part_is_no_heading_of_comments() -> None:
    festival = "<h3>Phần hội</h3><p>Trai bản thi kéo co và đẩy gậy trên bãi đất trống cạnh chân cầu mới.</p>"
    assert extract(page(paragraphs(festival))).body[-2:] == (
        "Phần hội",
        "Trai bản thi kéo co và đẩy gậy trên bãi đất trống cạnh chân cầu mới.",
    )


def test_floated_picture_keeps_its_caption() -> None:
    figure = '<figure class="left"><img src="/a.jpg"><figcaption>Cầu nhìn từ bờ bắc</figcaption></figure>'
    assert extract(page(figure + f'<div class="noi-dung">{paragraphs()}</div>')).captions == ("Cầu nhìn từ bờ bắc",)


def test_files_in_a_box_named_as_furniture() -> None:
    box = '<div class="related-files"><h4>Tệp liên quan</h4><a href="/f/ban-ve.pdf">Bản vẽ</a></div>'
    found = extract(page(f"<div>{paragraphs()}</div>{box}")).attachments
    assert [(file.url, file.text) for file in found] == [("https://so.example.vn/f/ban-ve.pdf", "Bản vẽ")]


def test_attachment_has_its_printed_name_rather_than_the_icons() -> None:
    icon = '<a href="/f/a.pdf" title="Tải tệp này"><img src="/i/pdf.gif"></a>'
    found = extract(page(paragraphs(f'<p>{icon} <a href="/f/a.pdf">Quyết định 12</a></p>'))).attachments
    assert [file.text for file in found] == ["Quyết định 12"]


def test_facts_in_cells_beside_their_labels() -> None:
    rows = "<tr><td>Ngày đăng</td><td>17/03/2026</td></tr><tr><td>Người đăng</td><td>Hứa Văn Lềnh</td></tr>"
    article = extract(page(f"<table>{rows}</table>{paragraphs()}"))
    assert article.author == "Hứa Văn Lềnh"
    assert article.date_slots[0].raw == "17/03/2026"
    assert article.body == PROSE


def test_reported_speech_below_a_picture_is_body() -> None:
    said = "Người dân bản Nà Lụng cho biết chỉ mất chưa đầy mười phút để sang chợ bằng cây cầu mới."
    assert said in extract(page(paragraphs('<p><img src="/a.jpg"></p>', f"<p>{said}</p>", *PROSE[:1]))).body


@pytest.mark.parametrize("names", ["brief font-size-text mb-10", "tom-tat font-size-16"])
def test_lead_whose_font_size_is_set_by_name_is_body(names: str) -> None:
    lead = "Cầu treo qua suối Nậm Pì được khánh thành sau sáu tháng thi công."
    above = f'<div class="khung"><div class="{names}"><p>{lead}</p></div></div>'
    assert extract(page(above + f'<div class="noi-dung">{paragraphs()}</div>')).body == (lead, *PROSE)
