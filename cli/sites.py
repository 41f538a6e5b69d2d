"""`sotin sites`: the catalogue."""

from __future__ import annotations

import click

from cli.catalogue import catalogue
from cli.output import json_option, print_json


@click.group()
def sites() -> None:
    """The catalogue of departments."""


@sites.command("list")
@click.option("--sites", "folder", type=click.Path(), help="Folder with site definitions.")
@json_option
def list_(folder: str | None, as_json: bool) -> None:
    """List all sites.

    A line each: id, "verified" if unattended runs take it, province, name.
    """
    for site in sorted(catalogue(folder).values(), key=lambda site: (site.province or "", site.id)):
        if as_json:
            keys = ("id", "name", "department", "province", "province_now", "verified")
            print_json(
                {key: getattr(site, key) for key in keys} | {"hosts": list(site.hosts), "start": list(site.start)}
            )
        else:
            mark = "verified" if site.verified else "-"
            click.echo(f"{site.id:<28} {mark:<9} {site.province or '-':<20} {site.name}")
