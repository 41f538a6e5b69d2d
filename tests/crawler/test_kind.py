"""What a page is, in layouts that the corpus does not hold; extraction is the real one."""

# ruff: noqa: E501 (markup is easier to compare on one line)

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.discovery.listing import find_listing
from crawler.extraction.document import Document, parse
from crawler.extraction.extract import extract_article
from crawler.kind import classify, is_article_anyway, weigh
from practice.edition import Edition
from practice.portal import Portal
from tests.crawler.discovery.layouts import HEADLINES, LAYOUTS, LEAD, SIDE, page, side, slug
from vietnamese.encodings import decode_page

HOST = "http://so.example.vn"
TITLE = HEADLINES[4]
STORY = "".join(
    f"<p>{LEAD} Đây là đoạn thứ {n}, kể thêm về việc dọn rác dọc tuyến đê và cách bà con giữ gìn.</p>"
    for n in range(1, 6)
)
RELATED = "".join(
    f'<li><a href="/tin/{slug(text)}-55{n}.html">{text}</a> (1{n}/06/2021)</li>' for n, text in enumerate(SIDE)
)


def kind(html: str, path: str = "", *, url: str = "") -> str:
    document = parse(html, url or HOST + path)
    return classify(document, extract_article(document), lambda: find_listing(document))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_classify_list_in_many_layouts(layout: str) -> None:
    made = LAYOUTS[layout]()
    assert kind(made.html, made.url.removeprefix("https://so.example.vn").removeprefix(HOST)) == "listing"


@pytest.mark.parametrize(
    ("main", "path"),
    [
        (
            f'<div class="item-page"><h2>{TITLE}</h2><dl class="article-info"><dd>Được đăng: 15 Tháng 3 2021 08:30</dd></dl>{STORY}'
            f'<ul class="pager pagenav"><li class="next"><a href="/tin/11-bai-sau" rel="next">Tiếp theo</a></li></ul></div>',
            f"/index.php/tin/10-{slug(TITLE)}",
        ),
        (
            f'<div class="ms-rte"><h3 class="ArticleTitle">{TITLE}</h3><span>02/09/2019 14:05</span><div>{STORY}</div><p align="right"><b>Lan Chi</b></p>'
            f"<div><b>Các tin khác</b><ul>{RELATED}</ul></div></div>",
            "/tintuc/Pages/chi-tiet.aspx?ItemID=314",
        ),
        (
            f'<table><tr><td class="td1"><font size="3"><b>{TITLE}</b></font><br/><i>Ngày đăng: 5/7/2014</i><br/>{STORY}</td></tr><tr><td>Tin liên quan<br/>'
            f"<ul>{RELATED}</ul></td></tr></table>",
            "/index.php?mod=news&id=314",
        ),
        (
            f'<article class="detail"><h1>{TITLE}</h1><time datetime="2023-05-06T07:08:00+07:00">06/05/2023 07:08</time>{STORY}</article>'
            f'<section class="related"><h2>Bài viết liên quan</h2><ul>{RELATED}</ul></section>',
            f"/{slug(TITLE)}-314159.html",
        ),
        (
            f'<div class="detail"><h1>{TITLE}</h1><p class="date">Thứ ba, 06/05/2023</p><p>Xem văn bản tại đây: <a href="/tep/vb.pdf">vb.pdf</a></p></div>',
            f"/thong-bao/{slug(TITLE)}",
        ),
    ],
    ids=["joomla", "sharepoint", "tables", "article", "file-only"],
)
def test_classify_article_in_many_layouts(main: str, path: str) -> None:
    assert kind(page(main, after=side()), path) == "article"


def test_classify_article_undated_by_its_address() -> None:
    html = page(f'<div class="detail"><h2>{TITLE}</h2>{STORY}</div>', after=side())
    assert kind(html, f"/{slug(TITLE)}/") == "article"


@pytest.mark.parametrize("path", ["/", "/vi/", "/index.php", "/Pages/default.aspx"])
def test_classify_front_page(path: str) -> None:
    assert kind(LAYOUTS["cards"]().html, path) == "home"


