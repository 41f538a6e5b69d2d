"""`sotin show`: one article, or the latest ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click
from pymongo.asynchronous.database import AsyncDatabase

from cli.output import json_option, print_json
from cli.queries import ask
from operations.exits import Exit
from storage.articles import Articles
from vietnamese.dates import as_known

WIDTH = 100


@click.command()
@click.argument("article", metavar="[ID]", required=False)
@click.option("--site", help="The latest articles of this site.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most this many.")
@json_option
def show(article: str | None, site: str | None, limit: int, as_json: bool) -> Exit:
    """Show one article by its id, or list the latest ones."""
    if article is None:
        return _latest(site, limit, as_json=as_json)

    async def get(db: AsyncDatabase[dict[str, Any]]) -> dict[str, Any] | None:
        return await Articles(db).get(article)

    found = ask(get)
    if found is None:
        click.echo(f"no article {article!r} ('sotin show' lists the latest)", err=True)
        return Exit.FAILED
    if as_json:
        print_json(found)
    else:
        click.echo(as_page(found))
    return Exit.OK


def _latest(site: str | None, limit: int, *, as_json: bool) -> Exit:
    async def latest(db: AsyncDatabase[dict[str, Any]]) -> list[dict[str, Any]]:
        return [article async for article in Articles(db).find(site, limit)]

    found = ask(latest)
    for article in found:
        if as_json:
            print_json(article)
        else:
            click.echo(f"{article.get('published_on') or '----------'}  {article['_id']}  {article['title']}")
    if not found:
        click.echo(f"no articles of site {site!r}" if site else "no articles yet", err=True)
    return Exit.OK


def as_page(article: Mapping[str, Any]) -> str:
    """An article as it is read: head, text, captions, attachments, where it came from."""
    when = as_known(article.get("published_at"), article.get("published_precision")) or "no date"
    head = [
        article["title"],
        " · ".join(filter(None, [when, article.get("author"), article.get("category")])),
    ]
    parts = ["\n".join(head), "\n\n".join(click.wrap_text(p, WIDTH) for p in article["body"])]
    parts += [f"[ảnh] {caption}" for caption in article.get("captions") or ()]
    parts += [f"[tệp] {file['text']}  {file['url']}" for file in article.get("attachments") or ()]
    # A text dump may have come without its address.
    parts.append("\n".join(filter(None, [article["url"], f"{article['_id']}, revision {article['revision']}"])))
    return "\n\n".join(parts)
