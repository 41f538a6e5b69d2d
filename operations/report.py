"""The report of a run, for people and for scripts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

FURNITURE = {
    "stripped": "blocks left out: the same on many pages of the site",
    "cleaned": "articles stored before, cleaned of such blocks",
}
STATES = {
    "new": "stored for the first time",
    "changed": "changed since the last run",
    "unchanged": "checked, unchanged",
    "not_due": "known, left for a later run",
    "excluded": "no article (lists, other pages, refused addresses)",
    "rejected": "kept aside, failed validation",
    "pending": "archived, not yet stored",
    "failed": "could not be fetched or stored",
    "gone": "no longer on the portal",
}


def as_json(run: Mapping[str, Any]) -> dict[str, Any]:
    """The run document with instants as ISO 8601."""
    return {key: _plain(value) for key, value in run.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value


def as_text(run: Mapping[str, Any]) -> str:
    """The report as printed: a line for each state that occurred, the reasons below it, and whether it adds up."""
    lines = [_headline(run)]
    counts = run.get("counts") or {}
    for state, meaning in STATES.items():
        if counts.get(state):
            lines.append(f"  {counts[state]:>7}  {state:<10} {meaning}")
            lines += _reasons(run.get(f"{state}_reasons") or {})
    total, discovered = sum(counts.values()), run.get("discovered", 0)
    lines.append(
        f"  {discovered:>7}  addresses in all" + ("" if total == discovered else f", BUT states sum to {total}")
    )
    furniture = run.get("furniture") or {}
    lines += [f"  {furniture[name]:>7}  {meaning}" for name, meaning in FURNITURE.items() if furniture.get(name)]
    lines += [f"  ALERT: {alert}" for alert in run.get("alerts") or ()]
    return "\n".join(lines)


def _headline(run: Mapping[str, Any]) -> str:
    begun, ended = run.get("started_at"), run.get("finished_at")
    took = f"{(ended - begun).total_seconds():.1f} s" if begun and ended else "not finished"
    size = (run.get("bytes") or 0) / 1e6
    return f"{run['site']}: {run.get('status')} in {took}, {run.get('requests', 0)} requests, {size:.1f} MB"


def _reasons(reasons: Mapping[str, int]) -> list[str]:
    ordered = sorted(reasons.items(), key=lambda pair: -pair[1])
    return [f"  {count:>7}    - {reason}" for reason, count in ordered]