@pytest.mark.parametrize(
    "path",
    [
        "/gioi-thieu/",
        "/about/co-cau-to-chuc-cua-don-vi.html",
        "/lien-he.html",
        "/siteterms/privacy.html",
        "/vi/gioi-thieu/lich-su-hinh-thanh.html",
    ],
)
def test_classify_undated_static_page_is_other(path: str) -> None:
    html = page(f"<div class='detail'><h1>Giới thiệu chung về cơ cấu tổ chức của đơn vị</h1>{STORY}</div>")
    assert kind(html, path) == "other"


def test_classify_law_record_is_other() -> None:
    rows = "".join(
        f"<tr><th>{label}</th><td>{value}</td></tr>"
        for label, value in (
            ("Số ký hiệu", "12/2021/QĐ-UBND"),
            ("Ngày ban hành", "03/04/2021"),
            ("Cơ quan ban hành", "Ủy ban nhân dân tỉnh Hạ Giang"),
            ("Người ký", "Lê Văn Mẫu"),
            ("Trích yếu", "Quy định mức hỗ trợ giống cây trồng trên địa bàn tỉnh"),
        )
    )
    html = page(f"<h1>Quyết định quy định mức hỗ trợ giống cây trồng</h1><table>{rows}</table>{STORY}")
    assert kind(html, "/van-ban/quyet-dinh-quy-dinh-muc-ho-tro-giong-cay-trong-1221.html") == "other"


def test_classify_procedure_is_other() -> None:
    fields = "".join(
        f"<p><strong>{label}:</strong> {LEAD}</p>"
        for label in ("Trình tự thực hiện", "Cách thức thực hiện", "Thành phần hồ sơ", "Thời hạn giải quyết", "Lệ phí")
    )
    assert (
        kind(page(f"<h1>Cấp giấy phép nuôi trồng thủy sản trên biển</h1>{fields}"), "/tthc/chi-tiet?id=5012") == "other"
    )


@pytest.mark.parametrize(
    ("main", "path"),
    [
        (
            "<form action='/dang-nhap'><input name='u'/><input type='password' name='p'/><button>Đăng nhập</button></form>",
            "/dang-nhap",
        ),
        ("<h1>Không tìm thấy trang</h1><p>Địa chỉ mà bạn tìm không còn nữa.</p>", "/khong-co"),
        ("<form><input name='ten'/><textarea name='noidung'></textarea></form>", "/gop-y-du-thao"),
        ("", "/trang-rong"),
        ("<div id='app'></div><script src='/app.js'></script>", "/ung-dung"),
    ],
    ids=["login", "missing", "form", "empty", "script-only"],
)
def test_classify_what_holds_nothing_is_other(main: str, path: str) -> None:
    assert kind(page(main), path) == "other"


def test_classify_search_results_are_other() -> None:
    assert kind(LAYOUTS["cards"]().html, "/tim-kiem?q=nong+thon") == "other"


def test_classify_further_page_of_an_article_is_other() -> None:
    html = page(f"<article><h1>{TITLE}</h1><p>06/05/2023</p>{STORY}</article>", body='class="single single-post"')
    assert kind(html, f"/{slug(TITLE)}/") == "article"
    assert kind(html, f"/{slug(TITLE)}/2/") == "other"


@pytest.mark.parametrize(
    "path", ["/tag/nong-thon/", "/author/lan-chi/", "/tin-tuc/page/7/", "/2022/11/", "/category/thong-bao/"]
)
def test_classify_list_with_one_entry_is_a_listing(path: str) -> None:
    entry = f'<article class="post hentry tag-mua"><h2 class="entry-title"><a href="/{slug(TITLE)}/">{TITLE}</a></h2><time>06/05/2023</time><p>{LEAD}</p></article>'
    assert kind(page(f"<main><h1>Lưu trữ</h1>{entry}</main>"), path) == "listing"


