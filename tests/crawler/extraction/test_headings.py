"""Which line is the article's heading."""

from __future__ import annotations

import pytest

from crawler.extraction.document import parse
from crawler.extraction.evidence import gather, slug_of
from crawler.extraction.title import heading_text, split_date
from tests.crawler.extraction.helpers import PROSE, TITLE, URL, extract, page, paragraphs


def test_find_heading_site_name_in_h1() -> None:
    html = f"<title>Sở Giao thông</title><h1>Sở Giao thông tỉnh An Hải</h1><div><h2>{TITLE}</h2>{paragraphs()}</div>"
    assert extract(html).title == TITLE


def test_find_heading_without_markup_or_claims() -> None:
    html = f"<title>Trang chủ</title><div><div>{TITLE}</div><div>05/03/2024 14:20</div>{paragraphs()}</div>"
    assert extract(html).title == TITLE


def test_find_heading_confirmed_by_address() -> None:
    html = f"<title>Chi tiết</title><p>Bạn đang xem tin của Sở Giao thông</p><p>{TITLE}</p>{paragraphs()}"
    url = "https://so.example.vn/khanh-thanh-cau-treo-dan-sinh-tai-xa-nam-pi"
    assert extract(html, url=url).title == TITLE


def test_find_heading_entry_of_another_article_is_none() -> None:
    other = "<ul>" + "".join(f'<li><a href="/{n}"><b>{TITLE} lần {n}</b></a></li>' for n in range(5)) + "</ul>"
    html = page(paragraphs()).replace("<body>", f"<body>{other}")
    assert extract(html).title == TITLE


def test_find_heading_link_to_the_page_itself() -> None:
    html = page(paragraphs()).replace(TITLE + "</h1>", f'<a href="{URL}#top">{TITLE}</a></h1>')
    assert extract(html).title == TITLE


def test_find_heading_social_title_that_differs() -> None:
    head = '<meta property="og:title" content="Cầu treo Nậm Pì: niềm vui hai bản">'
    assert extract(page(paragraphs(), head=head)).title == TITLE


@pytest.mark.parametrize("box", ["<h2>{}</h2>", '<div class="TinTieuDe">{}</div>', '<span class="title">{}</span><br>'])
@pytest.mark.parametrize(
    ("first", "rest"), [("Khánh thành cầu treo", "dân sinh tại xã Nậm Pì"), ("KHÁNH THÀNH", TITLE.upper())]
)
def test_extract_article_title_wrapped_by_hand_is_one(box: str, first: str, rest: str) -> None:
    article = extract(f"<title>Sở Giao thông</title><div>{box.format(f'{first}<br>{rest}')}{paragraphs()}</div>")
    assert article.title == f"{first} {rest}"
    assert article.body == PROSE


@pytest.mark.parametrize("line", ["(05/03/2024)", "<small>Tác giả: Gia Huy</small>", "<i>cầu đường</i>"])
def test_extract_article_line_of_its_own_below_the_title_is_no_title(line: str) -> None:
    html = f"<title>Sở Giao thông</title><div><h2>{TITLE}<br>{line}</h2>{paragraphs()}</div>"
    assert extract(html).title == TITLE


def test_extract_article_date_below_a_title_in_capitals_is_no_title() -> None:
    html = f"<title>Sở Giao thông</title><div><h2>{TITLE.upper()}<br>THỨ BA, 05/03/2024</h2>{paragraphs()}</div>"
    assert extract(html).title == TITLE.upper()


def test_extract_article_repeats_of_title_are_no_body() -> None:
    article = extract(page(f"<p><b>{TITLE.upper()}</b></p>{paragraphs()}"))
    assert TITLE.upper() not in article.body


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("null Tin mới", "Tin mới"),
        (f"{TITLE} {TITLE}", TITLE),
        (f"{TITLE} Ngày cập nhật 26/11/2021", TITLE),
        (f"{TITLE} (26/08/2010 )", TITLE),
        ("Kế hoạch làm việc tuần từ ngày 12/5/2021", "Kế hoạch làm việc tuần từ ngày 12/5/2021"),
    ],
)
def test_heading_text_forms(printed: str, stored: str) -> None:
    assert heading_text(printed) == stored


def test_split_date_label() -> None:
    assert split_date(f"{TITLE} Cập nhật 08-02-2021 02:28") == (TITLE, "Cập nhật 08-02-2021 02:28")


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://x.vn/tin/mo-lop-day-nghe-12.html", "mo-lop-day-nghe-12"),
        ("https://x.vn/?id=4&title=mo-lop-day-nghe", "mo-lop-day-nghe"),
        ("https://x.vn/?id=4", ""),
    ],
)
def test_slug_of_address(url: str, slug: str) -> None:
    assert slug_of(url) == slug


def test_gather_broken_linked_data() -> None:
    html = (
        '<script type="application/ld+json">{"@type": </script><script type="application/ld+json">[{"a": 1}]</script>'
    )
    assert gather(parse(html, URL)).linked_data == ({"a": 1},)
