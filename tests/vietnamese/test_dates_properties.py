"""What holds for every string and every day."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from vietnamese.dates import VIETNAM, looks_like_date_line, parse

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=VIETNAM)
MOMENTS = st.datetimes(datetime(1995, 1, 1), datetime(2026, 11, 23, 9, 50)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=VIETNAM)
)
MINUTE_FORMATS = (
    "%d/%m/%Y %H:%M",
    "%d-%m-%Y %H:%M",
    "%d.%m.%Y - %H:%M",
    "%H:%M, %d/%m/%Y",
    "%H:%M | %d/%m/%Y",
    "%H:%M-%d/%m/%Y",
    "%d/%m/%Y%H:%M",
    "%Y/%m/%d %H:%M",
    "%Hh%M ngày %d/%m/%Y",
    "%H giờ %M phút, ngày %d tháng %m năm %Y",
    "%d thg %m, %Y %H:%M",
    "%d Th%m, %Y | %H:%M",
    "Tháng %m %d, %Y lúc %H:%M",
    "%d %b %Y %I:%M %p",
    "%A, %B %d, %Y - %I:%M%p",
    "Ngày đăng: %d/%m/%Y %H:%M - Lượt xem: 15",
    "Đăng bởi admin vào %d/%m/%Y - %H:%M",
    "%Y-%m-%dT%H:%M+07:00",
    "%Y%m%d%H%M",
)
DAY_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "ngày %d tháng %m năm %Y", "%d %B %Y", "(%d/%m/%Y)")
SLOT_TEXT = """27/10/2023 27 10 2023 / - . : | , ( ) + 09:15 9h SA PM ngày tháng năm Ngày đăng cập nhật Thứ hai
    T7 CN th12 Jan giờ trước hôm qua GMT+7 Z T lượt xem bởi Lan theo A- ban hành trong In 0 99999 ago an"""
SLOT_WORDS = st.sampled_from(SLOT_TEXT.split())


@settings(deadline=None)  # a loaded machine is no failure
@given(MOMENTS, st.sampled_from(MINUTE_FORMATS))
def test_parse_minute_round_trip(moment: datetime, form: str) -> None:
    date = parse(moment.strftime(form), NOW)
    assert date is not None
    assert date.value == moment.replace(second=0)
    assert date.precision == "minute"


@settings(deadline=None)
@given(MOMENTS, st.sampled_from(DAY_FORMATS))
def test_parse_day_round_trip(moment: datetime, form: str) -> None:
    date = parse(moment.strftime(form), NOW)
    assert date is not None
    assert date.value == moment.replace(hour=0, minute=0, second=0)
    assert date.precision == "day"


@settings(deadline=None)
@given(MOMENTS)
def test_parse_weekday_decides_the_order(moment: datetime) -> None:
    """The weekday printed is right, so month first is read right wherever the two readings differ in it."""
    date = parse(moment.strftime("%A, %m/%d/%Y"), NOW)
    swapped = datetime(moment.year, moment.day, moment.month) if moment.day <= 12 else None
    if swapped is None or swapped.weekday() != moment.weekday():
        assert date is not None
        assert date.value.date() == moment.date()


@settings(deadline=None)
@given(MOMENTS)
def test_parse_epoch_round_trip(moment: datetime) -> None:
    seconds = int(moment.timestamp())
    date = parse(f"/Date({seconds * 1000})/", NOW)
    assert date is not None
    assert date.value == moment


@settings(deadline=None)
@given(MOMENTS, MOMENTS)
def test_parse_two_days_are_refused(first: datetime, second: datetime) -> None:
    assert parse(f"{first:%d/%m/%Y} - {second:%d/%m/%Y}", NOW) is None


@settings(deadline=None)
@given(st.one_of(st.text(), st.lists(SLOT_WORDS, max_size=12).map(" ".join), st.lists(SLOT_WORDS).map("".join)))
def test_parse_any_string(text: str) -> None:
    """Nothing raises, and what is answered lies in its bounds and below its precision is zero."""
    date = parse(text, NOW)
    looks_like_date_line(text)
    if date is None:
        return
    assert datetime(1995, 1, 1, tzinfo=VIETNAM) <= date.value <= NOW + timedelta(hours=24)
    assert list(date.flags) == sorted(set(date.flags))
    assert date.value.microsecond == 0
    if date.precision in ("day", "week", "month"):
        assert (date.value.hour, date.value.minute, date.value.second) == (0, 0, 0)
    if date.precision == "minute":
        assert date.value.second == 0
    assert looks_like_date_line(text) or text.strip()[:1] in "0123456789/\\０１２"


def test_parse_lone_surrogate() -> None:
    assert parse("\ud800 27/10/2023", NOW) is None
