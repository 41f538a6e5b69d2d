"""The whole path: the practice department over HTTP into a real MongoDB."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from operations.locks import SiteLock
from practice.definition import definition
from practice.gold import gold
from storage.types import Database
from tests.command import ROOT, Sotin
from tests.fixtures_practice import PracticeProcess, serve_practice

VIETNAM = timezone(timedelta(hours=7))
TIMED = ("second", "minute", "hour")
SECTIONS = 3
FIELDS = ("title", "published_at", "author", "source", "category", "lead", "body", "captions", "attachments")


@pytest.fixture
def practice(sotin: Sotin, practice_server: PracticeProcess) -> Sotin:
    define(sotin, practice_server.port)
    return sotin


def define(sotin: Sotin, port: int) -> None:
    (sotin.sites / "practice.toml").write_text(definition(port), encoding="utf-8")


def number_of(url: str) -> int | str:
    found = re.search(r"/id/(\d+)", url)
    return int(found[1]) if found else url


def published(article: dict[str, Any]) -> str | None:
    if article["published_at"] is None:
        return None
    local = datetime.fromisoformat(str(article["published_at"])).astimezone(VIETNAM)
    return local.isoformat() if article["published_precision"] in TIMED else local.date().isoformat()


def as_gold(article: dict[str, Any]) -> dict[str, Any]:
    found = {name: article[name] for name in FIELDS}
    files = [{"url": file["url"], "text": file["text"]} for file in article["attachments"]]
    return found | {"published_at": published(article), "attachments": files}


async def stored(db: Database) -> dict[int | str, dict[str, Any]]:
    found: dict[int | str, dict[str, Any]] = {}
    async for article in db["articles"].find({}):
        key = number_of(article["url"])
        assert key not in found, f"{article['url']} is stored twice"
        found[key] = article
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_crawl_stores_every_article_as_its_data_says_and_the_second_run_nothing(
    practice: Sotin, practice_server: PracticeProcess, empty_db: Database
) -> None:
    first = practice.crawl("practice")
    articles = await stored(empty_db)
    expected = {entry["id"]: entry for entry in gold(practice_server.address)}
    assert articles.keys() == expected.keys()
    differences = {
        (number, name): (value, expected[number][name])
        for number, article in articles.items()
        for name, value in as_gold(article).items()
        if value != expected[int(number)][name]
    }
    assert differences == {}
    assert first["counts"]["new"] == len(expected)
    assert sum(first["counts"].values()) == first["discovered"]

    asked = len(practice_server.requests())
    second = practice.crawl("practice")
    assert second["counts"]["new"] == second["counts"]["changed"] == second["counts"]["failed"] == 0
    assert second["requests"] <= max(0.05 * first["requests"], SECTIONS + 2)
    assert len(practice_server.requests()) - asked == second["requests"]
    assert await stored(empty_db) == articles
    assert await empty_db["revisions"].count_documents({}) == 0


async def test_crawl_archives_every_response_that_an_article_came_from(practice: Sotin, empty_db: Database) -> None:
    practice.crawl("practice", "--limit", "5")
    articles = await stored(empty_db)
    assert len(articles) == 5
    for article in articles.values():
        snapshot = article["snapshot"]
        file = practice.data / "archive" / snapshot["file"]
        assert file.stat().st_size >= snapshot["offset"] + snapshot["length"]
    indexed = await empty_db["snapshots"].count_documents({"site": "practice"})
    assert indexed >= len(articles)


async def test_crawl_with_a_limit_leaves_the_rest_to_the_next_run(practice: Sotin, empty_db: Database) -> None:
    first = practice.crawl("practice", "--limit", "7")
    assert first["counts"]["new"] == 7
    assert first["counts"]["failed"] == 0
    practice.crawl("practice")
    assert len(await stored(empty_db)) == len(gold("http://127.0.0.1:1"))


async def test_crawl_since_a_day_stores_nothing_older(practice: Sotin, empty_db: Database) -> None:
    practice.crawl("practice", "--since", "2025-06-01")
    days = [article["published_on"] for article in (await stored(empty_db)).values() if article["published_on"]]
    expected = [entry for entry in gold("http://127.0.0.1:1") if (entry["published_at"] or "") >= "2025-06-01"]
    assert min(days) >= "2025-06-01"
    assert len(days) == len(expected)


async def test_crawl_finds_what_came_and_what_was_changed_since(sotin: Sotin, tmp_path: Path, db: Database) -> None:
    port = free_port()
    define(sotin, port)
    with serve_on(port, tmp_path / "before.log"):
        sotin.crawl("practice")
    await db["pages"].update_many({"role": "article"}, {"$set": {"next_due_at": datetime(2000, 1, 1)}})
    newest = max(entry["id"] for entry in gold("http://127.0.0.1:1"))
    with serve_on(port, tmp_path / "after.log", "--grown", "3", "--edited", str(newest)) as server:
        run = sotin.crawl("practice")
        statuses = [status for status, _, target in server.requests() if "/id/" in target]
    assert run["counts"]["new"] == 3
    assert run["counts"]["changed"] == 1
    assert statuses.count(304) >= 60
    revision = await db["revisions"].find_one({})
    assert revision is not None
    assert set(revision["changes"]) >= {"body"}


def serve_on(port: int, log: Path, *options: str) -> Any:
    return serve_practice(log, "--port", str(port), *options)


def test_crawl_of_a_site_that_is_being_crawled_exits_75(practice: Sotin) -> None:
    lock = SiteLock(practice.data, "practice")
    lock.acquire()
    try:
        done = practice.run("crawl", "practice")
    finally:
        lock.release()
    assert done.returncode == 75
    assert "is being crawled already" in done.stderr


def test_crawl_without_mongodb_exits_69_within_ten_seconds(practice: Sotin) -> None:
    away = Sotin(practice.data, practice.sites, f"mongodb://reader:s3cret@127.0.0.1:{free_port()}/sotin")
    begun = time.monotonic()
    done = away.run("crawl", "practice")
    assert done.returncode == 69
    assert time.monotonic() - begun < 10
    assert "s3cret" not in done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_crawl_of_an_unknown_site_exits_2_and_names_the_nearest(practice: Sotin) -> None:
    done = practice.run("crawl", "practise")
    assert done.returncode == 2
    assert "'practise'" in done.stderr
    assert "'practice'" in done.stderr


async def test_crawl_of_a_portal_that_is_down_fails_and_says_so(sotin: Sotin, db: Database) -> None:
    define(sotin, free_port())
    done = sotin.run("crawl", "practice", "--json")
    assert done.returncode == 1
    run = json.loads(done.stdout)
    assert run["status"] == "failed"
    assert run["counts"]["failed"] == 1
    assert run["failed_reasons"] == {"robots_unreachable": 1}
    assert sum(run["counts"].values()) == run["discovered"]
    assert "refused" in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_scrapy_list_and_crawl_know_the_site(practice: Sotin) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"],
        env=practice.env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert listed.stdout.split() == ["practice"]
    subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "practice", "-a", "limit=2"],
        env=practice.env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    shown = practice.run("show", "--site", "practice", "--json")
    assert len(shown.stdout.splitlines()) == 2
