from __future__ import annotations

import pytest

from crawler.middlewares.retry_after import LONGEST_PAUSE_S, pause_seconds

NOW = 1_700_000_000.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("5", 5.0), (" 0 ", 0.0), ("99999", LONGEST_PAUSE_S), ("Tue, 14 Nov 2023 22:14:20 GMT", 60.0)],
)
def test_pause_seconds_reads_both_forms(header: str, seconds: float) -> None:
    assert pause_seconds(header, NOW) == pytest.approx(seconds)


def test_pause_seconds_of_a_past_date_is_nothing() -> None:
    assert pause_seconds("Tue, 14 Nov 2000 22:14:20 GMT", NOW) == 0.0


@pytest.mark.parametrize("header", [None, "", "soon", "-5", "²"])
def test_pause_seconds_of_what_is_no_pause_is_none(header: str | None) -> None:
    assert pause_seconds(header, NOW) is None
