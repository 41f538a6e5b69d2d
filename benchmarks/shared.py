"""Material that lies beside the project and is no part of it: labelled pages and recorded portals."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"


def shared_folder(name: str) -> Path | None:
    """A folder of that material, or None where it is not present."""
    folder = SHARED / name
    return folder if folder.is_dir() else None


def missing(name: str) -> str:
    """The sentence that stands where figures would."""
    return f"Left out: the folder ../shared/{name} is not present."
