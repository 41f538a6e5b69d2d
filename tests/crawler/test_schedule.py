from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler import schedule

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def test_first_interval_of_a_fresh_article_is_a_day() -> None:
    assert schedule.first_interval(NOW - timedelta(hours=1), NOW) == schedule.DAY


def test_first_interval_grows_with_age() -> None:
    assert schedule.first_interval(NOW - timedelta(days=300), NOW) == 30 * schedule.DAY


def test_first_interval_has_an_upper_bound() -> None:
    assert schedule.first_interval(NOW - timedelta(days=9000), NOW) == schedule.LONGEST


def test_first_interval_without_a_date_is_the_shortest() -> None:
    assert schedule.first_interval(None, NOW) == schedule.SHORTEST


def test_next_interval_doubles_while_nothing_changes() -> None:
    assert schedule.next_interval(3 * schedule.DAY, changed=False) == 6 * schedule.DAY
    assert schedule.next_interval(schedule.LONGEST, changed=False) == schedule.LONGEST


def test_next_interval_starts_again_after_a_change() -> None:
    assert schedule.next_interval(30 * schedule.DAY, changed=True) == schedule.SHORTEST
