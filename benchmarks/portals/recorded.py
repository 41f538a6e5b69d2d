"""The recorded portals of a folder: an archive, a server for it, and the gold of its database."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


@dataclass(frozen=True, slots=True)
class Portal:
    """`name` is what the comparison calls it, `recording` what the server calls it."""

    name: str
    recording: str
    folder: Path

    @property
    def site_id(self) -> str:
        """An id for the site definition."""
        return f"recorded-{self.name}"

    def server(self) -> list[str]:
        """The command that serves it, on the port that stands in its absolute links."""
        return [sys.executable, str(self.folder / "serve.py"), self.recording]

    def comparison(self, articles: Path) -> list[str]:
        """The command that compares stored articles with its gold."""
        return [sys.executable, str(self.folder / "compare.py"), self.name, str(articles)]

    def definition(self, address: str) -> str:
        """A site definition with nothing but what is required."""
        host = address.removeprefix("http://").rstrip("/")
        lines = (f'id = "{self.site_id}"', f'name = "{self.name}"', f'hosts = ["{host}"]', f'start = ["{address}"]')
        return "\n".join(lines) + "\n"


def portals(folder: Path) -> list[Portal]:
    """The portals that have both gold and an archive, by name."""
    recordings = sorted(file.name.removesuffix(".tar.xz") for file in folder.glob("mirror-*.tar.xz"))
    found = []
    for gold in sorted(folder.glob("gold-*.jsonl")):
        name = gold.stem.removeprefix("gold-")
        for recording in (r.removeprefix("mirror-") for r in recordings):
            if recording == name or recording.startswith(f"{name}-"):
                found.append(Portal(name, recording, folder))
    return found


def served_at(line: str) -> str:
    """The address in the line that the server prints; ValueError if there is none."""
    found = ADDRESS.search(line)
    if found is None:
        raise ValueError(f"the server's line names no address: {line!r}")
    return found[0]
