"""The main list in awkward markup: unnamed columns, grids, short titles, headlines beside their links."""

# ruff: noqa: E501 (markup is easier to compare on one line)

from __future__ import annotations

import pytest

from crawler.discovery.listing import find_listing
from crawler.extraction.document import parse
from tests.crawler.discovery.layouts import HEADLINES, LEAD, SIDE, page, side, slug

HERE = "http://so.example.vn/tin-hoat-dong"
PATHS = tuple(f"/tin/{slug(text)}" for text in HEADLINES)
SIDE_PATHS = tuple(f"/tin/{slug(text)}" for text in SIDE)
PAIRS = list(zip(PATHS, HEADLINES, strict=True))


def rows(form: str, pairs: list[tuple[str, str]] = PAIRS) -> str:
    return "".join(form.format(path, text) for path, text in pairs)


PLAIN = '<li><a href="{}">{}</a></li>'
ASIDE = rows(PLAIN, list(zip(SIDE_PATHS, SIDE, strict=True)))
GRID = '<div class="c6"><h4><a href="{}">{}</a></h4><p>' + LEAD + "</p></div>"
SHAPES = {
    "unnamed columns": f"<div><div><ul>{rows(PLAIN)}</ul></div><div><h3>Tin mới nhất</h3><ul>{ASIDE}</ul></div></div>",
    "bootstrap columns": f'<div class="row"><div class="col-md-8"><h2>Tin hoạt động</h2><ul class="list">{rows(PLAIN)}</ul></div>'
    f'<div class="col-md-4"><div class="panel"><div class="panel-heading">Thông báo</div><ul>{ASIDE}</ul></div></div></div>',
    "main column is named left": f'<div id="left"><h2>Tin</h2><ul>{rows(PLAIN)}</ul></div><div id="right"><div class="box">Thông báo<ul>{ASIDE}</ul></div></div>',
    "search container": f'<div class="lfr-search-container-wrapper"><table>{rows("<tr><td class=a><a href={}>{}</a></td></tr>")}</table></div>{side()}',
    "definition list": f"<dl>{rows('<dt><a href={}>{}</a></dt><dd>Ngày 12/03/2015 - ' + LEAD + '</dd>')}</dl>{side()}",
    "grid of rows": '<div class="grid">' + "".join(f'<div class="row">{rows(GRID, PAIRS[n : n + 2])}</div>' for n in (0, 2, 4, 6)) + "</div>",
    "table of two columns": "<table>" + "".join(f"<tr>{rows('<td><a href={}>{}</a></td>', PAIRS[n : n + 2])}</tr>" for n in (0, 2, 4, 6)) + "</table>",
    "cells of one row": f"<table><tr>{rows('<td><a href={}><b>{}</b></a><br>12/03/2015<br>' + LEAD + '</td>')}</tr></table>",
    "featured entry and small ones": f'<div class="main"><div class="top"><div class="big"><a href="{PATHS[0]}"><img src="a.jpg"></a><h2><a href="{PATHS[0]}">'
    f'{HEADLINES[0]}</a></h2><p>{LEAD}</p></div><ul class="small">{rows(PLAIN, PAIRS[1:4])}</ul></div><div class="stream">'
    + rows('<div class="it"><a href="{0}"><img src="b.jpg"></a><h3><a href="{0}">{1}</a></h3><span>12/03/2015</span></div>', PAIRS[4:])
    + f"</div></div>{side()}",
    "read more beside the headline": f'<div class="main">{rows("<div class=it><h3>{1}</h3><p>" + LEAD + " <a href={0}>Xem tiếp</a></p></div>")}</div>{side()}',
    "headline in the picture's title": f'<div class="main">{rows("""<div class="it"><a href="{0}" title="{1}"><img src="a.jpg" alt=""></a><i>{1}</i></div>""")}</div>',
    "print links": f"<div>{rows('<div class=it><p><a href={0}>{1}</a></p><p>[<a href={0}>Chi tiết</a>] [<a href=/print{0}>Bản in</a>]</p></div>')}</div>{side()}",
    "list named nav": f'<div class="main"><h2>Tin</h2><ul class="nav nav-list">{rows(PLAIN)}</ul></div>',
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_listing_of_shape(shape: str) -> None:
    found = find_listing(parse(page(SHAPES[shape]), HERE))
    assert [link.url.partition(".vn")[2] for link in found.links] == list(PATHS)


def test_listing_of_short_titles() -> None:
    titles = ("Thông báo tuyển dụng", "Thư mời họp", "Kế hoạch công tác", "Lịch tiếp dân", "Công khai ngân sách")
    pairs = [(f"/thong-bao/{1000 + n}", title) for n, title in enumerate(titles)]
    main = f"<div>{rows('<div class=i><a href={}>{}</a><em>(12/03/2015)</em></div>', pairs)}</div>"
    found = find_listing(parse(page(main, after=side()), "http://so.example.vn/thong-bao"))
    assert [link.text for link in found.links] == list(titles)


def test_listing_resolves_against_the_base_element() -> None:
    pairs = [(path.removeprefix("/tin/"), text) for path, text in PAIRS]
    html = page(rows("<p><a href={}>{}</a> 12/03/2015</p>", pairs), head='<base href="http://so.example.vn/tin/">')
    assert [link.url.partition(".vn")[2] for link in find_listing(parse(html, HERE)).links] == list(PATHS)


@pytest.mark.parametrize(
    ("pager", "following"),
    [
        (
            """<td><a onclick='javascript:RefreshPageTo(event, "/tin-hoat-dong?Paged=TRUE\\u0026p_ID=88\\u0026PageFirstRow=9");'
            href="javascript:"><img src="/_layouts/images/next.gif" alt="Next"></a></td>""",
            "/tin-hoat-dong?Paged=TRUE&p_ID=88&PageFirstRow=9",
        ),
        (
            """<div class="phantrang"><span class="on">1</span><a href="#" onclick="location.href='/tin-hoat-dong?trang=2'">2</a></div>""",
            "/tin-hoat-dong?trang=2",
        ),
    ],
    ids=["sharepoint", "location"],
)
def test_listing_next_page_by_a_plain_script(pager: str, following: str) -> None:
    html = page(f'<table class="list">{rows("<tr><td><a href={}>{}</a></td><td>12/03/2015</td></tr>")}</table>{pager}')
    assert find_listing(parse(html, HERE)).next_page == f"http://so.example.vn{following}"
