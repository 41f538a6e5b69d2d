from __future__ import annotations

import json
from dataclasses import replace

import pytest

from benchmarks.crawl.__main__ import Comparison
from benchmarks.crawl.requests import Rate
from benchmarks.processes import Finished


def comparison(status: int = 0, new: int | None = 100, errors: str = "") -> Comparison:
    output = "" if new is None else json.dumps({"counts": {"new": new}})
    crawl = Finished(status, output, errors, 0.0, 30.0, 140.0, 1.65)
    bare = Finished(0, "", "", 0.0, 10.0, 110.0, 0.55)
    return Comparison(100, crawl, Rate(110, 22.0), bare, Rate(110, 11.0))


def test_comparison_share_is_of_pages_a_second() -> None:
    assert comparison().row() == ["100", "100", "0", "110", "110", "5.0", "10.0", "50%", "15.0", "5.0", "140", "110"]
    assert comparison().problem is None


@pytest.mark.parametrize(("seconds", "said"), [(22.0, "0.50 of bare Scrapy, at least 0.45: held"), (25.0, "missed")])
def test_comparison_judges_the_share(seconds: float, said: str) -> None:
    found = comparison()
    assert said in replace(found, crawl_rate=Rate(110, seconds)).verdict


@pytest.mark.parametrize(
    ("status", "new", "errors", "said"),
    [(0, 76, "", "76 stored"), (0, 101, "", "101 stored"), (1, None, "no database", "exited 1: no database")],
)
def test_comparison_lost_articles_and_failure_are_problems(
    status: int, new: int | None, errors: str, said: str
) -> None:
    found = comparison(status, new, errors).problem
    assert found is not None
    assert said in found
