"""Sections, feeds, declared addresses and the parts of long articles."""

# ruff: noqa: E501 (markup and addresses are easier to compare on one line)

from __future__ import annotations

import pytest

from crawler.discovery.article_parts import article_parts
from crawler.discovery.fronts import is_front, names_static_page
from crawler.discovery.links import declared_address, feeds, internal_links, menu_links
from crawler.discovery.parts import part_of
from crawler.extraction.document import parse
from tests.crawler.discovery.layouts import page

HERE = "http://so.example.vn/tin"


def test_internal_links_rank_menus_of_news_first() -> None:
    html = page(
        '<ul class="menu"><li><a href="/hoat-dong">Tin hoạt động của Sở</a></li><li><a href="/van-ban">Văn bản mới</a></li>'
        '<li><a href="/trong-tinh">Trong tỉnh</a></li></ul><p><a href="/khac">Góc nhìn</a> <a href="/tag/mua/">mưa</a></p>'
    )
    ranks = {link.url.partition(".vn")[2]: link.rank for link in internal_links(parse(html, HERE))}
    assert ranks["/hoat-dong"] == ranks["/tin-tuc-su-kien"] == 3
    assert ranks["/trong-tinh"] == 2
    assert ranks["/khac"] == 1
    assert ranks["/van-ban"] == ranks["/gioi-thieu"] == ranks["/tag/mua/"] == 0
    assert [link.rank for link in internal_links(parse(html, HERE))] == sorted(ranks.values(), reverse=True)


def test_menu_links_leave_out_functions_other_hosts_and_the_front() -> None:
    html = page(
        '<nav><a href="/">Trang chủ</a><a href="/dang-nhap">Đăng nhập</a><a href="http://elsewhere.example/tin">Tin tỉnh bạn</a>'
        '<a href="#top">Lên trên</a><a href="/tin-a">Tin A</a><a href="/tin-b">Tin B</a></nav>'
    )
    assert set(menu_links(parse(html, HERE))) == {
        "http://so.example.vn/tin-tuc-su-kien",
        "http://so.example.vn/tin-a",
        "http://so.example.vn/tin-b",
    }


def test_menu_links_take_short_links_where_there_is_no_menu() -> None:
    html = '<table><tr><td><a href="/a.aspx?c=1">Góc nhìn</a></td></tr></table>'
    assert menu_links(parse(html, HERE)) == ("http://so.example.vn/a.aspx?c=1",)


def test_feeds_are_declared_or_visible() -> None:
    html = page(
        '<a href="/rss/thong-bao.rss">RSS</a><a href="/tin/feed-back">Ý kiến</a><a href="/tin?format=feed&type=rss">RSS</a>',
        head='<link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
        '<link rel="alternate" type="application/rss+xml" href="http://elsewhere.example/feed/">'
        '<link rel="alternate" hreflang="en" href="/en">',
    )
    assert feeds(parse(html, HERE)) == (
        "http://so.example.vn/feed/",
        "http://so.example.vn/rss/thong-bao.rss",
        "http://so.example.vn/tin?format=feed&type=rss",
    )


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="/tin/mot-bai">', "http://so.example.vn/tin/mot-bai"),
        ('<meta property="og:url" content="http://www.so.example.vn/tin/a">', "http://www.so.example.vn/tin/a"),
        ('<link rel="canonical" href="http://so.example.vn/">', None),
        ('<link rel="canonical" href="http://elsewhere.example/a">', None),
        ('<link rel="canonical" href="">', None),
        ("", None),
    ],
)
def test_declared_address_is_believed_within_reason(head: str, address: str | None) -> None:
    assert declared_address(parse(page("", head=head), "http://so.example.vn/node/5")) == address


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("http://so.example.vn/ten-cua-mot-bai-dai/2/", "http://so.example.vn/ten-cua-mot-bai-dai/"),
        ("http://so.example.vn/ten-cua-mot-bai-dai/3", "http://so.example.vn/ten-cua-mot-bai-dai"),
        ("http://so.example.vn/tin/2/", None),
        ("http://so.example.vn/ten-cua-mot-bai-dai/17476", None),
        ("http://so.example.vn/ten-cua-mot-bai-dai", None),
    ],
)
def test_part_of_names_the_article(address: str, own: str | None) -> None:
    assert part_of(address) == own


def test_article_parts_are_found_in_order() -> None:
    base = "http://so.example.vn/ten-cua-mot-bai-dai/"
    box = '<nav class="page-links">Trang: <span>1</span> <a href="{0}3/">3</a> <a href="{0}2/">2</a></nav><a href="{0}4/">4</a>'
    assert article_parts(parse(page(box.format(base)), base)) == (f"{base}2/", f"{base}3/")


def test_article_parts_by_parameter() -> None:
    box = '<div class="article-pagination"><a href="/tin/mot-bai?start=1">2</a><a href="/tin/bai-khac?start=2">3</a></div>'
    assert article_parts(parse(page(box), "http://so.example.vn/tin/mot-bai")) == (
        "http://so.example.vn/tin/mot-bai?start=1",
    )


@pytest.mark.parametrize(
    "path", ["/", "/vi", "/index.php", "/Pages/Default.aspx", "/trang-chu", "/vi-vn/", "/?lang=vi", "/home.html"]
)
def test_is_front_page(path: str) -> None:
    assert is_front(f"http://so.example.vn{path}")


@pytest.mark.parametrize(
    "path", ["/tin", "/?p=5", "/index.php?nv=news", "/vi/tin", "/Pages/tin.aspx", "/trang-chu/bai-1.html"]
)
def test_is_front_page_not(path: str) -> None:
    assert not is_front(f"http://so.example.vn{path}")


def test_names_static_page_by_any_or_the_first_segment() -> None:
    assert names_static_page("http://so.example.vn/vi/gioi-thieu/lich-su.html", first=True)
    assert names_static_page("http://so.example.vn/so/lien-he.aspx")
    assert not names_static_page("http://so.example.vn/so/lien-he.aspx", first=True)
    assert not names_static_page("http://so.example.vn/tin/to-chuc-hoi-thi.html")
