"""`sotin practice`: serve the practice department on loopback and crawl it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import click

from cli.catalogue import choose
from cli.crawl import print_result
from cli.output import json_option
from operations.crawl import CrawlOptions
from operations.crawl import crawl as run_crawl
from operations.exits import Exit
from practice.definition import PORT, SITES

NEXT_STEP = """
The practice department is collected. What you can do next:
  .venv/bin/sotin show --site practice          the articles, newest first
  .venv/bin/sotin show ID                       one of them, by its id
  make crawl                                    again: only what is new or changed is fetched
  .venv/bin/sotin sites list                    the departments that can be crawled
docs/sites.md shows how to add a department with a few lines."""


class ServerError(click.ClickException):
    """Raised when the practice department cannot be served."""


@contextmanager
def serving(port: int) -> Iterator[str]:
    """Run the practice department's server; yields its address."""
    command = [sys.executable, "-m", "practice.server", "--port", str(port), "--print-address"]
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as server,  # noqa: S603
    ):
        try:
            address = server.stdout.readline().strip() if server.stdout else ""
            if not address:
                server.wait()
                log.seek(0)
                reason = log.read().strip().rpartition("\n")[2]
                raise ServerError(f"the practice department cannot be served on port {port}: {reason}")
            yield address
        finally:
            server.terminate()


@click.command()
@json_option
def practice(as_json: bool) -> Exit:
    """Crawl the bundled practice department over HTTP on loopback."""
    sites = choose(["practice"], str(SITES))
    with serving(PORT) as address:
        click.echo(f"the practice department is served at {address}", err=True)
        result = run_crawl(sites, CrawlOptions())
    print_result(result, as_json=as_json)
    if result.exit is Exit.OK:
        click.echo(NEXT_STEP, err=True)
    return result.exit
