from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.article import DateSlot
from crawler.items import ArticleItem
from pipelines.normalize_dates import NormalizeDates, normalize_dates

Make = Callable[..., ArticleItem]


def slots(*raws: str) -> list[DateSlot]:
    return [DateSlot(raw, f"slot{number}") for number, raw in enumerate(raws)]


def test_normalize_dates_stores_the_instant_the_day_and_what_was_printed(make_item: Make) -> None:
    item = normalize_dates(make_item(date_slots=slots("Đăng ngày 01/03/2026 06:30")))
    assert item.published_at == datetime(2026, 2, 28, 23, 30, tzinfo=UTC)
    assert item.published_at.utcoffset() == timedelta(0)
    assert item.published_on == "2026-03-01"
    assert item.published_precision == "minute"
    assert item.published_raw == "Đăng ngày 01/03/2026 06:30"
    assert item.published_source == "slot0"
    assert item.published_flags == []


def test_normalize_dates_of_a_day_alone_is_its_local_midnight(make_item: Make) -> None:
    item = normalize_dates(make_item(date_slots=slots("1/3/2026")))
    assert item.published_at == datetime(2026, 2, 28, 17, tzinfo=UTC)
    assert item.published_on == "2026-03-01"
    assert item.published_precision == "day"


def test_normalize_dates_takes_the_first_slot_that_can_be_read(make_item: Make) -> None:
    item = normalize_dates(make_item(date_slots=slots("0001-11-30", "15/02/2026", "16/02/2026")))
    assert (item.published_on, item.published_source) == ("2026-02-15", "slot1")


@pytest.mark.parametrize("raws", [(), ("sắp công bố",), ("01/01/1970 08:00", "31/12/9999")])
def test_normalize_dates_without_a_date_leaves_every_field_empty(make_item: Make, raws: tuple[str, ...]) -> None:
    item = normalize_dates(make_item(date_slots=slots(*raws)))
    found = item.published_at, item.published_on, item.published_precision, item.published_raw, item.published_source
    assert found == (None,) * 5
    assert item.published_flags == []


def test_normalize_dates_counts_relative_dates_from_the_fetch(make_item: Make) -> None:
    item = normalize_dates(make_item(date_slots=slots("2 giờ trước")))
    assert item.published_at is not None
    assert timedelta(hours=1) <= item.fetched_at - item.published_at <= timedelta(hours=3)
    assert "relative" in item.published_flags


def test_normalize_dates_reads_no_relative_date_where_the_fetch_time_is_unknown(make_item: Make) -> None:
    item = make_item(date_slots=slots("2 giờ trước", "28/02/2026"))
    assert normalize_dates(item, fetch_time_known=False).published_on == "2026-02-28"


@pytest.mark.parametrize(("order", "day"), [("dmy", "2026-02-01"), ("mdy", "2026-01-02"), (None, "2026-02-01")])
def test_normalize_dates_heeds_the_order_of_the_site(make_item: Make, order: str | None, day: str) -> None:
    assert normalize_dates(make_item(date_order=order, date_slots=slots("01/02/2026"))).published_on == day


def test_normalize_dates_keeps_the_reasons_for_doubt(make_item: Make) -> None:
    item = normalize_dates(make_item(date_slots=slots("Thứ hai, 25/02/2026")))
    assert item.published_flags == ["weekday_mismatch"]


@given(st.datetimes(datetime(2005, 1, 1), datetime(2026, 2, 1)))
def test_normalize_dates_day_and_instant_agree(moment: datetime) -> None:
    fetched = datetime(2026, 3, 2, tzinfo=UTC)
    item = ArticleItem("so-thu", "", "", fetched, "", date_slots=slots(f"{moment:%d/%m/%Y %H:%M}"))
    normalize_dates(item)
    local = moment.replace(second=0, microsecond=0)
    assert item.published_at is not None
    assert item.published_at.replace(tzinfo=None) + timedelta(hours=7) == local
    assert item.published_on == local.date().isoformat()


def test_pipeline_dates_like_the_function(make_item: Make) -> None:
    item = NormalizeDates().process_item(make_item(date_slots=slots("15/02/2026")))
    assert item.published_on == "2026-02-15"
