"""Processes that a benchmark starts, measures and ends."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.shared import PROJECT

SOTIN = (sys.executable, "-c", "from cli.main import main; main()")
# getrusage counts in kB, on macOS in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
ENDING_S = 15


class NotServed(Exception):
    """Raised by `serving` when a server ends before it has printed its address."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A process that has ended: its exit status, what it printed, its clock and its memory.

    `began` and `ended` are monotonic seconds, comparable between the processes of one machine. `peak_mb` is the
    largest resident memory of the process, or of this one when it started the other, whichever is more. `cpu_s` are
    the seconds of CPU time of the process and of those that it started and waited for.
    """

    status: int
    output: str
    errors: str
    began: float
    ended: float
    peak_mb: float
    cpu_s: float = 0.0

    @property
    def seconds(self) -> float:
        """From start to end."""
        return self.ended - self.began


def measure(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Finished:
    """Run a command to its end."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=output, stderr=errors)
        try:
            _, wait_status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.terminate()
            raise
        ended = time.monotonic()
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        output.seek(0)
        errors.seek(0)
        peak_mb, cpu_s = usage.ru_maxrss * RSS_UNIT / 1e6, usage.ru_utime + usage.ru_stime
        return Finished(process.returncode, output.read(), errors.read(), began, ended, peak_mb, cpu_s)


@contextmanager
def serving(command: Sequence[str]) -> Iterator[str]:
    """Run a server that prints a line with its address when it is ready; yields the line, ends the server."""
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            line = server.stdout.readline().strip() if server.stdout else ""
            if not line:
                said = server.stderr.read().strip().splitlines() if server.stderr else []
                raise NotServed(said[-1] if said else "it ended without a word")
            yield line
        finally:
            server.terminate()
            server.wait(ENDING_S)


@dataclass(frozen=True, slots=True)
class Installation:
    """The command line with a data folder and a database of its own."""

    folder: Path

    def run(self, *arguments: str) -> Finished:
        """Run `sotin ARGUMENTS`."""
        return measure([*SOTIN, *arguments], self._environment())

    def _environment(self) -> dict[str, str]:
        without = {key: value for key, value in os.environ.items() if key != "SOTIN_MONGODB_URI"}
        return without | {"SOTIN_DATA_DIR": str(self.folder / "data")}


@contextmanager
def installation() -> Iterator[Installation]:
    """An empty installation whose database runs already, so that a crawl's memory is the crawl's alone."""
    with tempfile.TemporaryDirectory(prefix="sotin-bench-") as folder:
        fresh = Installation(Path(folder))
        try:
            started = fresh.run("db", "start")
            if started.status:
                raise NotServed(started.errors.strip())
            yield fresh
        finally:
            fresh.run("db", "stop")
