"""`sotin extract`: saved pages to JSON, without a database."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from cli.addresses import HttpAddress
from cli.output import print_json
from crawler.reading import collect_rarely
from operations.exits import Exit
from operations.extraction import SavedPage
from operations.saved_sites import extract_sites

WORTH_PROCESSES = 200


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--url", type=HttpAddress(), help="The address of the (one) saved page.")
@click.option(
    "--manifest",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON Lines: id, file, url, fetched_at.",
)
def extract(files: tuple[Path, ...], url: str | None, manifest: Path | None) -> Exit:
    """Extract saved pages and text dumps (.txt); a line of JSON each."""
    if not files and manifest is None:
        raise click.UsageError("name at least one FILE, or give --manifest")
    if url is not None and len(files) != 1:
        raise click.UsageError("--url goes with exactly one FILE")
    pages = [SavedPage(str(file), file, url) for file in files]
    if manifest is not None:
        pages += list(read_manifest(manifest))
    collect_rarely()
    failed = 0
    for found in _extracted(pages):
        if isinstance(found, str):
            failed += 1
            click.echo(f"sotin: {found}", err=True)
        else:
            print_json(found)
    return Exit.FAILED if failed else Exit.OK


def _extracted(pages: list[SavedPage]) -> Iterator[dict[str, Any] | str]:
    if len(pages) < WORTH_PROCESSES:
        yield from extract_sites(pages, map)
        return
    with multiprocessing.Pool() as pool:
        yield from extract_sites(pages, partial(pool.imap_unordered, chunksize=8))


def read_manifest(path: Path) -> Iterator[SavedPage]:
    """The pages of a manifest; a UsageError names file, line, key and value of what is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{path}: no UTF-8 at byte {error.start}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _entry(line, f"{path}:{number}", path.parent)


def _entry(line: str, where: str, folder: Path) -> SavedPage:
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise click.UsageError(f"{where}: no JSON: {error}") from error
    if not isinstance(entry, dict):
        raise click.UsageError(f"{where}: {line[:80]!r} is no object with id, file, url, fetched_at")
    for key in ("id", "file"):
        if key not in entry:
            raise click.UsageError(f"{where}: {key}: is missing")
        if not isinstance(entry.get(key), str) or not entry[key]:
            raise click.UsageError(f"{where}: {key}: {entry.get(key)!r} is no text")
    if not isinstance(entry.get("url"), str | None):
        raise click.UsageError(f"{where}: url: {entry['url']!r} is neither text nor null")
    file = Path(entry["file"])
    if not file.is_absolute() and not file.exists():
        file = folder / file
    return SavedPage(entry["id"], file, entry.get("url"), _instant(entry.get("fetched_at"), where))


def _instant(value: object, where: str) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise click.UsageError(f"{where}: fetched_at: {value!r} is no ISO 8601 time") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
