"""One recorded portal: crawled twice, and compared."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.portals.recorded import Portal, served_at
from benchmarks.processes import Finished, Installation, installation, measure, serving


@dataclass(frozen=True, slots=True)
class Trial:
    """`figures` are the comparison's; `first` and `second` the reports of the two runs with their `exit`."""

    portal: Portal
    figures: dict[str, Any]
    first: dict[str, Any]
    second: dict[str, Any]
    seconds: float
    articles: str


def attempt(portal: Portal) -> Trial:
    """Crawl a portal from nothing, and again; raises NotServed, or ValueError where a step fails."""
    with serving(portal.server()) as line, installation() as fresh, tempfile.TemporaryDirectory() as name:
        sites = Path(name)
        (sites / f"{portal.site_id}.toml").write_text(portal.definition(served_at(line)), encoding="utf-8")
        first, report = _crawl(fresh, portal, sites)
        stored = fresh.run("show", "--site", portal.site_id, "--limit", "100000", "--json").output
        _, second = _crawl(fresh, portal, sites)
        figures = _compare(portal, stored, sites / "articles.jsonl")
    return Trial(portal, figures, report, second, first.seconds, stored)


def _crawl(fresh: Installation, portal: Portal, sites: Path) -> tuple[Finished, dict[str, Any]]:
    done = fresh.run("crawl", portal.site_id, "--sites", str(sites), "--json")
    if not done.output.strip():
        raise ValueError(f"sotin crawl exited {done.status} without a report: {done.errors[-1000:]}")
    return done, json.loads(done.output) | {"exit": done.status}


def _compare(portal: Portal, stored: str, file: Path) -> dict[str, Any]:
    file.write_text(stored, encoding="utf-8")
    done = measure(portal.comparison(file))
    if done.status:
        raise ValueError(f"the comparison failed: {done.errors[-1000:]}")
    figures: dict[str, Any] = json.loads(done.output)
    return figures
