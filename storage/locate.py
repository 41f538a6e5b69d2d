"""Where a run finds its database and its files."""

from __future__ import annotations

import os
from pathlib import Path

from storage.embedded import EmbeddedServer

PROJECT = Path(__file__).resolve().parents[1]


def data_folder() -> Path:
    """The data folder: SOTIN_DATA_DIR, else `data/` of the project."""
    return Path(os.environ.get("SOTIN_DATA_DIR") or PROJECT / "data").resolve()


def archive_folder() -> Path:
    """The folder of the WARC files."""
    return data_folder() / "archive"


def mongodb_uri() -> str:
    """The user's own MongoDB (SOTIN_MONGODB_URI), else that of the embedded server, which is started if need be."""
    return os.environ.get("SOTIN_MONGODB_URI") or EmbeddedServer(data_folder()).start()
