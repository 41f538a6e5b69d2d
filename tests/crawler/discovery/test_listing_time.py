"""Finding a list takes time in proportion to the page: four times the page may take little more than four times."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from crawler.discovery.listing import find_listing
from crawler.extraction.document import parse

HEADLINE = "Hội nghị triển khai công tác số"
MOST_GROWTH = 10.0
"""Between four and the sixteen of quadratic time, for a machine that does other things too."""


def entry(number: int) -> str:
    return f'<a href="/tin/bai-so-{number}-ve-viec-chung.html">{HEADLINE} {number}</a>'


PAGES: dict[str, Callable[[int], str]] = {
    "one list": lambda n: "<ul>" + "".join(f"<li>{entry(i)}</li>" for i in range(n)) + "</ul>",
    "one row": lambda n: "<table><tr>" + "".join(f"<td>{HEADLINE}{entry(i)}</td>" for i in range(n)) + "</tr></table>",
    "deep": lambda n: "<div>" * 300 + "".join(map(entry, range(n))) + "</div>" * 300,
    "pointers": lambda n: "".join(
        f'<div><b>{HEADLINE} {i}</b></div><div><a href="/t/bai-{i}.html">Xem chi tiết</a></div>' for i in range(n)
    ),
    "posting pager": lambda n: "".join(
        f"<a href=\"javascript:__doPostBack('g','Page${i}')\">{i}</a>" for i in range(1, n + 1)
    ),
    "furniture": lambda n: '<div class="menu"><div>x</div></div>' * n,
    "tags": lambda n: "<b></b>" * (20 * n),
}


def seconds(html: str) -> float:
    """The least of three."""
    taken = []
    for _ in range(3):
        document = parse(html, "http://so.example.vn/tin-tuc")
        start = time.process_time()
        find_listing(document)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("form", PAGES)
def test_find_listing_takes_linear_time(form: str) -> None:
    small, large = (seconds(PAGES[form](size)) for size in (250, 1000))
    assert large < MOST_GROWTH * max(small, 0.002)
