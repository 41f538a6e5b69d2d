"""`sotin db`: the embedded MongoDB."""

from __future__ import annotations

import os

import click

from cli.output import json_option, print_json
from operations.exits import Exit
from storage.client import redact
from storage.embedded import EmbeddedServer
from storage.locate import data_folder


def _own() -> str | None:
    return os.environ.get("SOTIN_MONGODB_URI")


@click.group(name="db")
def database() -> None:
    """Start, stop and find the embedded MongoDB."""


@database.command()
def start() -> None:
    """Start the embedded server, unless it runs; print its address."""
    click.echo(EmbeddedServer(data_folder()).start())


@database.command()
def stop() -> None:
    """Stop the embedded server; its data stays."""
    stopped = EmbeddedServer(data_folder()).stop()
    click.echo("stopped" if stopped else "was not running")


@database.command()
@json_option
def status(as_json: bool) -> Exit:
    """Tell whether the embedded server runs.

    Where it runs, if it does; else the exit status is 1.
    """
    found = EmbeddedServer(data_folder()).status()
    if as_json:
        print_json(found)
    else:
        for key, value in found.items():
            click.echo(f"{key}: {value}")
    return Exit.OK if found["running"] else Exit.FAILED


@database.command()
def uri() -> Exit:
    """Print the address of the database in use, its password hidden."""
    own = _own()
    address = redact(own) if own else EmbeddedServer(data_folder()).uri()
    if address is None:
        click.echo("the embedded server is not running ('sotin db start')", err=True)
        return Exit.FAILED
    click.echo(address)
    return Exit.OK
