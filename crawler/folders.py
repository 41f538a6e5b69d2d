"""Where the site definitions are."""

from __future__ import annotations

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def sites_folder() -> Path:
    """The folder with the definitions: SOTIN_SITES_DIR, else `sites/` of the project."""
    return Path(os.environ.get("SOTIN_SITES_DIR") or PROJECT / "sites")
