"""The exit statuses that scripts rely on (CONTRACT; the larger ones are those of BSD's sysexits.h)."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    OK = 0
    FAILED = 1
    USAGE = 2
    MONGODB_UNAVAILABLE = 69
    DISK_FULL = 74
    SITE_BUSY = 75
    INTERRUPTED = 130
    TERMINATED = 143
