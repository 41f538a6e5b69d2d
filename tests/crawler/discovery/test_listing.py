"""The main list and its pager, in the layouts of systems that the corpus does not hold."""

# ruff: noqa: E501 (markup is easier to compare on one line)

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from crawler.discovery.listing import Listing, find_listing
from crawler.extraction.document import parse
from tests.crawler.discovery.layouts import (
    HEADLINES,
    LAYOUTS,
    LEAD,
    SIDE,
    Page,
    cards,
    dnn,
    page,
    side,
    slug,
    webforms_grid,
)


def read(made: Page) -> Listing:
    return find_listing(parse(made.html, made.url))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_listing_links_are_the_main_list_in_page_order(layout: str) -> None:
    made = LAYOUTS[layout]()
    assert [link.url for link in read(made).links] == list(made.links)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_listing_next_page_is_the_following_one(layout: str) -> None:
    made = LAYOUTS[layout]()
    assert read(made).next_page == made.next_page


@pytest.mark.parametrize("layout", LAYOUTS)
def test_listing_texts_are_the_headlines(layout: str) -> None:
    made = LAYOUTS[layout]()
    assert [link.text for link in read(made).links] == list(HEADLINES[: len(made.links)])


def test_listing_dates_stand_with_their_entries() -> None:
    assert [link.date_text for link in read(dnn()).links][:2] == ["10/05/2019 - 08:10", "11/05/2019 - 08:11"]


def test_listing_next_post_is_what_a_browser_would_send() -> None:
    made = webforms_grid()
    found = read(made)
    assert found.next_post is not None
    assert found.next_post.url == "http://so.example.vn/danhsach.aspx?cat=7"
    assert dict(found.next_post.fields) == {
        "__EVENTTARGET": "ctl00$Main$grvTin",
        "__EVENTARGUMENT": "Page$3",
        "__VIEWSTATE": "dDwtMTA+/w==",
        "__EVENTVALIDATION": "wEWBg==",
        "ctl00$txtTim": "",
    }


def test_listing_total_and_pages_are_what_the_pager_says() -> None:
    found = read(cards())
    assert found.total == 15
    assert "https://so.example.vn/tin-tuc?page=48" in found.pages
    assert "https://so.example.vn/tin-tuc?page=13" not in found.pages


def entries(count: int, start: int = 0) -> str:
    chosen = HEADLINES[start : start + count]
    return "".join(
        f'<div class="entry"><h3><a href="/tin/{slug(text)}-{7001 + start + n}.html">{text}</a></h3>'
        f"<span>0{n + 1}/07/2022</span><p>{LEAD}</p></div>"
        for n, text in enumerate(chosen)
    )


def listing(pager: str, url: str = "http://so.example.vn/tin/page/3/", count: int = 5) -> Listing:
    return find_listing(parse(page(f'<div class="list">{entries(count)}{pager}</div>', after=side()), url))


@pytest.mark.parametrize(
    "pager",
    [
        "",
        '<div class="pager"><a href="/tin/page/1/">1</a> <a href="/tin/page/2/">2</a> <b>3</b></div>',
        '<div class="pager"><a href="/tin/page/2/">«</a> <a href="/tin/page/2/">2</a> <span>3</span> <a href="/tin/page/3/">»</a></div>',
        '<div class="pager"><a href="/tin/page/1/">Trang đầu</a> <a href="/tin/page/2/">Trang trước</a></div>',
        '<div class="pager"><a href="#" onclick="tai(4)">4</a> <a href="javascript:tai(4)">Trang sau</a></div>',
        '<a class="more" href="javascript:void(0)">Xem thêm</a>',
        '<div class="slider"><a class="next" href="/tin/su-kien/">›</a></div>',
        '<table class="calendar"><tr><td><a href="/lich/4">4</a></td><td><a href="/lich/5">5</a></td></tr></table>',
        '<div class="pager"><a href="/tin/page/1/">1</a><a href="/tin/page/2/">2</a><a class="active" href="/tin/page/3/">3</a>'
        '<a href="/tin/page/3/">Cuối</a></div>',
        '<link rel="next" href="/tin/mot-bai-viet-nao-do-ben-canh-9.html">',
    ],
    ids=[
        "none",
        "numbers",
        "arrow-to-itself",
        "back-only",
        "scripts",
        "load-more",
        "slider",
        "calendar",
        "last",
        "neighbour",
    ],
)
def test_listing_next_page_is_none_on_the_last_page(pager: str) -> None:
    found = listing(pager)
    assert found.next_page is None
    assert found.next_post is None


