"""Score the reading of date slots.

python -m benchmarks.dates           # the table
python -m benchmarks.dates --faults  # and every case that sotin got wrong
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from benchmarks.dates.cases import DateCase, own_cases, owner_cases
from benchmarks.dates.readers import READERS
from benchmarks.dates.score import Score, score
from benchmarks.shared import missing
from benchmarks.tables import table, title

HEAD = ("", "cases", "right %", "missed", "wrong", "invented", "median µs")
REPEATS = 5


def main(arguments: list[str] | None = None) -> int:
    """Print a table for each set of cases."""
    parser = argparse.ArgumentParser(prog="benchmarks.dates", description=__doc__.split("\n")[0])
    parser.add_argument("--faults", action="store_true", help="print the cases that sotin got wrong")
    options = parser.parse_args(arguments)
    owner = owner_cases()
    if owner is None:
        print(missing("vectors"))
    else:
        _print("Date slots: the owner's cases", owner, faults=options.faults)
    _print("Date slots: the project's own test cases", own_cases(), faults=options.faults)
    return 0


def _print(heading: str, cases: Sequence[DateCase], *, faults: bool) -> None:
    scores = {reader.name: score(reader, cases, REPEATS) for reader in READERS}
    print(title(heading))
    print(table(HEAD, [_row(name, result) for name, result in scores.items()], digits=1))
    if faults:
        for case, answer in scores["sotin"].faults:
            print(f"{case.text!r}: {answer}, not {case.expected}")


def _row(name: str, result: Score) -> tuple[str, int, float, int, int, int, float]:
    cases = len(result.seconds)
    percent = 100 * result.share_right
    return name, cases, percent, result.missed, result.wrong, result.invented, result.microseconds


if __name__ == "__main__":
    raise SystemExit(main())
