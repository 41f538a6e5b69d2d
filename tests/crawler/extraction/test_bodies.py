"""What of a region is the article's body."""

from __future__ import annotations

import pytest

from crawler.extraction.blocks import BlockKind
from tests.crawler.extraction.helpers import PROSE, TITLE, extract, page, paragraphs


def body(*extra: str) -> tuple[str, ...]:
    return extract(page(paragraphs(*extra))).body


def test_body_breaks_end_paragraphs() -> None:
    assert body("<p>Một việc đã xong;<br>việc khác còn lại.</p>")[3:] == ("Một việc đã xong;", "việc khác còn lại.")


def test_body_wrapped_line_is_joined() -> None:
    html = "<p>Bà con hai bản cùng nhau góp công đào móng và<br>vận chuyển cát sỏi từ bờ suối lên.</p>"
    assert body(html)[3] == "Bà con hai bản cùng nhau góp công đào móng và vận chuyển cát sỏi từ bờ suối lên."


def test_body_empty_line_is_not_joined() -> None:
    html = "<p>Bà con hai bản cùng nhau góp công đào móng và<br><br>vận chuyển cát sỏi từ bờ suối lên.</p>"
    assert len(body(html)) == 5


def test_body_inline_markup_splits_no_words() -> None:
    assert body("<p><span>K</span><b>hánh</b> thành đúng ngày hội của bản.</p>")[3] == (
        "Khánh thành đúng ngày hội của bản."
    )


def test_body_data_table_is_rows() -> None:
    table = (
        "<table><tr><th>Xã</th><th>Số cầu</th></tr><tr><td>Nậm <b>P</b>ì</td><td><p>2</p><p>cầu</p></td></tr></table>"
    )
    assert body(table)[3:] == ("Xã | Số cầu", "Nậm Pì | 2 cầu")


def test_body_layout_table_is_unwrapped() -> None:
    html = page(f"<table><tr><td>{paragraphs()}</td></tr></table>")
    assert extract(html).body == PROSE


def test_body_list_items_are_paragraphs() -> None:
    article = extract(page(paragraphs("<ul><li>Nhóm vận chuyển;</li><li>Nhóm thi công.</li></ul>")))
    assert [b.text for b in article.blocks if b.kind is BlockKind.LIST_ITEM] == ["Nhóm vận chuyển;", "Nhóm thi công."]


def test_body_lead_comes_once() -> None:
    lead = "Cây cầu mới giúp hơn ba trăm hộ dân đi lại an toàn quanh năm, kể cả mùa mưa lũ."
    article = extract(page(f'<p class="sapo">{lead}</p><p>{lead}</p>{paragraphs()}'))
    assert article.lead == lead
    assert article.body == (lead, *PROSE)


@pytest.mark.parametrize(
    "extra",
    [
        '<p>&gt;&gt; Xem thêm: <a href="/t/3">Làm đường bê tông vào ba bản vùng cao</a></p>',
        '<p><a href="/t/3">Làm đường bê tông vào ba bản vùng cao</a></p>',
        '<div class="box-related"><h4>Tin liên quan</h4><p>Làm đường bê tông vào bản</p></div>',
        '<p>Xem chi tiết <a href="">tại đây</a></p>',
        "<p>anh cau treo 1.jpg</p>",
        "<p>Bản in | Gửi email | Chia sẻ: Mạng xã hội | Về đầu trang</p>",
        '<div style="display:none">Bản nháp chưa duyệt của phóng viên.</div>',
        "<p>Ghi rõ nguồn khi đăng lại bài viết từ trang này.</p>",
        '<div class="social-share"><a href="#">Chia sẻ</a> bài viết này</div>',
        "<h4>2 bình luận</h4><p>Chúc mừng bà con có cây cầu mới, mong đường vào bản cũng sớm được làm bê tông.</p>",
    ],
)
def test_body_furniture_is_left_out(extra: str) -> None:
    assert body(extra) == PROSE


@pytest.mark.parametrize("heading", ["Liên hệ", "Đánh giá", "Chi tiết"])
def test_body_heading_between_paragraphs_stays(heading: str) -> None:
    inner = f"<p>{PROSE[0]}</p><h3>{heading}</h3><p>{PROSE[1]}</p><p>{PROSE[2]}</p>"
    assert heading in extract(page(inner)).body


def test_body_link_to_another_host_stays() -> None:
    extra = '<p><a href="https://dichvucong.example.gov/">Nộp hồ sơ tại cổng dịch vụ công</a></p>'
    inner = f"<p>{PROSE[0]}</p>{extra}<p>{PROSE[1]}</p><p>{PROSE[2]}</p>"
    assert "Nộp hồ sơ tại cổng dịch vụ công" in extract(page(inner)).body


def test_body_long_text_beside_short_article() -> None:
    aside = f'<div class="sidebar"><p>{" ".join(PROSE)}</p></div>'
    html = page("<div><p>Cầu thông xe từ tám giờ sáng mai, mời bà con đến dự.</p></div>") + aside
    assert extract(html).body == ("Cầu thông xe từ tám giờ sáng mai, mời bà con đến dự.",)


def test_body_element_named_as_furniture_that_holds_the_text() -> None:
    html = page(f'<div class="tag-cau comment-open print">{paragraphs()}</div>')
    assert extract(html).body == PROSE


def test_body_empty_article_has_a_warning() -> None:
    article = extract(page(""))
    assert article.title == TITLE
    assert article.body == ()
    assert "no_body" in article.warnings


def test_body_table_alone() -> None:
    rows = "".join(
        f"<tr><td>Thứ {n}</td><td>Kiểm tra công trình tại xã số {n}</td><td>Phòng họp {n}</td></tr>"
        for n in range(2, 8)
    )
    article = extract(page(f'<div class="ngay">05/03/2024 14:20</div><div class="lich"><table>{rows}</table></div>'))
    assert article.body[0] == "Thứ 2 | Kiểm tra công trình tại xã số 2 | Phòng họp 2"
    assert len(article.body) == 6


def test_body_printed_for_two_screens() -> None:
    wide = f'<div class="d-none d-md-block">{paragraphs()}</div>'
    narrow = f'<div class="d-md-none">{paragraphs()}</div>'
    assert extract(page(wide + narrow)).body == PROSE
