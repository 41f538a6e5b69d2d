from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from operations.report import as_json, as_text

BEGUN = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def run(**fields: Any) -> dict[str, Any]:
    return {
        "site": "so-a",
        "status": "ok",
        "started_at": BEGUN,
        "finished_at": BEGUN + timedelta(seconds=12.5),
        "discovered": 5,
        "counts": {"new": 3, "excluded": 2, "failed": 0},
        "excluded_reasons": {"listing": 2},
        "requests": 6,
        "bytes": 2_500_000,
        **fields,
    }


def test_report_shows_states_that_occurred_with_their_reasons() -> None:
    text = as_text(run())
    assert "so-a: ok in 12.5 s, 6 requests, 2.5 MB" in text
    assert "3  new" in text
    assert "- listing" in text
    assert "failed" not in text


def test_report_says_when_the_states_do_not_add_up() -> None:
    assert "BUT states sum to 5" in as_text(run(discovered=6))
    assert "BUT" not in as_text(run())


def test_report_as_json_writes_instants_as_text() -> None:
    assert as_json(run())["started_at"] == "2026-03-01T08:00:00+00:00"


def test_report_says_what_the_memory_did_and_nothing_where_it_did_nothing() -> None:
    assert "2  articles stored before, cleaned" in as_text(run(furniture={"stripped": 0, "cleaned": 2}))
    assert "blocks left out" not in as_text(run(furniture={"stripped": 0, "cleaned": 2}))
    assert "7  blocks left out" in as_text(run(furniture={"stripped": 7, "cleaned": 0}))
