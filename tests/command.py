"""`sotin` as a process, the way scripts call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Sotin:
    """Runs the command line with a data folder, a catalogue and a database of its own."""

    data: Path
    sites: Path
    uri: str
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return subprocess.run(
            self.command(*arguments), env=self.env, cwd=ROOT, capture_output=True, text=True, timeout=timeout
        )

    def crawl(self, *arguments: str) -> dict[str, Any]:
        """Crawl one site that must come to its end well; returns its run document."""
        done = self.run("crawl", *arguments, "--json")
        assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        run: dict[str, Any] = json.loads(done.stdout)
        return run

    @staticmethod
    def command(*arguments: str) -> list[str]:
        return [sys.executable, "-m", "cli", *arguments]

    @property
    def env(self) -> dict[str, str]:
        own = {
            "SOTIN_DATA_DIR": str(self.data),
            "SOTIN_SITES_DIR": str(self.sites),
            "SOTIN_MONGODB_URI": self.uri,
            "SCRAPY_SETTINGS_MODULE": "settings.test",
        }
        return {**os.environ, **own, **self.environment}
