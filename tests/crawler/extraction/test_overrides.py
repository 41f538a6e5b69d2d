from __future__ import annotations

from crawler.definitions import Layout
from crawler.extraction.document import parse
from crawler.extraction.extract import extract_article

URL = "https://so-a.example/tin/khai-giang-lop-ky-nang-so-4985.html"
PAGE = """<html><head><title>Cổng</title></head><body>
<h1 class="khau-hieu">Chung tay xây dựng nông thôn mới</h1>
<div class="x1">Khai giảng lớp kỹ năng số cho cán bộ xã</div>
<span class="x2">05/03/2024 08:15</span>
<div class="x3"><p>Sáng 5/3, Sở khai giảng lớp kỹ năng số cho ba mươi cán bộ của các xã vùng cao trong tỉnh.</p>
<p class="qc">Quý khách cần mua máy tính xin gọi cửa hàng Minh Tâm, giao hàng tận nơi.</p>
<p>Lớp học kéo dài năm ngày, gồm phần lý thuyết và phần thực hành trên máy của chính xã mình.</p></div>
<div class="x4">Người viết bài: Trần Thị Mẫu</div></body></html>"""


def test_layout_names_the_parts_of_an_article() -> None:
    layout = Layout(title=".x1", date=".x2", body=".x3", byline=".x4", exclude=(".qc",))
    article = extract_article(parse(PAGE, URL), layout)
    assert article.title == "Khai giảng lớp kỹ năng số cho cán bộ xã"
    assert article.date_slots[0].raw == "05/03/2024 08:15"
    assert article.date_slots[0].source == "layout"
    assert article.author is not None
    assert "Trần Thị Mẫu" in article.author
    assert len(article.body) == 2
    assert not any("máy tính xin gọi" in text for text in article.body)


def test_layout_selector_that_finds_nothing_is_a_warning() -> None:
    article = extract_article(parse(PAGE, URL), Layout(title=".none"))
    assert "layout_title" in article.warnings
    assert article.title
