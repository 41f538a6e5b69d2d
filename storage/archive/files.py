"""One WARC file that grows: whole records or nothing."""

from __future__ import annotations

import os
from pathlib import Path


class ArchiveFile:
    """A new file, open for appending. FileExistsError where the name is taken."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.size = 0
        self._stream = path.open("xb", buffering=0)
        _sync_folder(path.parent)

    def append(self, data: bytes) -> int:
        """Hand `data` to the operating system and return the offset where it begins.

        Where that fails (a full disk), what was written of it is taken back and the OSError goes on.
        """
        offset = self.size
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._stream.write(rest) :]
        except OSError:
            self._stream.truncate(offset)
            self._stream.seek(offset)
            raise
        self.size += len(data)
        return offset

    def sync(self) -> None:
        """Return when the file's contents are on the disk."""
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Sync and close."""
        self.sync()
        self._stream.close()

    def discard(self) -> None:
        """Close and remove a file that never came to hold a record."""
        self._stream.close()
        self.path.unlink()


def _sync_folder(folder: Path) -> None:
    """Make a new file's name survive a power cut, as its contents do after a sync."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
