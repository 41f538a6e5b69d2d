"""The embedded server's log: how long it may grow, and what it says went wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from storage.types import Document

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
    """The last message of severity error or fatal in the end of the log; None if there is none.

    One that gives its reason is preferred: what follows it only says that the server aborts.
    """
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - _TAIL))
            entries = [entry for line in file.read().splitlines() if (entry := _error(line))]
    except OSError:
        return None
    said = [(_reason(entry), str(entry["msg"]).strip()) for entry in entries]
    with_reason = [f"{message}: {reason}" for reason, message in said if reason]
    messages = with_reason or [message for _, message in said]
    return messages[-1] if messages else None


def _error(line: bytes) -> Document | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None  # the tail begins inside a line
    return entry if isinstance(entry, dict) and entry.get("s") in ("E", "F") else None


def _reason(entry: Document) -> str | None:
    """The reason in words: a string, a status with `errmsg`, or WiredTiger's number with a `message`."""
    attributes = entry.get("attr", {})
    error = attributes.get("error")
    words = (error.get("errmsg") if isinstance(error, dict) else error, attributes.get("message"))
    return next((word for word in words if isinstance(word, str)), None)
