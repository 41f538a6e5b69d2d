"""A site's memory over whole crawls: whatever the order of its pages, the stored articles are clean in the end."""

from __future__ import annotations

import random
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
from storage.errors import MongoUnavailable
from storage.types import Database
from tests.command import Sotin
from tests.made_sites import SITES, Page, site

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
