"""A folder of saved pages with labels: `<group>/<number>/page.html` and, beside it, `expected.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PAGE = "page.html"
LABELS = "expected.json"


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One labelled page. `id` is its folder's path below the root, such as "portal/001"."""

    id: str
    file: Path
    labels: dict[str, Any]

    @property
    def url(self) -> str:
        """The address that relative links are resolved against."""
        return str(self.labels["url"])

    @property
    def kind(self) -> str:
        """What the page is: "article", "listing", "home" or "other"."""
        return str(self.labels["kind"])

    @property
    def group(self) -> str:
        """The pages that belong together: those of one portal."""
        return self.id.partition("/")[0]

    @property
    def host(self) -> str:
        """The address' host, in lower case."""
        return urlsplit(self.url).netloc.lower()

    @property
    def fetched_at(self) -> datetime | None:
        """When the page was fetched, aware, or None where nothing says so."""
        value = self.labels.get("fetched_at")
        return datetime.fromisoformat(value) if value else None

    def text(self) -> str:
        """The page decoded as UTF-8, for tools that want text."""
        return self.file.read_bytes().decode("utf-8", "replace")


def load(root: Path) -> list[GoldPage]:
    """All labelled pages below a folder, by id; ValueError names labels without a page, or without any pages."""
    pages = [_page(labels, root) for labels in sorted(root.rglob(LABELS))]
    if not pages:
        raise ValueError(f"{root}: no {LABELS} in it or below it")
    return pages


def _page(labels: Path, root: Path) -> GoldPage:
    file = labels.with_name(PAGE)
    if not file.is_file():
        raise ValueError(f"{labels}: there is no {PAGE} beside it")
    found = json.loads(labels.read_text(encoding="utf-8"))
    return GoldPage(labels.parent.relative_to(root).as_posix(), file, found)
