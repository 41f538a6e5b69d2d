"""The section of an article: labels, paths, breadcrumbs, named links, the box's heading."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.analysis import analyse

TITLE = "Khánh thành cầu treo dân sinh ở bản Nà Lụng"
TEXT = (
    "<p>Cây cầu dài 62 m nối hai bờ suối, thay cho chiếc bè mảng mà học sinh vẫn qua lại mỗi ngày.</p>"
    "<p>Kinh phí do người dân và các nhà hảo tâm đóng góp, hoàn thành sau bốn tháng thi công.</p>"
)
URL = "http://so.example/tin/cau-treo-12.html"


def category(above: str = "", below: str = "", behind: str = "", head: str = "") -> str | None:
    """The section found on a page with these parts around the heading and the text."""
    body = f"<div id=page>{above}<div class=bai><h1>{TITLE}</h1>{below}{TEXT}{behind}</div></div>"
    html = f"<html><head>{head}<meta charset=utf-8></head><body><p>Sở Xây dựng</p>{body}</body></html>"
    return analyse(html.encode(), URL).article.category


def test_category_of_joined_breadcrumb_without_signs() -> None:
    crumbs = '<div class="breadcrumb"><a href="/">Trang chủ</a><i></i><a href="/x">Giao thông</a></div>'
    assert category(crumbs) == "Giao thông"


def test_category_leaves_label_of_path_out() -> None:
    crumbs = '<div class="breadcrumbs">Bạn đang ở: <a href="/x">Giao thông</a></div>'
    assert category(crumbs) == "Giao thông"


def test_category_of_path_whose_first_link_is_a_picture() -> None:
    crumbs = '<div class="breadcrumb"><a href="/"><img src="nha.png"></a><a href="/x">Giao thông</a></div>'
    assert category(crumbs) == "Giao thông"


def test_category_of_path_with_arrows() -> None:
    assert category('<p><a href="/x">TIN TỨC</a> &raquo; <a href="/y">GIAO THÔNG</a></p>') == "GIAO THÔNG"


def test_category_of_hidden_declared_breadcrumb() -> None:
    items = "".join(f'<li><span itemprop="name">{name}</span></li>' for name in ("Trang nhất", "Giao thông"))
    crumbs = f'<ul class="hidden" itemscope itemtype="https://schema.org/BreadcrumbList">{items}</ul>'
    assert category(crumbs) == "Giao thông"


def test_category_menu_is_no_path() -> None:
    menu = '<p><a href="/">Trang chủ</a> | <a href="/a">Giới thiệu</a> | <a href="/b">Liên hệ</a></p>'
    assert category(menu) is None


def test_category_label_before_linked_name() -> None:
    assert category(behind='<div><b>Chuyên mục:</b><ul><li><a href="/x">Giao thông</a></li></ul></div>') == "Giao thông"


def test_category_heading_of_side_list_is_no_label() -> None:
    side = '<div class="left"><h3>Chuyên mục</h3><ul><li><a href="/x">Giao thông</a></li></ul></div>'
    assert category(side) is None


def test_category_named_link_behind_text() -> None:
    links = '<footer><span class="cat-links"><a href="/x">Giao thông</a></span></footer>'
    assert category(behind=links) == "Giao thông"


def test_category_heading_of_the_box() -> None:
    html = f"<div><div class=k>Tin giao thông</div><div>07/05/2026</div><h2>{TITLE}</h2>{TEXT}</div>"
    body = f"<html><body><p>Sở Xây dựng</p>{html}</body></html>"
    assert analyse(body.encode(), URL).article.category == "Tin giao thông"


def test_category_of_head_where_nothing_is_printed() -> None:
    assert category(head='<meta property="article:section" content="Giao thông">') == "Giao thông"


def test_category_is_not_the_title() -> None:
    assert category(f'<div class="breadcrumb"><a href="/">Trang chủ</a> / <span>{TITLE}</span></div>') is None


def test_category_of_labelled_pages(shared: Path) -> None:
    wrong = []
    for path in sorted(shared.glob("corpus/*/*/expected.json")):
        expected = json.loads(path.read_text("utf-8"))
        if expected["kind"] == "article":
            found = analyse((path.parent / "page.html").read_bytes(), expected["url"]).article.category
            if found != expected["category"]:
                wrong.append((path.parent, found))
    assert not wrong


@pytest.mark.parametrize("name", ["root", "Nội dung tin"])
def test_category_refuses_headings_of_boxes_that_name_no_section(name: str) -> None:
    html = f"<html><body><p>Sở</p><div><div>{name}</div><h2>{TITLE}</h2>{TEXT}</div></body></html>"
    assert analyse(html.encode(), URL).article.category is None
