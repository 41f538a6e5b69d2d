"""One site is crawled by one process at a time."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO


class SiteBusy(Exception):
    """Raised by `SiteLock.acquire`, when another process is crawling the site."""

    def __init__(self, site: str, holder: str) -> None:
        super().__init__(f"{site} is being crawled already{f' (process {holder})' if holder else ''}")
        self.site = site


class SiteLock:
    """A lock file in the data folder. The kernel lets go of it when its process ends, however that ends."""

    _held: dict[Path, IO[str]] = {}  # noqa: RUF012 -- one process, one set of locks

    def __init__(self, folder: Path, site: str) -> None:
        self.site = site
        self.path = folder / "locks" / f"{site}.lock"

    def acquire(self) -> None:
        """Take the lock; SiteBusy if another process holds it. Taking it twice in one process is harmless."""
        if self.path in self._held:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = self.path.open("a+", encoding="ascii")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            holder = handle.read().strip()
            handle.close()
            raise SiteBusy(self.site, holder) from None
        handle.seek(0)
        handle.truncate()
        handle.write(str(os.getpid()))
        handle.flush()
        self._held[self.path] = handle

    def release(self) -> None:
        """Let go of the lock; harmless if it is not held."""
        handle = self._held.pop(self.path, None)
        if handle is not None:
            handle.close()
