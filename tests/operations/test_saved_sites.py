"""Saved pages of made-up sites: with the pages beside it, each article gives its text and nothing of the template."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from operations.extraction import SavedPage, extract_page
from operations.saved_sites import extract_sites
from tests.made_sites import CLOSING, NOTICE, SITES, Page, made, paragraphs, plain_list, site

FETCHED = datetime(2026, 1, 5, tzinfo=UTC)
# Sites whose furniture nothing on a single page tells from text.
UNTOLD = ("boxed", "flat", "dressed", "above", "contacts", "listed", "counted")


def saved(pages: list[Page], folder: Path) -> list[SavedPage]:
    found = []
    for number, page in enumerate(pages):
        file = folder / f"{number}.html"
        file.write_text(page.html, encoding="utf-8")
        found.append(SavedPage(page.url, file, page.url, FETCHED))
    return found


def by_id(records: Any) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records}


@pytest.mark.parametrize("name", SITES)
def test_extract_sites_gives_the_text_alone(name: str, tmp_path: Path) -> None:
    pages = made(name)
    records = by_id(extract_sites(saved(pages, tmp_path), map))
    assert len(records) == len(pages)
    assert {p.url: records[p.url]["body"] for p in pages if p.is_article} == {
        p.url: list(p.body) for p in pages if p.is_article
    }


@pytest.mark.parametrize("name", UNTOLD)
def test_page_alone_cannot_tell_this_furniture(name: str, tmp_path: Path) -> None:
    pages = made(name)
    alone = by_id(map(extract_page, saved(pages, tmp_path)))
    assert all(len(alone[page.url]["body"]) > len(page.body) for page in pages if page.is_article)


def test_what_is_repeated_by_right_stands_on_enough_pages_to_be_mistaken() -> None:
    pages = [page for page in made("boxed") if page.is_article]
    assert sum(CLOSING in page.body for page in pages) > len(pages) / 2
    assert sum(NOTICE[1] in page.body for page in pages) >= 4


@pytest.mark.parametrize("name", ["boxed", "dressed"])
def test_extract_sites_does_not_depend_on_the_order(name: str, tmp_path: Path) -> None:
    pages = saved(made(name), tmp_path)
    expected = by_id(extract_sites(pages, map))
    for seed in range(3):
        random.Random(seed).shuffle(pages)
        assert by_id(extract_sites(pages, map)) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<div>{}</div>",
        "<div style='text-align:right'><p><em>{}</em></p></div>",
        "<p class=MsoNormal>{}</p>",
        "<h3>{}</h3>",
    ],
)
def test_extract_sites_keeps_what_editors_repeat_in_another_markup(markup: str, tmp_path: Path) -> None:
    def article(title: str, day: str, body: tuple[str, ...]) -> str:
        texts = "".join(markup.format(text) if text == CLOSING else f"<p>{text}</p>" for text in body)
        return f"<div><h1>{title}</h1><div>{day}</div><div class=zq>{texts}</div></div>"

    pages = [page for page in site("editors.example", article, plain_list) if page.is_article]
    records = by_id(extract_sites(saved(pages, tmp_path), map))
    assert [records[page.url]["body"] for page in pages] == [list(page.body) for page in pages]


def test_extract_sites_keeps_hosts_apart(tmp_path: Path) -> None:
    pages = [page for name in ("boxed", "cells") for page in made(name) if page.is_article]
    few = [*saved(pages, tmp_path)[:2], *saved(pages, tmp_path)[-2:]]
    assert by_id(extract_sites(few, map)) == by_id(map(extract_page, few))


def test_extract_sites_says_which_file_cannot_be_read(tmp_path: Path) -> None:
    pages = [*saved(made("boxed"), tmp_path), SavedPage("x", tmp_path / "none.html", "http://boxed.example/none")]
    problems = [answer for answer in extract_sites(pages, map) if isinstance(answer, str)]
    assert problems == [f"{tmp_path / 'none.html'}: No such file or directory"]


@pytest.mark.parametrize("count", [3, 5, 10])
def test_extract_sites_learns_a_box_from_few_articles(count: int, tmp_path: Path) -> None:
    pages = made("boxed")[:count]
    records = by_id(extract_sites(saved(pages, tmp_path), map))
    assert {page.url: records[page.url]["body"] for page in pages} == {page.url: list(page.body) for page in pages}


def weekly(title: str, day: str, body: tuple[str, ...]) -> str:
    """A bulletin with the same goods every week at other prices, a table of figures alone, and dates in a list."""
    week = len(title) * 31 + len(body[0]) * 7
    prices = "".join(
        f"<tr><td>{good}</td><td>đồng/kg</td><td>{week * row % 97 + 3}.{week % 9}00</td></tr>"
        for row, good in enumerate(("Thóc giống", "Ngô hạt", "Chè búp"), start=2)
    )
    figures = f"<tr><td>{week}</td><td>{week + 8}</td></tr><tr><td>{week * 3}</td><td>{week % 50}</td></tr>"
    return (
        f"<div><h1>{title}</h1><div>{day}</div><div>{paragraphs(body)}"
        f'<table border="1"><tr><th>Mặt hàng</th><th>Đơn vị</th><th>Giá</th></tr>{prices}</table>'
        f'<table border="1">{figures}</table>'
        f"<ul><li>Ngày lấy giá tại chợ phiên: {week % 28 + 1}/{week % 12 + 1}</li><li>Nơi lấy giá: chợ phiên</li></ul>"
        "</div></div>"
    )


def test_extract_sites_keeps_the_figures_of_every_weeks_bulletin(tmp_path: Path) -> None:
    pages = saved(site("weekly.example", weekly, plain_list), tmp_path)
    alone = by_id(map(extract_page, pages))
    assert sum("Mặt hàng | Đơn vị | Giá" in record["body"] for record in alone.values()) == 24
    assert by_id(extract_sites(pages, map)) == alone
