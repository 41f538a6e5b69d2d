"""The practice server's log: what one crawl of several asked for, and when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Finished


@dataclass(frozen=True, slots=True)
class Rate:
    """Pages that were answered with 200, and the seconds from the first request to the end of the process.

    The start of the process, imports and all, is left out; what it does after the last page is not.
    """

    pages: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds


def rate(log: Path, process: Finished) -> Rate:
    """The rate of one process, of whose requests the log tells; ValueError if there are none."""
    lines = [line.split(" ", 3) for line in log.read_text(encoding="utf-8").splitlines()]
    during = [(float(at), status) for at, status, *_ in lines if process.began <= float(at) <= process.ended]
    if not during:
        raise ValueError(f"the crawl made no request (exit status {process.status}): {process.errors[-500:]}")
    return Rate(sum(status == "200" for _, status in during), process.ended - during[0][0])
