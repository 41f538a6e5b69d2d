"""`sotin crawl`."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from cli.catalogue import choose
from cli.output import json_option, print_json
from cli.queries import ask
from crawler.span import Span, SpanError
from operations.crawl import CrawlOptions, CrawlResult
from operations.crawl import crawl as run_crawl
from operations.due import due_sites
from operations.exits import Exit
from operations.report import as_json as run_as_json
from operations.report import as_text


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "everything", is_flag=True, help="Every verified site.")
@click.option("--due", is_flag=True, help="Every verified site whose interval has passed since its last run.")
@click.option("--since", metavar="DATE", help="Only articles published on or after this day (YYYY-MM-DD).")
@click.option("--until", metavar="DATE", help="Only articles published on or before this day.")
@click.option("--limit", type=click.IntRange(min=1), help="At most this many articles a site.")
@click.option("--sites", "folder", type=click.Path(), help="Folder with site definitions.")
@json_option
def crawl(
    ids: tuple[str, ...],
    everything: bool,
    due: bool,
    since: str | None,
    until: str | None,
    limit: int | None,
    folder: str | None,
    as_json: bool,
) -> Exit:
    """Crawl what is new or changed on the named sites."""
    if not (ids or everything or due):
        raise click.UsageError("name at least one site, or give --all or --due ('sotin sites list' shows all)")
    if bool(ids) + everything + due > 1:
        raise click.UsageError("named sites, --all and --due exclude each other: give one of them")
    try:
        Span.of(since, until)
    except SpanError as error:
        raise click.UsageError(str(error)) from error
    sites = choose(ids, folder, everything=everything or due)
    if due:
        sites = ask(lambda db: due_sites(db, sites, datetime.now(UTC)))
    if not sites:
        if not due:
            click.echo("no verified site in the catalogue: nothing to crawl", err=True)
        return Exit.OK
    result = run_crawl(sites, CrawlOptions(since, until, limit))
    print_result(result, as_json=as_json)
    return result.exit


def print_result(result: CrawlResult, *, as_json: bool) -> None:
    """Print the runs' reports, and on standard error why a site was not crawled."""
    for problem in result.problems:
        click.echo(f"sotin: {problem}", err=True)
    for run in result.runs:
        if as_json:
            print_json(run_as_json(run))
        else:
            click.echo(as_text(run))
