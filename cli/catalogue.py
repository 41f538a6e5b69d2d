"""Choosing sites from the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from crawler.definitions import Catalogue, SiteDefinition, load_catalogue
from crawler.folders import sites_folder

PRACTICE = "practice"


def catalogue(folder: str | None) -> Catalogue:
    """The catalogue in a folder, else in the configured one."""
    path = Path(folder) if folder else sites_folder()
    if not path.is_dir():
        key = "--sites" if folder else "SOTIN_SITES_DIR"
        raise click.UsageError(f"{key}: no folder with site definitions at '{path}'")
    return load_catalogue(path)


def choose(ids: Sequence[str], folder: str | None, *, everything: bool = False) -> list[SiteDefinition]:
    """The named sites, or with `everything` all verified ones; a UsageError names an unknown id."""
    known = catalogue(folder)
    if everything:
        return [site for site in known.values() if site.verified]
    return [_find(known, site_id) for site_id in dict.fromkeys(ids)]


def _find(known: Catalogue, site_id: str) -> SiteDefinition:
    if site_id in known:
        return known[site_id]
    if site_id == PRACTICE:
        raise click.UsageError("the practice department is served and crawled by 'sotin practice' (or 'make crawl')")
    near = get_close_matches(site_id, list(known), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise click.UsageError(f"unknown site {site_id!r}{hint} ('sotin sites list' shows all)")
