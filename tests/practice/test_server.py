"""The server as a process: HTTP as a crawler meets it."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from practice.definition import SITES, definition
from tests.fixtures_practice import ROOT, PracticeProcess

ARTICLE = "/vi-vn/tin-chi-tiet/id/4223"


@pytest.fixture
def connection(practice_server: PracticeProcess) -> Iterator[http.client.HTTPConnection]:
    with connect(practice_server) as connected:
        yield connected


def connect(server: PracticeProcess) -> closing[http.client.HTTPConnection]:
    return closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=10))


def fetch(
    connection: http.client.HTTPConnection, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read()


def test_server_keeps_the_connection_open(connection: http.client.HTTPConnection) -> None:
    first, _ = fetch(connection, "/")
    assert (first.status, first.version) == (200, 11)
    socket = connection.sock
    fetch(connection, ARTICLE)
    assert connection.sock is socket


def test_server_article_unchanged_is_304(connection: http.client.HTTPConnection) -> None:
    response, body = fetch(connection, ARTICLE)
    assert body
    by_tag, nothing = fetch(connection, ARTICLE, If_None_Match=response.headers["ETag"])
    by_date, _ = fetch(connection, ARTICLE, If_Modified_Since=response.headers["Last-Modified"])
    assert (by_tag.status, by_date.status, nothing) == (304, 304, b"")


@pytest.mark.parametrize(
    "headers", [{"If_None_Match": '"other"'}, {"If_Modified_Since": "Sat, 01 Jan 2022 00:00:00 GMT"}]
)
def test_server_article_changed_since_is_sent(connection: http.client.HTTPConnection, headers: dict[str, str]) -> None:
    response, body = fetch(connection, ARTICLE, **headers)
    assert response.status == 200
    assert body


def test_server_unreadable_date_is_no_condition(connection: http.client.HTTPConnection) -> None:
    assert fetch(connection, ARTICLE, If_Modified_Since="hôm qua".encode().decode("latin-1"))[0].status == 200


def test_server_listing_has_no_validators(connection: http.client.HTTPConnection) -> None:
    response, _ = fetch(connection, "/vi-vn/tin-tuc/hoat-dong-cua-so")
    assert response.headers["ETag"] is None
    assert response.headers["Last-Modified"] is None


def test_server_head_sends_the_head_only(connection: http.client.HTTPConnection) -> None:
    response, body = fetch(connection, ARTICLE, "HEAD")
    assert response.status == 200
    assert int(response.headers["Content-Length"]) > 1000
    assert body == b""
    assert fetch(connection, "/")[0].status == 200


def test_server_counter_changes_at_every_request(connection: http.client.HTTPConnection) -> None:
    counts = [re.findall(r"Tổng lượt truy cập: ([\d.]+)", fetch(connection, "/")[1].decode())[0] for _ in range(3)]
    assert len(set(counts)) == 3
    text = fetch(connection, "/")[1].decode()
    assert re.search(r"Hôm nay: (Thứ \w+|Chủ Nhật), \d\d/\d\d/\d{4} \d\d:\d\d:\d\d", text)


def test_server_log_has_a_line_for_each_request(start_practice: Callable[..., PracticeProcess]) -> None:
    server = start_practice()
    with connect(server) as connection:
        fetch(connection, "/")
        fetch(connection, "/khong-co", "HEAD")
    assert server.requests() == [(200, "GET", "/"), (404, "HEAD", "/khong-co")]


def test_server_options_choose_the_edition(start_practice: Callable[..., PracticeProcess]) -> None:
    server = start_practice("--articles", "300", "--grown", "2", "--redesign", "--gone", "4223", "--edited", "4232")
    newest = 4211 + 3 * 301
    paths = [f"/vi-vn/tin-chi-tiet/id/{number}" for number in (newest, newest + 3, 4223, 4232)]
    with connect(server) as connection:
        replies = [fetch(connection, path) for path in paths]
    assert [response.status for response, _ in replies] == [200, 404, 410, 200]
    edited = replies[-1][1].decode()
    assert "Tin bổ sung" in edited
    assert '<article class="post">' in edited


def test_server_terminated_exits_with_0(start_practice: Callable[..., PracticeProcess]) -> None:
    process = start_practice().process
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0


def test_server_port_taken_exits_with_2(practice_server: PracticeProcess) -> None:
    command = [sys.executable, "-m", "practice.server", "--port", str(practice_server.port)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert f"port {practice_server.port}" in done.stderr


def test_definition_names_the_port() -> None:
    site = tomllib.loads(definition(8123))
    assert site["id"] == "practice"
    assert site["hosts"] == ["127.0.0.1:8123"]
    assert site["start"] == ["http://127.0.0.1:8123/"]
    assert [path.name for path in SITES.rglob("*.toml")] == ["practice.toml"]
