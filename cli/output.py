"""Printing results: text for people, JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import click


def json_option(function: Any) -> Any:
    """The option --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")(function)


def print_json(value: Any) -> None:
    """One JSON value on one line, Vietnamese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, default=_encode))


def _encode(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)