@pytest.mark.parametrize(
    ("pager", "url", "following"),
    [
        ('<p><a href="/tin/trang-1.html">1</a> 2 <a href="/tin/trang-3.html">3</a></p>', "/tin/trang-2.html", "/tin/trang-3.html"),
        ('<ul class="pagination"><li class="active"><a href="#">1</a></li><li><a href="/tin?p=2">2</a></li></ul>', "/tin", "/tin?p=2"),
        ('<div class="paging"><a href="/tin?start=0">1</a><a href="/tin?start=8">2</a><a href="/tin?start=16">3</a></div>', "/tin?start=8", "/tin?start=16"),
        ('<a rel="next" href="/tin/page/2/">Older posts</a>', "/tin/", "/tin/page/2/"),
        ('<div class="nav-links"><a href="/tin/page-2">Bài cũ hơn</a></div>', "/tin", "/tin/page-2"),
        ('<div class="pager"><span>1</span><a href="/tin?page=1">2</a><a href="/tin?page=2">3</a><a href="/tin?page=7">»</a></div>', "/tin", "/tin?page=1"),
        ('<div class="pages">Trang <a href="/tin?trang=4">&lt;</a> <a href="/tin?trang=6">&gt;</a> Trang 5/9</div>', "/tin?trang=5", "/tin?trang=6"),
        ('<div class="phan-trang"><a href="/tin?pageindex=11">...</a><a class="cur" href="/tin?pageindex=12">12</a>'
         '<a href="/tin?pageindex=13">13</a></div>', "/tin?pageindex=12", "/tin?pageindex=13"),
        ('<div class="pager"><a href="/tin?page=2"><img src="n.gif" alt="" title="Trang sau"/></a>'
         '<a title="Trang sau" href="/tin?page=2"><img src="n.gif"/></a></div>', "/tin", "/tin?page=2"),
    ],
)  # fmt: skip
def test_listing_next_page_in_many_pagers(pager: str, url: str, following: str) -> None:
    assert listing(pager, f"http://so.example.vn{url}").next_page == f"http://so.example.vn{following}"


def test_listing_reads_link_rel_next_of_the_same_list() -> None:
    html = page(f'<div class="list">{entries(4)}</div>', head='<link rel="next" href="/tin?page=2">')
    assert find_listing(parse(html, "http://so.example.vn/tin")).next_page == "http://so.example.vn/tin?page=2"


@pytest.mark.parametrize("value", ["Trang sau", "Tiếp"])
def test_listing_next_post_by_button(value: str) -> None:
    form = f"""<form method="post" action="tin.aspx"><input type="hidden" name="__VIEWSTATE" value="v"/><div class="paging">
    <input type="submit" name="btnTruoc" value="Trang trước"/><input type="submit" name="btnSau" value="{value}"/></div></form>"""
    found = listing(form, "http://so.example.vn/tin.aspx")
    assert found.next_post is not None
    assert found.next_post.fields == (("__VIEWSTATE", "v"), ("btnSau", value))


