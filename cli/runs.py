"""`sotin runs`."""

from __future__ import annotations

from typing import Any

import click
from pymongo.asynchronous.database import AsyncDatabase

from cli.output import json_option, print_json
from cli.queries import ask
from operations.report import as_json as run_as_json
from operations.report import as_text
from storage.runs import Runs


@click.command()
@click.option("--site", help="Only runs of this site.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most this many.")
@json_option
def runs(site: str | None, limit: int, as_json: bool) -> None:
    """Show the latest runs, newest first."""

    async def latest(db: AsyncDatabase[dict[str, Any]]) -> list[dict[str, Any]]:
        return await Runs(db).latest(site, limit)

    found = ask(latest)
    for run in found:
        if as_json:
            print_json(run_as_json(run))
        else:
            click.echo(f"{run['started_at']:%Y-%m-%d %H:%M:%S}Z  {run['_id']}")
            click.echo(as_text(run))
    if not found:
        click.echo(f"no runs of site {site!r}" if site else "no runs yet", err=True)
