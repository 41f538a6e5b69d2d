"""The seed: the one text dump that came with the project's order, and the item that must come of it."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from storage.types import Database
from tests.command import ROOT, Sotin


@pytest.fixture
def seed(shared: Path) -> Path:
    folder = shared / "seed"
    if not (folder / "expected.json").is_file():
        pytest.skip("the seed (../shared/seed) is not present")
    return folder


@pytest.fixture
def expected(seed: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((seed / "expected.json").read_text(encoding="utf-8"))
    return found


async def test_import_of_the_seed_stores_exactly_the_expected_item(
    shell: Sotin, db: Database, seed: Path, expected: dict[str, Any]
) -> None:
    shipped = Sotin(shell.data, ROOT / "sites", shell.uri)
    done = shipped.run("import", str(seed / expected["file"]), "--site", expected["site"])
    assert done.returncode == 0, done.stderr
    (article,) = [article async for article in db["articles"].find({})]
    for name in ("site", "title", "author", "captions", "body"):
        assert article[name] == expected[name], name
    assert article["published_at"] == datetime.fromisoformat(expected["published_at"])
    assert article["published_on"] == expected["published_at"][:10]
    assert article["published_precision"] == "minute"
    assert article["_id"].startswith(f"{expected['site']}:")
    assert article["lead"] is None or article["lead"] == expected["body"][0]
    kept = [article["title"], article["category"], article["lead"], *article["tags"], *article["captions"]]
    kept += [article["author"], article["source"], *article["body"]]
    assert set(expected["boilerplate"]) & set(kept) == set()


def test_extract_of_the_seed_gives_the_expected_item(offline: Sotin, seed: Path, expected: dict[str, Any]) -> None:
    found = json.loads(offline.run("extract", str(seed / expected["file"])).stdout)
    for name in ("title", "published_at", "author", "captions", "body"):
        assert found[name] == expected[name], name
    assert found["kind"] == "article"
