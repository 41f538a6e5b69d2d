from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from crawler.definitions import Expected
from crawler.expectations import Seen, few_links, raise_alerts
from crawler.extensions.ledger import status_of
from storage.schema import STATES

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def seen(discovered: int | None = None, **fields: Any) -> Seen:
    known = {"lists": 1, "first_run": False, "latest": NOW}
    counts = dict.fromkeys(STATES, 0) | {key: value for key, value in fields.items() if key in STATES}
    rest = {key: value for key, value in fields.items() if key not in STATES}
    return Seen(counts, sum(counts.values()) if discovered is None else discovered, **(known | rest))


def alerts(expected: Expected, state: Seen) -> str:
    return "; ".join(raise_alerts(expected, state, NOW))


def test_alerts_of_a_healthy_run_are_none() -> None:
    assert alerts(Expected(), seen(new=5, excluded=3)) == ""


def test_alerts_when_states_do_not_add_up() -> None:
    assert "9 addresses were met, but the states sum to 8" in alerts(Expected(), seen(discovered=9, new=5, excluded=3))


def test_alerts_when_many_articles_are_rejected() -> None:
    assert alerts(Expected(), seen(new=95, rejected=5)) == ""
    assert "20 of 100 articles were rejected" in alerts(Expected(), seen(new=80, rejected=20))


def test_alerts_when_no_list_is_found() -> None:
    assert "no list of articles" in alerts(Expected(), seen(excluded=1, lists=0))


def test_alerts_on_more_news_than_expected_but_not_on_the_first_run() -> None:
    expected = Expected(most_new_articles=10)
    assert "11 new articles" in alerts(expected, seen(new=11))
    assert alerts(expected, seen(new=11, first_run=True)) == ""


def test_alerts_on_silence() -> None:
    expected = Expected(silent_days=14)
    assert alerts(expected, seen(latest=NOW - timedelta(days=14))) == ""
    assert "no news for 15 days" in alerts(expected, seen(latest=NOW - timedelta(days=15)))


def test_few_links_names_the_list() -> None:
    assert few_links(Expected(least_links=10), "https://a.vn/tin", 10) is None
    assert few_links(Expected(least_links=10), "https://a.vn/tin", 9) is not None


def test_status_is_ok_only_without_alert_or_leftover() -> None:
    counts = dict.fromkeys(STATES, 0)
    assert status_of(counts, [], "finished") == "ok"
    assert status_of(counts, ["silent"], "finished") == "failed"
    assert status_of(counts | {"failed": 1}, [], "finished") == "failed"
    assert status_of(counts | {"pending": 1}, [], "finished") == "failed"
    assert status_of(counts, [], "mongodb_unavailable") == "failed"
    assert status_of(counts, [], "shutdown") == "interrupted"
