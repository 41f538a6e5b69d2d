"""SIGKILL at any moment, then the same command again: every article is there, once. SOTIN_SOAK=1 kills more often."""

from __future__ import annotations

import os
import random
import re
import subprocess
import time
from pathlib import Path

from practice.definition import definition
from practice.gold import gold
from storage.types import Database
from tests.command import ROOT, Sotin
from tests.fixtures_practice import PracticeProcess, serve_practice

KILLS = 20 if os.environ.get("SOTIN_SOAK") else 2


def crawl_until(sotin: Sotin, server: PracticeProcess, requests: int) -> None:
    """Crawl, and kill the crawler once the server has answered that many more requests."""
    wanted = len(server.requests()) + requests
    with subprocess.Popen(
        sotin.command("crawl", "practice"),
        env=sotin.env,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as crawler:
        while crawler.poll() is None and len(server.requests()) < wanted:
            time.sleep(0.01)
        crawler.kill()


async def test_crawl_killed_at_random_moments_loses_nothing(sotin: Sotin, tmp_path: Path, empty_db: Database) -> None:
    dice = random.Random(KILLS)
    with serve_practice(tmp_path / "requests.log") as server:
        (sotin.sites / "practice.toml").write_text(definition(server.port), encoding="utf-8")
        for _ in range(KILLS):
            crawl_until(sotin, server, dice.randint(2, 60))
        run = sotin.crawl("practice")
    stored = [article["url"] async for article in empty_db["articles"].find({}, {"url": 1})]
    numbers = sorted(int(re.findall(r"/id/(\d+)", url)[0]) for url in stored)
    assert numbers == sorted(entry["id"] for entry in gold(server.address))
    assert sum(run["counts"].values()) == run["discovered"]
