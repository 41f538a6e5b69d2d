"""What is wrong with a definition, said so that its author can mend it."""

from __future__ import annotations

from pathlib import Path


class DefinitionError(Exception):
    """Raised by `load_site` and `load_catalogue`; the command line prints it and exits 2.

    `key` is dotted, as in "layouts[0].title", and None where the fault is the file's.
    """

    def __init__(self, path: Path, key: str | None, problem: str) -> None:
        super().__init__(f"{path}: {key}: {problem}" if key else f"{path}: {problem}")
        self.path = path
        self.key = key
        self.problem = problem
