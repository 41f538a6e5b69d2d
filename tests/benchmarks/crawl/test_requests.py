from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.crawl.requests import Rate, rate
from benchmarks.processes import Finished

LOG = "5.0 200 GET /before\n11.0 200 GET /robots.txt\n12.0 404 GET /x\n13.0 200 GET /a\n99.0 200 GET /after\n"


def finished(began: float, ended: float) -> Finished:
    return Finished(0, "", "nothing", began, ended, 1.0)


def test_rate_counts_the_process_own_pages_until_its_end(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(LOG, encoding="utf-8")
    assert rate(tmp_path / "log", finished(10.0, 15.0)) == Rate(2, 4.0)
    assert Rate(2, 4.0).per_second == 0.5


def test_rate_without_requests_says_so(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(LOG, encoding="utf-8")
    with pytest.raises(ValueError, match="nothing"):
        rate(tmp_path / "log", finished(20.0, 30.0))
