"""`sotin`: the command line's root."""

from __future__ import annotations

import sys

import click

from cli.crawl import crawl
from cli.database import database
from cli.extract import extract
from cli.imports import import_
from cli.practice import practice
from cli.runs import runs
from cli.show import show
from cli.sites import sites
from crawler.definitions import DefinitionError
from operations.exits import Exit
from storage.errors import AddressInvalid, MongoUnavailable, StorageError, StorageRefused


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sotin", prog_name="sotin")
def cli() -> None:
    """Collect the news of Vietnamese government departments into MongoDB."""


for command in (crawl, extract, import_, show, runs, sites, database, practice):
    cli.add_command(command)


def main() -> None:
    """Run the command line; known errors become one sentence on standard error and an exit status."""
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        status = Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        status = Exit(error.exit_code)
    except DefinitionError as error:
        status = _say(error, Exit.USAGE)
    except AddressInvalid as error:
        status = _say(f"SOTIN_MONGODB_URI: {error}", Exit.USAGE)
    except (MongoUnavailable, StorageRefused) as error:
        status = _say(error, Exit.MONGODB_UNAVAILABLE)
    except StorageError as error:
        status = _say(error, Exit.FAILED)
    sys.exit(int(status or 0))


def _say(error: Exception | str, status: Exit) -> Exit:
    click.echo(f"sotin: {error}", err=True)
    return status
