"""The embedded server's log: how long it may grow, and what it says went wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 16 * 1024 * 1024
KEEP: Final = 3
_TAIL: Final = 64 * 1024


def too_long(log: Path) -> bool:
    """Whether it is time for a new file."""
    return log.is_file() and log.stat().st_size > MAX_BYTES


def prune(log: Path) -> None:
    """Delete all but the youngest `KEEP` of the files that the server has set aside (`mongod.log.TIME`)."""
    aside = sorted(log.parent.glob(f"{log.name}.*"))
    for old in aside[:-KEEP]:
        old.unlink(missing_ok=True)


def last_error(log: Path) -> str | None:
    """The last message of severity error or fatal in the end of the log, with its reason; None if none."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - _TAIL))
            lines = file.read().splitlines()
    except OSError:
        return None
    return next((said for line in reversed(lines) if (said := _error(line))), None)


def _error(line: bytes) -> str | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None  # the tail begins inside a line
    if not isinstance(entry, dict) or entry.get("s") not in ("E", "F"):
        return None
    reason = entry.get("attr", {}).get("error")
    return f"{entry['msg']}: {reason}" if reason else str(entry["msg"])
