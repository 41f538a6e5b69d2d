"""What `parse` promises beside the forms: arguments, bounds, labels, the fetch time."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from vietnamese.dates import VIETNAM, parse

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=VIETNAM)


def test_parse_naive_now() -> None:
    with pytest.raises(ValueError, match="aware"):
        parse("27/10/2023", datetime(2026, 11, 23))


def test_parse_unknown_date_order() -> None:
    with pytest.raises(ValueError, match="ydm"):
        parse("27/10/2023", NOW, "ydm")


def test_parse_value_is_at_plus_seven() -> None:
    date = parse("2023-10-27T09:15:00Z", NOW)
    assert date is not None
    assert date.value.utcoffset() == timedelta(hours=7)
    assert date.value == datetime(2023, 10, 27, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize("zone", [UTC, VIETNAM])
def test_parse_relative_counts_from_the_local_day(zone: object) -> None:
    """At 18:30 UTC it is already tomorrow in Viet Nam."""
    now = datetime(2026, 11, 22, 18, 30, tzinfo=UTC).astimezone(UTC if zone is UTC else VIETNAM)
    date = parse("hôm nay", now)
    assert date is not None
    assert date.value == datetime(2026, 11, 23, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("ahead", "accepted"), [(timedelta(hours=24), True), (timedelta(hours=24, minutes=1), False), (timedelta(0), True)]
)
def test_parse_future_bound(ahead: timedelta, accepted: bool) -> None:
    date = parse((NOW + ahead).strftime("%d/%m/%Y %H:%M"), NOW)
    assert (date is not None) == accepted
    if date:
        assert ("slightly_future" in date.flags) == (ahead > timedelta(0))


@pytest.mark.parametrize(
    ("text", "label"),
    [("Ngày đăng: 27/10/2023", "published"), ("Cập nhật: 27/10/2023", "modified"), ("27/10/2023", None)],
)
def test_parse_label(text: str, label: str | None) -> None:
    date = parse(text, NOW)
    assert date is not None
    assert date.label == label


@pytest.mark.parametrize(("seconds", "flagged"), [(0, True), (90, True), (91, False)])
def test_parse_at_fetch_time(seconds: int, flagged: bool) -> None:
    printed = NOW - timedelta(seconds=seconds)
    date = parse(printed.strftime("%d/%m/%Y %H:%M:%S"), NOW)
    assert date is not None
    assert ("at_fetch_time" in date.flags) == flagged


def test_parse_month_before_a_longer_one() -> None:
    date = parse("1 tháng trước", datetime(2026, 3, 31, 8, tzinfo=VIETNAM))
    assert date is not None
    assert date.value == datetime(2026, 2, 28, tzinfo=VIETNAM)


@pytest.mark.parametrize(("year", "full"), [("95", 1995), ("26", 2026)])
def test_parse_two_digit_year(year: str, full: int) -> None:
    date = parse(f"05/03/{year}", NOW)
    assert date is not None
    assert date.value.year == full


@pytest.mark.parametrize("year", ["27", "28", "94"])
def test_parse_two_digit_year_out_of_bounds(year: str) -> None:
    assert parse(f"05/03/{year}", NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        " " * 1_000_000,
        "1" * 1_000_000,
        "27/10/2023 " * 90_000,
        "\u200b" * 1_000_000,
        "\u0302" * 1_000_000,
        "a " * 500_000,
    ],
    ids=["blanks", "digits", "dates", "invisible", "marks", "words"],
)
def test_parse_megabyte_is_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    assert parse(text, NOW) is None
    assert time.perf_counter() - start < 0.5


def test_parse_blanks_around_a_date_do_not_count() -> None:
    assert parse("\n\t " * 1000 + "27/10/2023" + "\u00a0" * 1000, NOW) is not None
