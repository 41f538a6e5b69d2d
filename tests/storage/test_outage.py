"""What happens to the data when a process or the server dies in the middle of the work."""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from storage.articles import Articles
from storage.client import connect, database
from storage.embedded import EmbeddedServer
from storage.errors import MongoUnavailable
from storage.setup import prepare
from storage.types import Database
from tests.storage.documents import article

ROOT = Path(__file__).resolve().parents[2]
TIMES = ("first_seen_at", "updated_at", "replaced_at")

# Writes the same three waves of articles each time: new, changed, changed again.
WRITER = """
import asyncio, sys
from storage.articles import Articles
from storage.client import connect, database
from tests.storage.documents import article

async def main():
    client = connect(sys.argv[1])
    articles = Articles(database(client))
    print("ready", flush=True)
    for wave in range(int(sys.argv[2]), 3):
        for start in range(0, 200, 20):
            hashed = {"content_hash": f"h{wave}", "title": f"Wave {wave}"}
            await articles.upsert_many([article(n, **hashed) for n in range(start, start + 20)])
        print(wave, flush=True)
    await client.close()

asyncio.run(main())
"""


def _writer(uri: str, first_wave: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, uri, str(first_wave)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


async def _everything(db: Database) -> list[dict[str, Any]]:
    docs = await db["articles"].find().sort("_id").to_list() + await db["revisions"].find().sort("_id").to_list()
    return [{name: value for name, value in doc.items() if name not in TIMES} for doc in docs]


def _written_until_killed(uri: str, first_wave: int, pause_s: float) -> int:
    """Let a writer go on for `pause_s`, kill it, and tell the first wave that it did not finish."""
    writer = _writer(uri, first_wave)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    time.sleep(pause_s)
    writer.kill()
    finished = [int(line) for line in writer.communicate()[0].split()]
    return (finished or [first_wave - 1])[-1] + 1


async def test_upsert_many_killed_again_and_again_ends_as_if_never_killed(db: Database, mongo_uri: str) -> None:
    chance = random.Random(11)
    wave = kills = 0
    while wave < 3 and kills < 6:
        wave = await asyncio.to_thread(_written_until_killed, mongo_uri, wave, chance.uniform(0.0, 0.1))
        kills += 1
    await asyncio.to_thread(_writer(mongo_uri, wave).communicate)
    interrupted = await _everything(db)

    for name in ("articles", "revisions"):
        await db[name].delete_many({})
    await asyncio.to_thread(_writer(mongo_uri, 0).communicate)
    assert interrupted == await _everything(db)
    assert len(interrupted) == 200 * 3


async def test_upsert_many_server_away_is_told_and_works_again_after_it(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path)
    client = connect(server.start(), timeout_s=0.3)
    try:
        db = database(client)
        await prepare(db)
        articles = Articles(db)
        await articles.upsert_many([article(1)])
        server.stop()
        for call in (articles.upsert_many([article(2)]), articles.get("x"), articles.count("x")):
            with pytest.raises(MongoUnavailable, match="MongoDB cannot be reached"):
                await call
        with pytest.raises(MongoUnavailable):
            [doc async for doc in articles.find()]
        server.start()
        assert await articles.upsert_many([article(1), article(2)]) == {"so-thu/1": "unchanged", "so-thu/2": "new"}
    finally:
        await client.close()
        server.stop()


async def test_upsert_many_server_restarted_meanwhile_is_not_noticed(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path)
    client = connect(server.start())
    try:
        db = database(client)
        await prepare(db)
        articles = Articles(db)
        await articles.upsert_many([article(1)])
        await asyncio.to_thread(server.stop)
        writing = asyncio.create_task(articles.upsert_many([article(2)]))
        await asyncio.to_thread(server.start)
        assert await writing == {"so-thu/2": "new"}
    finally:
        await client.close()
        server.stop()