def test_listing_pinned_entry_is_given_once_at_its_first_place() -> None:
    pinned = f'<div class="entry pinned"><h3><a href="/tin/{slug(HEADLINES[3])}-7004.html">{HEADLINES[3]}</a></h3><p>{LEAD}</p></div>'
    html = page(f'<div class="list">{pinned}{entries(5)}</div>')
    urls = [link.url for link in find_listing(parse(html, "http://so.example.vn/tin")).links]
    assert urls[0].endswith("-7004.html")
    assert len(urls) == len(set(urls)) == 5


def test_listing_leaves_out_other_news_under_the_main_list() -> None:
    other = "".join(f'<li><a href="/tin/{slug(text)}-88{n}.html">{text}</a></li>' for n, text in enumerate(SIDE))
    html = page(f'<div class="list">{entries(5)}<div><b>CÁC TIN KHÁC</b></div><ul>{other}</ul></div>')
    found = find_listing(parse(html, "http://so.example.vn/tin"))
    assert [re.search(r"(\d+)\.html", link.url)[1] for link in found.links] == ["7001", "7002", "7003", "7004", "7005"]  # type: ignore[index]


def test_listing_leaves_out_categories_and_tags_within_entries() -> None:
    rows = "".join(
        f'<article><a class="cat" href="/chuyen-de/ung-dung-tien-bo-ky-thuat-vao-san-xuat-{n}/">Ứng dụng tiến bộ kỹ thuật vào sản xuất</a>'
        f'<h2><a href="/tin/{slug(text)}-{7100 + n}.html">{text}</a></h2><p>{LEAD}</p></article>'
        for n, text in enumerate(HEADLINES)
    )
    found = find_listing(parse(page(f"<main>{rows}</main>"), "http://so.example.vn/tin"))
    assert [link.text for link in found.links] == list(HEADLINES)


def test_listing_of_a_front_page_has_the_news_of_all_blocks() -> None:
    blocks = "".join(
        f'<div class="block b{n}"><h2><a href="/muc-{n}/">{name}</a></h2>{entries(2, 2 * n)}</div>'
        for n, name in enumerate(("Tin hoạt động", "Thông báo mới", "Chuyển đổi số"))
    )
    found = find_listing(parse(page(f'<div class="home">{blocks}</div>'), "http://so.example.vn/"))
    assert [link.text for link in found.links] == list(HEADLINES[:6])


def test_listing_of_a_page_without_links_is_empty() -> None:
    assert find_listing(parse("<p>Trang đang xây dựng.</p>", "http://so.example.vn/tin")).links == ()


def test_listing_of_broken_markup_is_empty() -> None:
    assert find_listing(parse("", "http://so.example.vn/")) == Listing()
    assert (
        find_listing(
            parse("<a href='http://[x'>Một liên kết hỏng trong trang này</a>", "http://so.example.vn/tin")
        ).links
        == ()
    )


def test_listing_takes_linear_time() -> None:
    """Twice the page in about twice the time: a table of 4,000 entries is read within a few seconds."""
    rows = "".join(
        f'<tr><td><a href="/tin/{n}">{HEADLINES[n % 8]} số {n}</a></td><td>01/02/2020</td></tr>' for n in range(4000)
    )
    found = find_listing(parse(page(f"<table>{rows}</table>"), "http://so.example.vn/tin"))
    assert len(found.links) == 4000


def test_listing_corpus_is_read_as_labelled(shared: Path) -> None:
    """Links and next page of the labelled lists; the pages may be fitted to, so this only guards against a step back."""
    wrong = []
    for path in sorted((shared / "corpus").glob("*/*/expected.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold["kind"] != "listing":
            continue
        html = path.with_name("page.html").read_bytes().decode("utf-8", "replace")
        found = find_listing(parse(html, gold["url"]))
        got = [link.url.rstrip("/") for link in found.links]
        if got != [url.rstrip("/") for url in gold["links"]] or (found.next_page or "").rstrip("/") != (
            gold["next_page"] or ""
        ).rstrip("/"):
            wrong.append(path.parent.name)
    assert wrong == []
