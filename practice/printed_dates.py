"""The forms in which Vietnamese portals print a date, each with the precision that it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from practice.model import PrintedDate

_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_SHORT_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_MONTHS = (
    *("Một", "Hai", "Ba", "Tư", "Năm", "Sáu"),
    *("Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai"),
)
_COMMON = ("minute", lambda t: f"{t:%d/%m/%Y %H:%M}        ")

_Form = tuple[str, Callable[[datetime], str]]


def weekday(moment: datetime) -> str:
    """The day of the week as portals print it: "Thứ bảy"."""
    return _WEEKDAYS[moment.weekday()]


def _half(t: datetime) -> str:
    return "SA" if t.hour < 12 else "CH"


def _clock12(t: datetime) -> str:
    return f"{t.hour % 12 or 12}:{t:%M}"


FORMS: tuple[_Form, ...] = (
    ("day", lambda t: f"{weekday(t)}, {t:%d/%m/%Y}"),
    ("minute", lambda t: f"{weekday(t).title()}, {t:%d/%m/%Y, %H:%M} (GMT+7)"),
    ("minute", lambda t: f"Cập nhật lúc {t:%H:%M, %d/%m/%Y}"),
    ("minute", lambda t: f"{t:%H}h{t:%M}' ngày {t:%d/%m/%Y}"),
    ("minute", lambda t: f"Ngày đăng: {t:%d/%m/%Y} {_clock12(t)} {_half(t)}"),
    ("day", lambda t: f"Ngày đăng: {t:%d-%m-%Y}"),
    ("minute", lambda t: f"{weekday(t)}, ngày {t.day} tháng {t.month} năm {t:%Y %H:%M}"),
    ("minute", lambda t: f"{t:%H:%M} | {t:%d/%m/%Y}"),
    ("minute", lambda t: f"{t:%d/%m/%Y} - {t:%H:%M}"),
    ("minute", lambda t: f"{t.hour} giờ {t:%M} phút, ngày {t:%d/%m/%Y}"),
    ("second", lambda t: f"{t.day}/{t.month}/{t.year} {_clock12(t)}:{t:%S} {_half(t)}"),
    ("minute", lambda t: f"Đăng lúc: {t:%H:%M} ngày {t:%d/%m/%Y}"),
    ("day", lambda t: f"Ngày {t:%d} tháng {t:%m} năm {t:%Y}"),
    ("day", lambda t: f"{t:%d} Tháng {_MONTHS[t.month - 1]} {t:%Y}"),
    ("minute", lambda t: f"Ngày đăng: {t:%d/%m/%Y %H:%M} - Lượt xem: {t.toordinal() % 4000}"),
    ("day", lambda t: f"({t:%d/%m/%Y})"),
    ("minute", lambda t: f"{t:%Y/%m/%d %H:%M}"),
    ("minute", lambda t: f"{_SHORT_WEEKDAYS[t.weekday()]}, {t:%d/%m/%Y %H:%M}"),
    ("minute", lambda t: f"Cập nhật lúc {t:%H:%M} {_half(t)}, {t:%d/%m/%Y}"),
    ("minute", lambda t: f"\u200e{t:%d/%m/%Y}\u00a0\u00a0{t:%H:%M}"),
)


def print_date(moment: datetime, index: int) -> PrintedDate:
    """Print an article's date: every second one in the portal's common form, the others in turn."""
    turn, other = divmod(index, 2)
    precision, form = FORMS[turn % len(FORMS)] if other else _COMMON
    if precision == "day":
        return PrintedDate(form(moment), moment.date().isoformat())
    shown = moment if precision == "second" else moment.replace(second=0)
    return PrintedDate(form(moment), shown.isoformat())
