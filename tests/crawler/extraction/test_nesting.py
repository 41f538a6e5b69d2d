"""Markup that parsers are slow on is found wherever it stands, and nothing else is touched."""

from __future__ import annotations

import pytest

from crawler.extraction.nesting import flatten

LONG = "x" * 45_000
HUGE_TAG = f"<div {' a' * 30_000}>"


@pytest.mark.parametrize(
    "before", ["", "văn bản ", f"<script>{LONG}</script>", LONG, f"{LONG}<p>" * 3, "<p>a</p>" * 900]
)
def test_flatten_huge_tag_anywhere_loses_its_attributes(before: str) -> None:
    assert flatten(f"{before}{HUGE_TAG}Tin{LONG}") == f"{before}<div>Tin{LONG}"


@pytest.mark.parametrize("html", ["", "<", LONG, f"<{LONG}", f"<script>{LONG}</script><p>Tin", f'<img src="{LONG}">'])
def test_flatten_long_runs_of_other_kinds_stay(html: str) -> None:
    assert flatten(html) == html
