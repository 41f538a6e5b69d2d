from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.client import connect, database
from tests.cli.conftest import SITE
from tests.command import Sotin

Refuses = Callable[..., None]


@pytest.mark.parametrize(
    ("arguments", "saying"),
    [
        (("fetch",), ("'fetch'",)),
        (("crawl",), ("site",)),
        (("crawl", "so-thu", "--speed", "9"), ("'--speed'",)),
        (("crawl", "so-thu", "--all"), ("--all", "exclude")),
        (("crawl", "--due", "--all"), ("--due", "exclude")),
        (("crawl", "so-thu", "--limit", "0"), ("'--limit'", "0")),
        (("crawl", "so-thu", "--since", "1/2/2026"), ("since", "'1/2/2026'")),
        (("crawl", "so-thu", "--until", "2026-02-30"), ("until", "'2026-02-30'")),
        (("crawl", "so-thu", "--since", "2026-02-02", "--until", "2026-02-01"), ("2026-02-02", "2026-02-01")),
        (("crawl", "so-thi"), ("'so-thi'", "'so-thu'")),
        (("crawl", "so-thu", "--sites", "/no/such/folder"), ("--sites", "/no/such/folder")),
        (("import", "/no/such/file.txt", "--site", "so-thu"), ("/no/such/file.txt",)),
        (("import", "--site", "so-thu"), ("FILES",)),
        (("show", "--limit", "many"), ("'--limit'", "'many'")),
        (("runs", "--limit", "-1"), ("'--limit'", "-1")),
        (("extract",), ("FILE", "--manifest")),
        (("extract", "a.html", "b.html", "--url", "http://so-thu.example/"), ("--url", "FILE")),
        (("extract", "a.html", "--url", "so-thu.example/1"), ("'--url'", "'so-thu.example/1'")),
        (("extract", "--manifest", "/no/such/file.jsonl"), ("'--manifest'", "/no/such/file.jsonl")),
    ],
)
def test_wrong_usage_exits_2_and_names_key_and_value(
    refuses: Refuses, arguments: tuple[str, ...], saying: tuple[str, ...]
) -> None:
    refuses(*arguments, saying=saying)


def test_import_without_a_site_exits_2(refuses: Refuses, dump: Path) -> None:
    refuses("import", str(dump), saying=("'--site'",))


def test_import_with_one_url_for_two_files_exits_2(refuses: Refuses, dump: Path) -> None:
    url = "http://so-thu.example/1"
    refuses("import", str(dump), str(dump), "--site", "so-thu", "--url", url, saying=("--url",))


def test_import_with_an_address_of_another_host_exits_2(refuses: Refuses, dump: Path) -> None:
    url = "http://so-hai.example/1"
    refuses("import", str(dump), "--site", "so-thu", "--url", url, saying=("--url", url, "so-thu.example"))


def test_wrong_definition_exits_2_and_names_file_key_and_remedy(offline: Sotin, refuses: Refuses) -> None:
    file = offline.sites / "so-hai.toml"
    file.write_text(SITE.replace("so-thu", "so-hai").replace("start =", "begin ="), encoding="utf-8")
    refuses("sites", "list", saying=(str(file), "begin"))


def test_folder_of_sites_that_is_missing_exits_2_and_names_the_variable(offline: Sotin, refuses: Refuses) -> None:
    offline.sites.rename(offline.sites.with_name("elsewhere"))
    refuses("sites", "list", saying=("SOTIN_SITES_DIR", str(offline.sites)))


def test_wrong_usage_of_the_process_exits_2_without_a_traceback(offline: Sotin) -> None:
    done = offline.run("crawl", "so-thu", "--since", "1/2/2026")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "'1/2/2026'" in done.stderr
    assert "Traceback" not in done.stderr


def test_database_that_is_away_exits_69_in_one_sentence_without_the_password(offline: Sotin) -> None:
    away = Sotin(offline.data, offline.sites, "mongodb://tho:bimat@127.0.0.1:1/so")
    done = away.run("runs")
    assert done.returncode == 69
    assert len(done.stderr.strip().splitlines()) == 1
    assert "bimat" not in done.stderr


async def test_database_of_a_newer_version_exits_1_in_one_sentence(shell: Sotin) -> None:
    client = connect(shell.uri)
    await database(client)["meta"].insert_one({"_id": "schema", "version": 9_999})
    await client.close()
    done = shell.run("show")
    assert done.returncode == 1
    assert "9999" in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_option_in_the_database_address_exits_2_and_names_the_variable(sotin: Sotin) -> None:
    odd = Sotin(sotin.data, sotin.sites, "mongodb://127.0.0.1:1/?foo=bar")
    done = odd.run("runs")
    assert done.returncode == 2
    assert done.stderr.strip() == (
        "sotin: SOTIN_MONGODB_URI: not a MongoDB address: mongodb://127.0.0.1:1/?foo=bar (unknown option)"
    )


def test_crawl_of_the_practice_department_names_its_own_command(sotin: Sotin) -> None:
    done = sotin.run("crawl", "practice")
    assert done.returncode == 2
    assert "'sotin practice'" in done.stderr
