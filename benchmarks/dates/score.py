"""What a reader got right on labelled slots, and how it was wrong where it was."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from benchmarks.dates.cases import DateCase
from benchmarks.dates.readers import Reader


@dataclass(slots=True)
class Score:
    """Counts of cases. `wrong`: another date than the right one. `invented`: a date where there is none."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    invented: int = 0
    seconds: list[float] = field(default_factory=list)
    faults: list[tuple[DateCase, datetime | None]] = field(default_factory=list)

    @property
    def share_right(self) -> float:
        """From 0 to 1."""
        return self.right / len(self.seconds)

    @property
    def microseconds(self) -> float:
        """Of the median case."""
        return median(self.seconds) * 1e6


def score(reader: Reader, cases: Sequence[DateCase], repeats: int) -> Score:
    """Read each case, the fastest of `repeats` times counting."""
    result = Score()
    for case in cases:
        times = []
        for _ in range(repeats):
            start = time.perf_counter()
            answer = reader.read(case.text, case.now)
            times.append(time.perf_counter() - start)
        result.seconds.append(min(times))
        _count(result, case, answer, reader.only_days)
    return result


def _count(result: Score, case: DateCase, answer: datetime | None, only_days: bool) -> None:
    if _is_right(case.expected, answer, only_days):
        result.right += 1
        return
    result.faults.append((case, answer))
    if answer is None:
        result.missed += 1
    elif case.expected is None:
        result.invented += 1
    else:
        result.wrong += 1


def _is_right(expected: datetime | None, answer: datetime | None, only_days: bool) -> bool:
    if expected is None or answer is None:
        return expected is answer
    return expected.date() == answer.date() if only_days else expected == answer
