from __future__ import annotations

from datetime import UTC, datetime

import pytest

from vietnamese.dates import as_known

EVENING = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize("precision", ["second", "minute", "hour"])
def test_as_known_gives_the_time_at_vietnams_zone(precision: str) -> None:
    assert as_known(EVENING, precision) == "2026-03-02T01:30:00+07:00"


@pytest.mark.parametrize("precision", ["day", "week", "month", None])
def test_as_known_gives_the_local_day_where_no_more_is_known(precision: str | None) -> None:
    assert as_known(EVENING, precision) == "2026-03-02"


def test_as_known_of_nothing_is_nothing() -> None:
    assert as_known(None, None) is None
