"""No page takes more than linear time: a page of four times the size takes little more than four times as long."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from crawler.extraction.document import parse
from crawler.extraction.extract import extract_article
from tests.crawler.extraction.helpers import page, paragraphs

URL = "https://so-a.example/tin/bai-1.html"
SMALL = 800
# Quadratic time would be 16; caches and memory cost a large page somewhat more than its share.
MOST = 9.0

GROWING: dict[str, Callable[[int], str]] = {
    "edit times beside each other": lambda n: "<div>" + '<time class="updated">1/1/2026</time>' * n + "</div>",
    "paragraphs in one link": lambda n: '<a href="/x">' + "<p>Một đoạn</p>" * n + "</a>",
    "links in one paragraph": lambda n: "<p>" + '<a href="/van-ban.pdf">tải về</a> ' * n + "</p>",
    "text in nested side columns": lambda n: '<div class="col-left">' * 150 + paragraphs() * (n // 15) + "</div>" * 150,
    "text in nested menus": lambda n: '<div class="menu">' * 150 + paragraphs() * (n // 15) + "</div>" * 150,
    "pictures with captions": lambda n: '<p><img src="/a.jpg"></p><p><i>Quang cảnh buổi lễ</i></p>' * n,
    "rows of a table": lambda n: "<table>" + "<tr><td>Một</td><td>Hai</td></tr>" * n + "</table>",
    "table cells around the text": lambda n: "<table><tr><td>" * 150 + paragraphs() * (n // 15) + "</table>" * 150,
    "one long word": lambda n: f"<p>{'a' * (60 * n)}</p>",
    "one long class": lambda n: f'<p class="{"menu-a " * (12 * n)}">Một đoạn</p>',
    "one long picture address": lambda n: f'<p><img src="/{"pix" * (30 * n)}"></p>',
}


@pytest.mark.parametrize("grow", GROWING.values(), ids=GROWING)
def test_extract_article_takes_time_linear_in_the_page(grow: Callable[[int], str]) -> None:
    small, large = (page(paragraphs() + grow(size)) for size in (SMALL, 4 * SMALL))
    _seconds(small)
    assert _seconds(large) < MOST * max(_seconds(small), 0.005)


def _seconds(html: str) -> float:
    """The lesser of two runs, in seconds of this process alone."""
    times = []
    for _ in range(2):
        gc.collect()
        begun = time.process_time()
        extract_article(parse(html, URL))
        times.append(time.process_time() - begun)
    return min(times)
