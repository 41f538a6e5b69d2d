"""Saved pages of made-up sites: with the pages beside it, each article gives its text and nothing of the template."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from operations.extraction import SavedPage, extract_page
from operations.saved_sites import extract_sites
from tests.made_sites import CLOSING, NOTICE, SITES, Page, made

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
