"""Labelled date slots: the owner's, which lie beside the project, and the project's own test cases."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from benchmarks.shared import PROJECT, shared_folder

OWN_NOW = datetime.fromisoformat("2026-11-23T10:00:00+07:00")
_OWN = PROJECT / "tests" / "vietnamese" / "cases"
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class DateCase:
    """A slot as printed, the time it was fetched, and the right answer: an instant, or None for no date."""

    text: str
    now: datetime
    expected: datetime | None


def owner_cases() -> list[DateCase] | None:
    """The cases of ../shared/vectors, or None where the folder is not present."""
    folder = shared_folder("vectors")
    if folder is None:
        return None
    return [
        DateCase(
            _ESCAPE.sub(lambda match: chr(int(match[1], 16)), row["input"]),
            datetime.fromisoformat(row["reference_now"]),
            None if row["expected"] == "NONE" else datetime.fromisoformat(row["expected"]),
        )
        for row in _rows(folder / "dates.tsv")
    ]


def own_cases() -> list[DateCase]:
    """The cases of the tests, but for those that give the site's date order: no peer is told it."""
    refused = (_OWN / "no_dates.txt").read_text(encoding="utf-8").splitlines()
    read = [row for row in _rows(_OWN / "dates.tsv") if not row["date_order"]]
    dated = [DateCase(row["input"], OWN_NOW, datetime.fromisoformat(row["expected"])) for row in read]
    return dated + [DateCase(text, OWN_NOW, None) for text in refused]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
