"""Whether a process of this machine still lives."""

from __future__ import annotations

import os
from pathlib import Path


def is_alive(pid: int) -> bool:
    """Whether `pid` runs. A zombie, which nobody has reaped, has let go of its files and counts as dead."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        # The state follows the name, which stands in brackets and may hold anything.
        after_name = Path("/proc", str(pid), "stat").read_text(errors="replace").rpartition(")")[2]
    except OSError:
        return True  # no /proc on this system, and the signal went through
    return not after_name.lstrip().startswith("Z")