def test_classify_section_that_opens_with_a_long_text_is_a_listing() -> None:
    """Its name is long and stands in its address, its entries are dated: an article, but for its list."""
    entries = "".join(
        f'<div class="item"><h3><a href="/tin/{slug(text)}-7{n}1.html">{text}</a></h3><span>1{n}/06/2021</span><p>{LEAD}</p></div>'
        for n, text in enumerate(HEADLINES)
    )
    name = "Tin hoạt động của các đơn vị trực thuộc"
    html = page(f'<h1>{name}</h1><div class="intro">{STORY[: len(STORY) // 2]}</div><div class="list">{entries}</div>')
    assert kind(html, f"/{slug(name)}/") == "listing"


def test_classify_corpus_as_labelled(shared: Path) -> None:
    """The pages may be fitted to, so this only guards against a step back."""
    wrong = [page.id for page in corpus(shared) if kind(page.html, url=page.url) != page.kind]
    assert wrong == []


def test_is_article_anyway_never_overrules_the_list(shared: Path) -> None:
    assert overruled(corpus(shared)) == []


def test_is_article_anyway_never_overrules_the_list_of_other_systems() -> None:
    assert overruled(portals()) == []


def test_is_article_anyway_knows_many_articles() -> None:
    articles = [read(page) for page in portals() if page.kind == "article"]
    known = sum(is_article_anyway(document, extract_article(document)) for document in articles)
    assert known >= len(articles) / 3


@dataclass(frozen=True)
class Page:
    """A page that somebody has labelled."""

    id: str
    url: str
    kind: str
    html: str


def corpus(shared: Path) -> Iterator[Page]:
    for path in sorted((shared / "corpus").glob("*/*/expected.json")):
        yield labelled(path, path.with_name("page.html"))


def portals() -> Iterator[Page]:
    for path in sorted((Path(__file__).parents[1] / "portals").glob("*/*.json")):
        yield labelled(path, path.with_suffix(".html"))


def labelled(gold: Path, html: Path) -> Page:
    expected = json.loads(gold.read_text("utf-8"))
    return Page(
        f"{gold.parent.name}/{gold.stem}", expected["url"], expected["kind"], decode_page(html.read_bytes()).text
    )


def read(page: Page) -> Document:
    return parse(page.html, page.url)


def overruled(pages: Iterable[Page]) -> list[str]:
    """The pages that are articles whatever their list says, though it says otherwise."""
    found = []
    for labelled_page in pages:
        document = read(labelled_page)
        article = extract_article(document)
        if is_article_anyway(document, article) and weigh(document, article, find_listing(document)).balance <= 0:
            found.append(labelled_page.id)
    return found


EDITIONS = (Edition(), Edition(articles=100), Edition(articles=300), Edition(redesign=True))


@pytest.mark.parametrize("edition", EDITIONS)
def test_classify_sections_of_the_practice_department_are_listings(edition: Edition) -> None:
    portal, base = Portal(edition), "http://127.0.0.1:8765"
    for section in ("hoat-dong-cua-so", "nghien-cuu-ung-dung", "tieu-chuan-do-luong"):
        path = f"/vi-vn/tin-tuc/{section}"
        answer = portal.answer(path, base)
        assert kind(answer.body.decode("utf-8"), path) == "listing", path


@pytest.mark.parametrize(("posted", "expected"), [("", "other"), ("<p>Ngày đăng: 04/11/2026</p>", "article")])
def test_classify_record_with_and_without_a_posting_date(posted: str, expected: str) -> None:
    fields = {
        "Số hiệu": "12/QĐ",
        "Ngày ban hành": "03/11/2026",
        "Ngày hiệu lực": "05/11/2026",
        "Người ký": "Tạ Văn Lân",
    }
    rows = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in fields.items())
    html = f'<h1>{TITLE}</h1>{posted}<table>{rows}</table><a href="/tep/12.pdf">12.pdf</a>'
    assert kind(html, f"/van-ban/{slug(TITLE)}") == expected
