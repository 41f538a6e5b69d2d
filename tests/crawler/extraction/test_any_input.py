"""Any input gives an article, in reasonable time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction.nesting import flatten
from tests.crawler.extraction.helpers import PROSE, extract, page, paragraphs

_HOSTILE = {
    "empty": "",
    "no body": "<html><head><title>x</title></head></html>",
    "frameset": "<frameset><frame src=a></frameset>",
    "nested and closed": "<div>" * 100_000 + "x" + "</div>" * 100_000,
    "nested and open": "<b>" * 100_000 + "x",
    "nested tables": "<table><tr><td>" * 20_000 + "x",
    "nested formats": "<b><i><a href=x>" * 3_000 + "x",
    "open cells": "<table>" + "<tr><td>ô<td>ô" * 3_000,
    "open paragraphs": "<p>" * 20_000,
    "many breaks": "<p>" + "a<br>" * 10_000,
    "one long line": "<p>" + "từ ngữ " * 100_000,
    "many links": "<ul>" + '<li><a href="/x">Tin số một hai ba bốn</a></li>' * 5_000 + "</ul>",
    "control characters": "<p>\x00\x01 abc \ud83d</p>",
    "broken style": page('<p style="font-size:1.2.3px;font-size:px">a</p>' + paragraphs()),
    "broken addresses": page('<a href="http://[::1">x</a><img src="http://[bad">' + paragraphs()),
    "broken address of another article": page('<ul><li><a href="http://[bad">Tin số một hai ba bốn năm sáu</a></ul>'),
    "broken address in a viewer": page(
        '<iframe src="http://[bad/a.pdf"></iframe><iframe src="/v?url=http://[b"></iframe>'
    ),
    "many dates": "<p>" + "01/01/2022 " * 20_000,
}


@pytest.mark.parametrize("html", _HOSTILE.values(), ids=_HOSTILE)
def test_extract_article_hostile_input(html: str) -> None:
    start = time.process_time()
    extract(html)
    assert time.process_time() - start < 20


_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='menu'>", "</div>", "<table><tr><td>", "</table>", "<br>", "<b>", "</i>", "<li>"),
        *("<a href='/x'>", "</a>", "<h1>", "</h1>", "<img src=a.jpg>", "Ảnh: Mai", "05/03/2024", "Các tin khác"),
        *("&nbsp;", *PROSE),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_extract_article_any_markup(pieces: list[str]) -> None:
    article = extract("".join(pieces))
    assert all(text == " ".join(text.split()) and text for text in article.body)


def test_extract_article_is_pure() -> None:
    html = page(paragraphs("<p>Lò Thị Mai</p>"))
    assert extract(html) == extract(html)


@pytest.mark.parametrize("html", ["<div><p>a</p></div>" * 6_000, "<table>" + "<tr><td>a<td>b" * 3_000])
def test_flatten_ordinary_page_is_unchanged(html: str) -> None:
    assert flatten(html) is html


@pytest.mark.parametrize("part", ["<div>", "<b><i><a href=x>"])
def test_flatten_deep_page_keeps_its_text_and_its_frame(part: str) -> None:
    flat = flatten("<h1>Tin</h1>" + part * 30_000 + "chữ<p>câu")
    assert flat.startswith("<h1>Tin</h1>" + part)
    assert flat.endswith("chữ<p>câu")
    assert flat.count("<") < 300


def test_flatten_closing_tags_close_what_was_kept() -> None:
    assert flatten("<div>" * 30_000 + "chữ" + "</div>" * 30_000 + "<h2>").count("</div>") == 200
