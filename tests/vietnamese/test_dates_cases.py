"""Every form in cases/dates.tsv is read, and every line of cases/no_dates.txt is refused."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest

from vietnamese.dates import looks_like_date_line, parse

CASES = Path(__file__).parent / "cases"
NOW = datetime.fromisoformat("2026-11-23T10:00:00+07:00")


def _forms() -> list[dict[str, str]]:
    with (CASES / "dates.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _refusals() -> list[str]:
    return (CASES / "no_dates.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", _forms(), ids=lambda case: case["input"])
def test_parse_form(case: dict[str, str]) -> None:
    date = parse(case["input"], NOW, case["date_order"] or None)
    assert date is not None
    assert (date.value.isoformat(), date.precision) == (case["expected"], case["precision"])
    assert ",".join(date.flags) == case["flags"]


@pytest.mark.parametrize("text", _refusals())
def test_parse_no_publication_date(text: str) -> None:
    assert parse(text, NOW) is None


@pytest.mark.parametrize(
    "text",
    ["Ngày đăng: 27/10/2023 | 09:15", "2 giờ trước", "Thứ Hai, 23/11/2026 10:20:30", "01/01/1970 08:00", "31/12/9999"],
)
def test_looks_like_date_line_whatever_the_date_is_worth(text: str) -> None:
    assert looks_like_date_line(text)


@pytest.mark.parametrize(
    "text",
    ["", "09:15", "Hội nghị ngày 27/10/2023", "Thông báo", "27/10/2023 và 28/10/2023", "Hôm nay", "27/10/2023 " * 40],
)
def test_looks_like_date_line_more_than_a_slot(text: str) -> None:
    assert not looks_like_date_line(text)
