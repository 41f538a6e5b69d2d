"""A lock between processes that ends with the process, however it ends."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from storage.errors import EmbeddedUnavailable

_PATIENCE_S: Final = 120.0


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock on `path` (created if need be), waiting for who has it.

    The kernel frees it when its holder dies. Raises `EmbeddedUnavailable` after two minutes, which is longer
    than any start takes, and OSError where the file cannot be opened.
    """
    with path.open("a") as file:
        _acquire(file.fileno(), path)
        yield


def _acquire(descriptor: int, path: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise EmbeddedUnavailable(f"another process holds {path}") from None
            time.sleep(0.05)
        else:
            return
