"""The owner's date cases, where they lie beside the project."""

from __future__ import annotations

import csv
import re
from datetime import datetime
from pathlib import Path

from vietnamese.dates import parse


def _unescape(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)


def test_parse_vectors(shared: Path) -> None:
    with (shared / "vectors" / "dates.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) >= 130
    wrong = []
    for row in rows:
        date = parse(_unescape(row["input"]), datetime.fromisoformat(row["reference_now"]))
        answer = (date.value.isoformat(), date.precision) if date else ("NONE", "")
        if answer != (row["expected"], row["precision"] or ""):
            wrong.append((row["input"], answer))
    assert wrong == []


def test_parse_vectors_carry_their_flags(shared: Path) -> None:
    """A note that names a flag is a promise."""
    with (shared / "vectors" / "dates.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if "flag " in row["note"]]
    assert rows
    for row in rows:
        date = parse(_unescape(row["input"]), datetime.fromisoformat(row["reference_now"]))
        flag = row["note"].split("flag ")[1].split()[0]
        assert date is not None
        assert flag in date.flags
