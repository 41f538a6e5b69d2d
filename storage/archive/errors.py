"""What can be wrong with an archived response."""

from __future__ import annotations


class ArchiveDamagedError(Exception):
    """Raised by `read` where no whole, undamaged response record begins at the offset asked for."""

    def __init__(self, file: str, offset: int, problem: str) -> None:
        super().__init__(f"{file}, offset {offset}: {problem}")
        self.file = file
        self.offset = offset
        self.problem = problem


class ContentTooLargeError(Exception):
    """Raised by `read` and `decode` where a compressed body grows past the bound (a decompression bomb)."""
