from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.extraction.article import Attachment
from crawler.items import ArticleItem
from pipelines.documents import document
from storage.articles import Articles
from storage.runs import Runs
from storage.types import Database
from tests.command import Sotin

ID = "so-thu:#tin:17"


def article(number: int = 17, site: str = "so-thu", **fields: Any) -> dict[str, Any]:
    item = ArticleItem(site, f"http://{site}.example/tin/{number}", f"#tin:{number}", datetime.now(UTC), "r1")
    item.title, item.body = f"Bài số {number}", ["Kho mở cửa.", "Bà con nhận hạt."]
    return document(item) | fields


@pytest.fixture
async def articles(db: Database) -> None:
    moment = datetime(2026, 3, 1, 1, 5, tzinfo=UTC)
    dated = {"published_at": moment, "published_on": "2026-03-01", "published_precision": "minute"}
    file = Attachment("http://so-thu.example/a.pdf", "Quyết định", "application/pdf")
    whole = {
        "author": "Thu Tư",
        "category": "Trồng trọt",
        "captions": ["Kho giống. Ảnh: Tư"],
        "attachments": [{"url": file.url, "text": file.text, "media_type": file.media_type}],
    }
    day = {"published_at": datetime(2026, 2, 27, 17, tzinfo=UTC), "published_on": "2026-02-28"}
    batch = [
        article(9),
        article(17, **dated, **whole),
        article(12, **day, published_precision="day"),
        article(3, "so-hai", **dated),
    ]
    await Articles(db).upsert_many(batch)


@pytest.mark.usefixtures("articles")
def test_show_prints_an_article_as_it_is_read(shell: Sotin) -> None:
    done = shell.run("show", ID)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[:2] == ["Bài số 17", "2026-03-01T08:05:00+07:00 · Thu Tư · Trồng trọt"]
    for part in ("Kho mở cửa.", "[ảnh] Kho giống. Ảnh: Tư", "[tệp] Quyết định  http://so-thu.example/a.pdf"):
        assert part in lines
    assert lines[-2:] == ["http://so-thu.example/tin/17", f"{ID}, revision 1"]


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(("number", "when"), [(12, "2026-02-28"), (9, "no date")])
def test_show_prints_no_more_of_the_date_than_is_known(shell: Sotin, number: int, when: str) -> None:
    assert shell.run("show", f"so-thu:#tin:{number}").stdout.splitlines()[1] == when


@pytest.mark.usefixtures("articles")
def test_show_as_json_is_the_stored_document(shell: Sotin) -> None:
    found = json.loads(shell.run("show", ID, "--json").stdout)
    assert found["_id"] == ID
    assert found["published_at"] == "2026-03-01T01:05:00+00:00"
    assert found["body"] == ["Kho mở cửa.", "Bà con nhận hạt."]
    assert found["revision"] == 1


@pytest.mark.usefixtures("articles")
def test_show_of_a_site_lists_its_articles_newest_first(shell: Sotin) -> None:
    done = shell.run("show", "--site", "so-thu")
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["2026-03-01", "so-thu:#tin:17"],
        ["2026-02-28", "so-thu:#tin:12"],
        ["----------", "so-thu:#tin:9"],
    ]
    (latest,) = shell.run("show", "--site", "so-thu", "--limit", "1", "--json").stdout.splitlines()
    assert json.loads(latest)["_id"] == ID


@pytest.mark.usefixtures("articles")
def test_show_of_an_unknown_id_exits_1_and_names_it(shell: Sotin) -> None:
    done = shell.run("show", "so-thu:#tin:404")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "'so-thu:#tin:404'" in done.stderr


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("command", ["show", "runs"])
def test_site_without_anything_is_said_to_have_nothing(shell: Sotin, command: str) -> None:
    done = shell.run(command, "--site", "so-thi")
    assert (done.returncode, done.stdout) == (0, "")
    assert "'so-thi'" in done.stderr


async def test_show_of_an_article_without_an_address_works(shell: Sotin, db: Database) -> None:
    await Articles(db).upsert_many([article(5, url=None)])
    done = shell.run("show", "so-thu:#tin:5")
    assert done.returncode == 0
    assert "None" not in done.stdout


async def test_runs_shows_the_latest_first_and_as_json(shell: Sotin, db: Database) -> None:
    runs = Runs(db)
    for number, site in enumerate(("so-thu", "so-hai", "so-thu")):
        begun = datetime(2026, 3, 1, number, tzinfo=UTC)
        await runs.start({"_id": f"run-{number}", "site": site, "started_at": begun})
    await runs.finish(
        "run-2",
        {"status": "ok", "finished_at": datetime(2026, 3, 1, 2, 1, tzinfo=UTC), "discovered": 3, "counts": {"new": 3}},
    )
    shown = shell.run("runs", "--site", "so-thu")
    assert shown.returncode == 0
    headlines = [line for line in shown.stdout.splitlines() if not line.startswith(" ")]
    assert headlines[0] == "2026-03-01 02:00:00Z  run-2"
    assert headlines[1].startswith("so-thu: ok in 60.0 s")
    assert headlines[2].endswith("run-0")
    found = [json.loads(line) for line in shell.run("runs", "--limit", "2", "--json").stdout.splitlines()]
    assert [run["_id"] for run in found] == ["run-2", "run-1"]
    assert found[0]["counts"]["new"] == 3
    assert sum(found[0]["counts"].values()) == found[0]["discovered"]
    assert found[0]["started_at"] == "2026-03-01T02:00:00+00:00"


def test_runs_without_any_says_so(shell: Sotin) -> None:
    done = shell.run("runs")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no runs" in done.stderr
