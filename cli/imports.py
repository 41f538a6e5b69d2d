"""`sotin import`: saved text dumps into MongoDB."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from pymongo.asynchronous.database import AsyncDatabase

from cli.addresses import HttpAddress
from cli.catalogue import choose
from cli.output import json_option, print_json
from cli.queries import ask
from operations.exits import Exit
from operations.imports import ImportResult, import_dumps


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--site", required=True, help="The department whose pages these are.")
@click.option("--url", type=HttpAddress(), help="The address of the (one) dump, where it is known.")
@click.option("--sites", "folder", type=click.Path(), help="Folder with site definitions.")
@json_option
def import_(files: tuple[Path, ...], site: str, url: str | None, folder: str | None, as_json: bool) -> Exit:
    """Store saved text dumps as articles of a site."""
    if url is not None and len(files) != 1:
        raise click.UsageError("--url goes with exactly one FILE")
    definition = choose([site], folder)[0]
    if url is not None and not definition.host_allowed(url):
        raise click.UsageError(f"--url: {url!r} is on none of the hosts of {site!r} ({', '.join(definition.hosts)})")

    async def imported(db: AsyncDatabase[dict[str, Any]]) -> ImportResult:
        return await import_dumps(db, files, url, definition)

    result = ask(imported)
    for file, (article, outcome) in result.stored.items():
        if as_json:
            print_json({"file": file, "id": article, "outcome": outcome})
        else:
            click.echo(f"{outcome:<10} {article}  {file}")
    for file, reasons in result.rejected.items():
        if as_json:
            print_json({"file": file, "id": None, "outcome": "rejected", "reasons": reasons})
        click.echo(f"sotin: {file}: rejected: {', '.join(reasons)}", err=True)
    return Exit.FAILED if result.rejected else Exit.OK
