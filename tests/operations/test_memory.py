"""A site's memory over whole crawls: whatever the order of its pages, the stored articles are clean in the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

from crawler.definitions import SiteDefinition
from crawler.definitions.load import load_site
from operations.recleaning import finish_cleaning, learn_and_clean
from storage.corrections import Corrections
from storage.errors import DocumentsRefused, MongoUnavailable
from storage.types import Database
from tests.command import Sotin
from tests.made_sites import HOTLINE, SITES, Page, site

# What tells of the run and not of the article.
OF_THE_RUN = {"first_seen_at", "updated_at", "fetched_at", "run_id", "snapshot"}


@contextmanager
def serve(pages: list[Page], port: int = 0) -> Iterator[int]:
    """Serve pages by their paths; whatever is not among them is missing."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            html = content.get(self.path)
            self.send_response(200 if html else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((html or "").encode())

        def log_message(self, *_arguments: object) -> None:
            return

    content = {urlsplit(page.url)._replace(scheme="", netloc="").geturl(): page.html for page in pages}
    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()


@pytest.fixture
def port() -> int:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as probe:
        return int(probe.server_address[1])


def define(sotin: Sotin, port: int) -> SiteDefinition:
    path: Path = sotin.sites / "tram.toml"
    host = f"127.0.0.1:{port}"
    path.write_text(f'id = "tram"\nname = "Trạm"\nhosts = ["{host}"]\nstart = ["http://{host}/"]\n', encoding="utf-8")
    return load_site(path)


async def articles(db: Database) -> dict[str, dict[str, Any]]:
    found = {article["url"]: article async for article in db["articles"].find({})}
    return {url: {k: v for k, v in article.items() if k not in OF_THE_RUN} for url, article in found.items()}


def expected(pages: list[Page]) -> dict[str, list[str]]:
    return {page.url: list(page.body) for page in pages if page.is_article}


async def bodies(db: Database) -> dict[str, list[str]]:
    return {url: article["body"] for url, article in (await articles(db)).items()}


@pytest.mark.parametrize("name", ["boxed", "flat", "dressed"])
async def test_crawl_stores_articles_without_what_the_template_prints(
    sotin: Sotin, port: int, empty_db: Database, name: str
) -> None:
    define(sotin, port)
    pages = site(f"127.0.0.1:{port}", *SITES[name])
    with serve(pages, port):
        first = sotin.crawl("tram")
        assert await bodies(empty_db) == expected(pages)
        assert first["furniture"] == {"stripped": 0, "cleaned": len(expected(pages))}
        stored = await articles(empty_db)
        await empty_db["pages"].update_many({"role": "article"}, {"$unset": {"next_due_at": "", "etag": ""}})
        await empty_db["pages"].update_many({"role": "article"}, {"$set": {"state": "failed"}})
        second = sotin.crawl("tram")
    assert second["counts"]["changed"] == 0
    assert second["counts"]["unchanged"] == len(stored)
    assert second["furniture"]["cleaned"] == 0
    assert second["furniture"]["stripped"] >= len(stored)
    assert await articles(empty_db) == stored
    assert await empty_db["revisions"].count_documents({}) == 0


@pytest.mark.parametrize("limits", [(2, 5), (9,)], ids=str)
async def test_crawl_in_several_runs_and_any_order_stores_the_same(
    sotin: Sotin, port: int, empty_db: Database, limits: tuple[int, ...]
) -> None:
    """The first runs know too little, and what they leave behind or learn wrongly is put right."""
    define(sotin, port)
    host, template = f"127.0.0.1:{port}", SITES["boxed"]
    with serve(site(host, *template), port):
        sotin.crawl("tram")
    whole = await articles(empty_db)
    assert len(whole) == 24
    for name in await empty_db.list_collection_names():
        if name != "meta":
            await empty_db[name].delete_many({})
    with serve(site(host, *template, order=sum(limits)), port):
        for limit in limits:
            sotin.crawl("tram", "--limit", str(limit))
        sotin.crawl("tram")
    assert await articles(empty_db) == whole
    assert await empty_db["revisions"].count_documents({}) == 0


async def test_cleaning_that_is_cut_short_is_done_by_the_next_run(
    sotin: Sotin, port: int, empty_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    definition = define(sotin, port)
    monkeypatch.setenv("SOTIN_DATA_DIR", str(sotin.data))
    pages = site(f"127.0.0.1:{port}", *SITES["boxed"])
    with serve(pages, port):
        sotin.crawl("tram")
    whole = await articles(empty_db)
    # As if nothing had been learned yet: the furniture comes back into the articles from the archive.
    known = await empty_db["furniture"].find_one({"_id": "tram"})
    assert known is not None
    texts = [text["key"] for text in known["texts"]]
    await empty_db["furniture"].update_one({"_id": "tram"}, {"$set": {"texts": [], "unsettled": texts}})
    assert await finish_cleaning(empty_db, definition) == len(whole)
    assert all(HOTLINE in body for body in (await bodies(empty_db)).values())

    apply, calls = Corrections.apply, []

    async def fails_later(self: Corrections, *batch: Any) -> int:
        calls.append(batch)
        if len(calls) > 1:
            raise MongoUnavailable("gone")
        return await apply(self, *batch)

    monkeypatch.setattr("operations.recleaning.BATCH", 5)
    monkeypatch.setattr(Corrections, "apply", fails_later)
    with pytest.raises(MongoUnavailable):
        await learn_and_clean(empty_db, definition)
    assert sum(HOTLINE in body for body in (await bodies(empty_db)).values()) == len(whole) - 5

    monkeypatch.setattr(Corrections, "apply", apply)
    with serve(pages, port):
        run = sotin.crawl("tram")
    assert run["counts"]["changed"] == 0
    assert await articles(empty_db) == whole
    assert await finish_cleaning(empty_db, definition) == 0
    assert await empty_db["revisions"].count_documents({}) == 0


async def test_cleaning_goes_on_past_an_article_that_is_refused(
    sotin: Sotin, port: int, empty_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    definition = define(sotin, port)
    monkeypatch.setenv("SOTIN_DATA_DIR", str(sotin.data))
    with serve(site(f"127.0.0.1:{port}", *SITES["boxed"]), port):
        sotin.crawl("tram")
    known = await empty_db["furniture"].find_one({"_id": "tram"})
    assert known is not None
    texts = [text["key"] for text in known["texts"]]
    await empty_db["furniture"].update_one({"_id": "tram"}, {"$set": {"texts": [], "unsettled": texts}})
    apply = Corrections.apply

    async def refuses_the_first(self: Corrections, stored: Any, fields: Any) -> int:
        await apply(self, stored[1:], fields[1:])
        raise DocumentsRefused({stored[0]["_id"]: "too long"})

    monkeypatch.setattr(Corrections, "apply", refuses_the_first)
    assert await finish_cleaning(empty_db, definition) == 23
    assert sum(HOTLINE in body for body in (await bodies(empty_db)).values()) == 23
    assert await finish_cleaning(empty_db, definition) == 0
