"""Pages as the content management systems of departments print them, each against what a reader would take from it.

A folder is a system, a pair of files a page: `CASE.html` and `CASE.json` with the address, the fetch time and the
fields of CONTRACT. Each page is read alone, without a site's definition. The texts, names and places are made up.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from operations.extraction import SavedPage, extract_page

FOLDER = Path(__file__).parent
EVERY_KIND = ("kind",)
ARTICLE = ("title", "published_at", "author", "category", "body", "captions", "attachments")
LIST = ("links", "next_page")
FIELDS: dict[str, tuple[str, ...]] = {"article": ARTICLE, "listing": LIST, "home": (), "other": ()}
DAY = len("2026-11-20")


@dataclass(frozen=True)
class Case:
    """One field of one page."""

    page: Path
    field: str

    @property
    def id(self) -> str:
        """`system/case/field`."""
        return f"{self.page.parent.name}/{self.page.stem}/{self.field}"


def fields(expected: Path) -> tuple[str, ...]:
    """The fields that a page of its kind has."""
    kind = json.loads(expected.read_text("utf-8"))["kind"]
    return EVERY_KIND + FIELDS[kind]


CASES = [Case(path, field) for path in sorted(FOLDER.glob("*/*.json")) for field in fields(path)]


@cache
def found_and_expected(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What extraction finds on a page, and what it should find."""
    expected: dict[str, Any] = json.loads(path.read_text("utf-8"))
    fetched_at = datetime.fromisoformat(expected["fetched_at"])
    page = SavedPage(path.stem, path.with_suffix(".html"), expected["url"], fetched_at)
    return extract_page(page), expected


def address(url: str | None) -> str | None:
    """An address with its percent-escapes decoded, so that either way of writing it will do."""
    if url is None:
        return None
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{unquote(parts.path).rstrip('/')}?{unquote(parts.query)}"


def comparable(field: str, value: Any) -> Any:
    """A field's value as it is compared."""
    if field == "links":
        return [address(url) for url in value]
    if field == "next_page":
        return address(value)
    if field == "attachments":
        return [(address(file["url"]), file["text"]) for file in value]
    return value


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_portal_page_gives_what_a_reader_takes_from_it(case: Case) -> None:
    found, expected = found_and_expected(case.page)
    value = comparable(case.field, found[case.field])
    if case.field == "published_at" and value and len(expected[case.field] or "") == DAY:
        value = value[:DAY]  # a machine-readable time beside a printed day may be told
    assert value == comparable(case.field, expected[case.field])


def test_every_page_has_its_expected_result() -> None:
    pages = {path.with_suffix("") for path in FOLDER.glob("*/*.html")}
    assert pages == {path.with_suffix("") for path in FOLDER.glob("*/*.json")}
    assert pages
