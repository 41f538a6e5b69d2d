"""The calendar of appointments: every month has a page that links to the next one, without end."""

from __future__ import annotations

from calendar import Calendar
from datetime import date

CALENDAR = "/vi-vn/lich-cong-tac"


def widget() -> str:
    """The small box in the side column."""
    return f'<div class="lich"><a href="{CALENDAR}?thang=1&amp;nam=2026">Lịch công tác tháng 1/2026</a></div>'


def month_content(month: int, year: int) -> str:
    """A month's page. `month` is 1 to 12, `year` 1 to 9999: a ValueError otherwise."""
    first = date(year, month, 1)
    weeks = "".join(_week(week, first) for week in Calendar().monthdatescalendar(year, month))
    return (
        f'<div class="lich-thang"><b>Tháng {month}/{year}</b><table>{weeks}</table>'
        f"{_month_link(first, -1, 'Tháng trước')} {_month_link(first, 1, 'Tháng sau')}</div>"
    )


def day_content(day: date) -> str:
    """A day's page: there is never an appointment."""
    return f'<div class="lich-ngay"><b>Ngày {day:%d/%m/%Y}</b><div>Chưa có lịch.</div></div>'


def _week(week: list[date], first: date) -> str:
    cells = (
        f'<td><a href="{CALENDAR}?ngay={day}">{day.day}</a></td>' if day.month == first.month else "<td></td>"
        for day in week
    )
    return "<tr>" + "".join(cells) + "</tr>"


def _month_link(first: date, step: int, label: str) -> str:
    place = first.year * 12 + first.month - 1 + step
    return f'<a href="{CALENDAR}?thang={place % 12 + 1}&amp;nam={place // 12}">{label}</a>'
