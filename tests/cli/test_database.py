from __future__ import annotations

import json

import pytest

from storage.embedded import EmbeddedServer
from tests.command import Sotin


def test_db_uri_of_an_own_database_hides_user_and_password(offline: Sotin) -> None:
    own = Sotin(offline.data, offline.sites, "mongodb://tho:bi%40mat@db.example:27017/so?tls=true")
    done = own.run("db", "uri")
    assert done.returncode == 0
    assert done.stdout == "mongodb://db.example:27017/so?tls=true\n"
    assert done.stderr == ""


@pytest.fixture
def embedded(offline: Sotin) -> Sotin:
    return Sotin(offline.data, offline.sites, "")


def test_db_status_of_a_stopped_server_exits_1(embedded: Sotin) -> None:
    done = embedded.run("db", "status", "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert found["running"] is False
    assert found["data"].startswith(str(embedded.data))


def test_db_uri_and_stop_of_a_stopped_server_say_so(embedded: Sotin) -> None:
    uri = embedded.run("db", "uri")
    assert uri.returncode == 1
    assert uri.stdout == ""
    assert "not running" in uri.stderr
    assert embedded.run("db", "stop").stdout == "was not running\n"
    assert not (embedded.data / "mongodb" / "db").exists()


def test_db_start_is_found_by_status_and_ended_by_stop(embedded: Sotin) -> None:
    address = embedded.run("db", "start").stdout.strip()
    try:
        status = embedded.run("db", "status")
        uri = embedded.run("db", "uri").stdout.strip()
    finally:
        stopped = embedded.run("db", "stop")
    assert address.startswith("mongodb://127.0.0.1:")
    assert uri == address
    assert status.returncode == 0
    assert "running: True" in status.stdout
    assert stopped.stdout == "stopped\n"
    assert EmbeddedServer(embedded.data).uri() is None
