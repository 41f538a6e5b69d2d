"""The practice department's server as a process of its own, on a free port, ended by its id."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class PracticeProcess:
    """A running practice server: `address` ends with a slash, `log` has a line a request."""

    address: str
    log: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])

    def requests(self) -> list[tuple[int, str, str]]:
        """Status, method and target of each request so far."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [(int(status), method, target) for _, status, method, target in (line.split(" ", 3) for line in lines)]


@contextmanager
def serve_practice(log: Path, *options: str) -> Iterator[PracticeProcess]:
    """Start `python -m practice.server` with these options, and end it on leaving."""
    command = [sys.executable, "-m", "practice.server", "--port", "0", "--print-address", "--log", str(log), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), f"the practice server did not start: {address!r}"
            yield PracticeProcess(address, log, process)
        finally:
            process.terminate()
            process.wait(timeout=10)


@pytest.fixture(scope="session")
def practice_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeProcess]:
    """The usual edition, shared by all tests of a session."""
    with serve_practice(tmp_path_factory.mktemp("practice") / "requests.log") as server:
        yield server


@pytest.fixture
def start_practice(tmp_path: Path) -> Iterator[Callable[..., PracticeProcess]]:
    """Start further servers with options of one's own: `start_practice("--grown", "3")`."""
    with ExitStack() as stack:
        count = iter(range(100))

        def start(*options: str) -> PracticeProcess:
            return stack.enter_context(serve_practice(tmp_path / f"requests-{next(count)}.log", *options))

        yield start
