"""SIGKILL at any moment, then the same command again: every article is there, once. SOTIN_SOAK=1 kills more often."""

from __future__ import annotations

import json
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
    ends = [(each["status"], each["finish_reason"]) async for each in empty_db["runs"].find({}).sort("started_at", 1)]
    assert ends[-1] == ("ok", "finished")
    assert set(ends[:-1]) <= {("interrupted", "killed"), ("ok", "finished")}, "no run goes on for ever"


async def test_crawl_stopped_by_a_signal_exits_as_such_and_leaves_the_rest_to_the_next_run(
    sotin: Sotin, tmp_path: Path, empty_db: Database
) -> None:
    with serve_practice(tmp_path / "requests.log", "--latency", "0.1") as server:
        (sotin.sites / "practice.toml").write_text(definition(server.port), encoding="utf-8")
        command = sotin.command("crawl", "practice", "--json")
        with subprocess.Popen(command, env=sotin.env, cwd=ROOT, stdout=subprocess.PIPE, text=True) as crawler:
            while len(server.requests()) < 25:
                time.sleep(0.05)
            crawler.terminate()
            printed, _ = crawler.communicate(timeout=60)
        assert crawler.returncode == 143
        run = json.loads(printed)
        assert run["status"] == "interrupted"
        assert run["counts"]["failed"] == 0
        assert run["not_due_reasons"]["interrupted"] > 0
        sotin.crawl("practice")
    assert await empty_db["articles"].count_documents({}) == len(gold(server.address))
