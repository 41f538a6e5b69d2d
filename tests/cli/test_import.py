from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.types import Database
from tests.cli.conftest import MENU
from tests.command import Sotin

TITLE = "Trạm khuyến nông Suối Đá mở kho giống cho vụ hè thu"


async def only_article(db: Database) -> dict[str, Any]:
    (article,) = [article async for article in db["articles"].find({})]
    return article


async def test_import_stores_the_article_and_nothing_of_the_page_around_it(
    shell: Sotin, dump: Path, db: Database
) -> None:
    done = shell.run("import", str(dump), "--site", "so-thu")
    assert done.returncode == 0, done.stderr
    article = await only_article(db)
    assert done.stdout.split() == ["new", article["_id"], str(dump)]
    assert article["title"] == TITLE
    assert article["published_at"] == datetime(2024, 3, 9, 0, 45, tzinfo=UTC)
    assert (article["published_on"], article["published_precision"]) == ("2024-03-09", "minute")
    assert article["author"] == "Minh Thảo"
    assert article["captions"] == [
        "Cán bộ trạm cân đậu giống sáng thứ bảy. Ảnh: M.Thảo",
        "Hai mẻ ngô nếp chờ phát cho bà con. Ảnh: M.Thảo",
    ]
    assert [paragraph.split()[0] for paragraph in article["body"]] == ["Sáng", "Mỗi", "Trạm"]
    assert not set(MENU) & set(article["text"].split("\n"))
    assert all(line not in str(article) for line in MENU)
    assert (article["site"], article["department"], article["province"]) == ("so-thu", "Sở Thử nghiệm", "Khánh Hòa")
    assert article["url"] is None
    assert article["search_key"].startswith("tram khuyen nong suoi da mo kho giong")


async def test_import_twice_changes_nothing(shell: Sotin, dump: Path, db: Database) -> None:
    shell.run("import", str(dump), "--site", "so-thu")
    before = await only_article(db)
    done = shell.run("import", str(dump), "--site", "so-thu", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"file": str(dump), "id": before["_id"], "outcome": "unchanged"}
    after = await only_article(db)
    assert after["revision"] == 1
    assert after["content_hash"] == before["content_hash"]


async def test_import_of_a_corrected_dump_keeps_the_old_version(shell: Sotin, dump: Path, db: Database) -> None:
    shell.run("import", str(dump), "--site", "so-thu")
    dump.write_text(dump.read_text(encoding="utf-8").replace("bốn ký", "năm ký"), encoding="utf-8")
    done = shell.run("import", str(dump), "--site", "so-thu")
    assert done.stdout.split()[0] == "changed"
    assert (await only_article(db))["revision"] == 2
    kept = await db["revisions"].find_one({})
    assert kept is not None
    assert "bốn ký" in kept["text"]


async def test_import_with_an_address_takes_its_stable_id(shell: Sotin, dump: Path, db: Database) -> None:
    first, second = (f"http://so-thu.example/vi-vn/tin-chi-tiet/id/71/{slug}" for slug in ("Mo-kho", "Kho-giong"))
    shell.run("import", str(dump), "--site", "so-thu", "--url", first)
    article = await only_article(db)
    assert article["url"] == first
    assert article["_id"].startswith("so-thu:")
    assert "71" in article["_id"]
    shell.run("import", str(dump), "--site", "so-thu", "--url", second)
    assert await db["articles"].count_documents({}) == 1


async def test_import_keeps_a_dump_that_breaks_a_rule_and_stores_the_others(
    shell: Sotin, dump: Path, tmp_path: Path, db: Database
) -> None:
    empty = tmp_path / "rong.txt"
    empty.write_text("\n\n", encoding="utf-8")
    done = shell.run("import", str(empty), str(dump), "--site", "so-thu")
    assert done.returncode == 1
    assert f"{empty}: rejected: no_title, empty" in done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["new"]
    assert (await only_article(db))["title"] == TITLE
    (rejected,) = [kept async for kept in db["rejected"].find({})]
    assert rejected["reasons"] == ["no_title", "empty"]
    assert rejected["site"] == "so-thu"
    assert rejected["snapshot"]["file"] == "rong.txt"


def test_import_as_json_tells_why_a_dump_was_rejected(shell: Sotin, tmp_path: Path) -> None:
    empty = tmp_path / "rong.txt"
    empty.write_text("", encoding="utf-8")
    done = shell.run("import", str(empty), "--site", "so-thu", "--json")
    found = json.loads(done.stdout)
    assert found == {"file": str(empty), "id": None, "outcome": "rejected", "reasons": ["no_title", "empty"]}
