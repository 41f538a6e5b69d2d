"""Hard pages: each is read to the end, in time linear in its size, and what is left out is said."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path

import pytest

from crawler.analysis import LARGEST_PAGE
from operations.extraction import SavedPage, extract_page
from tests.fuzz.pathological import LINE, OTHER_LINE, PAGES, page
from tests.fuzz.rules import broken_rules
from tests.fuzz.run import FETCHED, URL, printed, read

SHARE = 1 if os.environ.get("SOTIN_SOAK") else 10
# Four times the page may take this many times as long; quadratic would be 16.
MOST_GROWTH = 9.0
UNMEASURABLE = 0.3
HANG = 60.0


def spent_on(body: bytes) -> float:
    """Seconds of the processor, the lesser of two runs."""
    found = []
    # The collector looks through all that the tests hold, which says nothing of the page.
    gc.disable()
    for _ in range(2):
        begun = time.process_time()
        printed(read(body))
        found.append(time.process_time() - begun)
    gc.enable()
    return min(found)


@pytest.mark.parametrize("name", PAGES)
def test_hard_page_takes_time_in_proportion_to_its_size(name: str) -> None:
    size, make = PAGES[name]
    long = spent_on(make(size // SHARE).encode())
    assert long < HANG
    if long > UNMEASURABLE:
        assert long < MOST_GROWTH * spent_on(make(size // SHARE // 4).encode())


@pytest.mark.parametrize("name", PAGES)
def test_hard_page_gives_valid_output_and_its_title(name: str) -> None:
    size, make = PAGES[name]
    record = printed(read(make(size // SHARE // 4).encode()))
    assert not list(broken_rules(record, FETCHED))
    if record["kind"] == "article":
        assert "kè ven sông" in (record["title"] or "")


def test_too_large_page_is_read_with_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page("<!--" + "x" * 10_000_000 + "-->"), "utf-8")
    assert file.stat().st_size > LARGEST_PAGE
    record = extract_page(SavedPage("x", file, URL, FETCHED))
    assert (record["kind"], record["body"], record["warnings"]) == ("article", [LINE, OTHER_LINE], ["too_large"])


@pytest.mark.parametrize("part", ["<div>", "<b>", "<div><b>", "<span class=a>"])
def test_article_above_markup_that_nests_too_deep_is_read_with_a_warning(part: str) -> None:
    record = printed(read(page(part * 5_000).encode()))
    assert record["body"][:2] == [LINE, OTHER_LINE]
    assert record["published_at"] == "2026-03-02T08:15:00+07:00"
    assert record["warnings"] == ["cut"]


def test_article_inside_markup_that_nests_too_deep_is_read() -> None:
    depth = 3_000
    body = "<div>" * depth + page("") + "</div>" * depth
    record = printed(read(body.encode()))
    assert record["body"] == [LINE, OTHER_LINE]
    assert record["warnings"] == ["cut"]


def test_tag_with_too_many_attributes_loses_them() -> None:
    record = printed(
        read(page("<div " + " ".join(f"a{at}" for at in range(20_000)) + "><p>Câu cuối của bài.</p></div>").encode())
    )
    assert record["body"] == [LINE, OTHER_LINE, "Câu cuối của bài."]
    assert record["warnings"] == ["cut"]


def test_long_attribute_stays() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 100_000}"><p>{LINE}</p>'
    assert printed(read(page(picture).encode()))["warnings"] == []
