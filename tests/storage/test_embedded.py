from __future__ import annotations

import os
import signal
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from pymongo import MongoClient

from storage.embedded import EmbeddedServer, mongod, serverlog
from storage.embedded.node import LocalNode
from storage.embedded.ports import free_port, is_free
from storage.embedded.processes import is_alive
from storage.errors import EmbeddedUnavailable

START = """
import sys
from pathlib import Path
from storage.embedded import EmbeddedServer
print(EmbeddedServer(Path(sys.argv[1])).start())
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedServer]:
    """A server of the test's own, not started; stopped at the end."""
    server = EmbeddedServer(tmp_path)
    yield server
    server.stop()


def _start_in_another_process(data_dir: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", START, data_dir], stdout=subprocess.PIPE, text=True)


class _Stranger(socketserver.ThreadingTCPServer):
    allow_reuse_address = True


def _bound(port: int) -> _Stranger:
    """Bind to a port that has just become free; for a moment another process's call may go out from it."""
    for _ in range(100):
        with suppress(OSError):
            return _Stranger(("127.0.0.1", port), socketserver.BaseRequestHandler)
        time.sleep(0.1)
    return _Stranger(("127.0.0.1", port), socketserver.BaseRequestHandler)


@contextmanager
def _stranger(port: int) -> Iterator[None]:
    """A server on `port` that hangs up on whoever calls."""
    with _bound(port) as other:
        thread = threading.Thread(target=other.serve_forever, args=(0.01,))
        thread.start()
        yield
        other.shutdown()
        thread.join()


def _write(uri: str, key: str = "x") -> None:
    with MongoClient[dict[str, Any]](uri, w="majority", journal=True) as client:
        client["sotin"]["kept"].insert_one({"_id": key})


def _kept(uri: str) -> int:
    with MongoClient[dict[str, Any]](uri) as client:
        return client["sotin"]["kept"].count_documents({})


def _port(uri: str) -> int:
    return int(uri.partition("127.0.0.1:")[2].partition("/")[0])


def test_status_never_started_is_not_running(server: EmbeddedServer, tmp_path: Path) -> None:
    assert server.status() == {
        "running": False,
        "pid": None,
        "uri": None,
        "version": None,
        "data": str(tmp_path / "mongodb"),
    }
    assert server.uri() is None
    assert server.stop() is False
    assert list(tmp_path.iterdir()) == [], "asking leaves no trace"


def test_start_is_idempotent_and_tells_its_status(server: EmbeddedServer) -> None:
    uri = server.start()
    assert server.start() == uri == server.uri()
    status = server.status()
    assert (status["running"], status["uri"]) == (True, uri)
    assert is_alive(status["pid"])
    assert status["version"].count(".") == 2
    with MongoClient[dict[str, Any]](uri) as client:
        options = client.admin.command("getCmdLineOpts")["parsed"]
    assert options["net"]["bindIp"] == "127.0.0.1"
    assert options["security"]["javascriptEnabled"] is False
    assert options["replication"]["replSet"] == "sotin"


def test_start_after_stop_keeps_data_and_port(server: EmbeddedServer) -> None:
    uri = server.start()
    pid = server.status()["pid"]
    _write(uri)
    assert server.stop() is True
    assert not is_alive(pid)
    assert (server.uri(), server.stop()) == (None, False)
    assert server.start() == uri
    assert _kept(uri) == 1


def test_stop_server_that_does_not_end_is_told(server: EmbeddedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.start()
    with monkeypatch.context() as patch:
        patch.setattr(LocalNode, "shut_down", lambda node: None)
        patch.setattr("storage.embedded.server._STOP_LIMIT_S", 0.1)
        with pytest.raises(EmbeddedUnavailable, match="does not stop"):
            server.stop()


def test_start_after_a_kill_keeps_acknowledged_data(server: EmbeddedServer) -> None:
    uri = server.start()
    pid = server.status()["pid"]
    _write(uri)
    os.kill(pid, signal.SIGKILL)
    while is_alive(pid):
        time.sleep(0.01)
    assert server.status()["running"] is False
    assert _kept(server.start()) == 1


def test_start_taken_port_moves_to_another_and_keeps_data(server: EmbeddedServer) -> None:
    uri = server.start()
    _write(uri)
    server.stop()
    with _stranger(_port(uri)):
        moved = server.start()
        assert _port(moved) != _port(uri)
        assert _kept(moved) == 1
        _write(moved, "y")
    assert server.start() == moved, "the new port is remembered"


def test_start_in_two_processes_at_once_is_one_server(server: EmbeddedServer, tmp_path: Path) -> None:
    starters = [_start_in_another_process(tmp_path) for _ in range(3)]
    uris = {starter.communicate(timeout=60)[0].strip() for starter in starters}
    assert [starter.returncode for starter in starters] == [0, 0, 0]
    assert uris == {server.uri()}
    held = (tmp_path / "mongodb/db/mongod.lock").read_text()
    assert int(held) == server.status()["pid"]


def test_start_server_outlives_its_starter(server: EmbeddedServer, tmp_path: Path) -> None:
    starter = _start_in_another_process(tmp_path)
    uri = starter.communicate(timeout=60)[0].strip()
    assert server.uri() == uri
    _write(uri)
    with pytest.raises(ProcessLookupError):
        os.kill(starter.pid, 0)
    assert os.getsid(server.status()["pid"]) not in (os.getsid(0), starter.pid)


def test_start_without_the_port_file_adopts_nothing_and_says_so(
    server: EmbeddedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start()
    port_file = tmp_path / "mongodb/port"
    kept = port_file.read_text()
    port_file.write_text("nonsense")
    monkeypatch.setattr("storage.embedded.server._ADOPT_LIMIT_S", 0.3)
    with pytest.raises(EmbeddedUnavailable, match="another MongoDB holds"):
        server.start()
    port_file.write_text(kept)


@pytest.mark.parametrize("content", ["", "nonsense", "0", "-5", "99999999"])
def test_status_broken_port_file_is_not_running(server: EmbeddedServer, tmp_path: Path, content: str) -> None:
    (tmp_path / "mongodb").mkdir()
    (tmp_path / "mongodb/port").write_text(content)
    assert server.status()["running"] is False


def test_status_port_of_a_stranger_is_not_running(server: EmbeddedServer, tmp_path: Path, mongo_server: str) -> None:
    (tmp_path / "mongodb/db").mkdir(parents=True)
    (tmp_path / "mongodb/port").write_text(str(_port(mongo_server)))
    (tmp_path / "mongodb/db/mongod.lock").write_text(str(os.getpid()))
    assert server.status()["running"] is False, "another mongod, with another data folder"
    assert server.stop() is False


def test_start_stale_files_of_a_dead_server_do_no_harm(server: EmbeddedServer, tmp_path: Path) -> None:
    home = tmp_path / "mongodb"
    (home / "db").mkdir(parents=True)
    (home / "port").write_text(f"{free_port()}\n")
    assert server.status()["running"] is False
    (home / "db/mongod.lock").write_text(f"{os.getpid()}\n")  # a pid that another process bears by now
    (home / "start.lock").touch()
    _write(server.start())


def test_start_copied_folder_is_a_server_of_its_own(server: EmbeddedServer, tmp_path: Path) -> None:
    server.start()
    copy = tmp_path / "copy"
    (copy / "mongodb").mkdir(parents=True)
    (copy / "mongodb/port").write_text((tmp_path / "mongodb/port").read_text())
    other = EmbeddedServer(copy)
    assert other.uri() is None
    try:
        assert other.start() != server.uri()
    finally:
        other.stop()
    assert server.uri() is not None


def test_start_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedUnavailable, match=r"cannot use .*file"):
        EmbeddedServer(tmp_path / "file").start()


def test_start_foreign_data_is_told_with_the_reason(tmp_path: Path) -> None:
    database = tmp_path / "mongodb/db"
    database.mkdir(parents=True)
    (database / "WiredTiger").write_text("not a database")
    (database / "WiredTiger.wt").write_text("not a database")
    (database / "storage.bson").write_text("not a database")
    with pytest.raises(EmbeddedUnavailable, match=r"does not start \(.+\); its log is"):
        EmbeddedServer(tmp_path).start()


def test_start_long_log_is_set_aside(server: EmbeddedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serverlog, "MAX_BYTES", 1000)
    home = tmp_path / "mongodb"
    home.mkdir()
    for year in range(2021, 2026):
        (home / f"mongod.log.{year}-01-01T00-00-00").touch()
    server.start()
    aside = sorted(path.name[:15] for path in home.glob("mongod.log.*"))
    assert len(aside) == serverlog.KEEP
    assert aside[0] == "mongod.log.2024"
    assert (home / "mongod.log").is_file()


def _fake_mongod(folder: Path, script: str) -> Path:
    fake = folder / "mongod"
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(0o755)
    return fake


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (
            "echo 'mongod: error while loading shared libraries: libcurl.so.4: cannot open' >&2; exit 127",
            "libcurl.so.4: install the package libcurl4",
        ),
        ("echo 'error while loading shared libraries: libodd.so.1: cannot open' >&2; exit 127", "libodd.so.1"),
        ("kill -ILL $$", "processor with AVX"),
        ("echo 'something else' >&2; exit 3", "something else"),
        ("exit 3", "exit status 3"),
    ],
)
def test_check_runs_names_what_is_missing(tmp_path: Path, script: str, said: str) -> None:
    with pytest.raises(EmbeddedUnavailable, match="SOTIN_MONGODB_URI") as caught:
        mongod.check_runs(_fake_mongod(tmp_path, script))
    assert said in str(caught.value)


def test_check_runs_file_for_another_machine_is_told(tmp_path: Path) -> None:
    fake = tmp_path / "mongod"
    fake.write_bytes(b"\x7fELF nothing")
    fake.chmod(0o755)
    with pytest.raises(EmbeddedUnavailable, match="does not run"):
        mongod.check_runs(fake)


def test_find_mongod_without_the_wheel_takes_the_one_on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mongod, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EmbeddedUnavailable, match="install MongoDB, or set SOTIN_MONGODB_URI"):
        mongod.find_mongod()
    assert mongod.find_mongod is not None
    fake = _fake_mongod(tmp_path, "exit 0")
    assert mongod.find_mongod() == fake


def test_is_free_listening_port_is_not() -> None:
    port = free_port()
    assert is_free(port)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", port))
        listener.listen()
        assert not is_free(port)


def test_is_alive_zombie_is_dead() -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    deadline = time.monotonic() + 30
    while is_alive(child.pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not is_alive(child.pid), "ended, though nobody has asked for its status yet"
    child.wait()
    assert is_alive(os.getpid())


def test_last_error_is_the_last_of_severity_error_or_fatal(tmp_path: Path) -> None:
    log = tmp_path / "mongod.log"
    log.write_text(
        'cut off"}\n{"s":"E","msg":"first","attr":{}}\n'
        '{"s":"F","msg":"Terminating","attr":{"error":"disk full"}}\n{"s":"I","msg":"bye"}\n'
        '{"s":"F","msg":"\\n\\naborting"}\nnull\n'
    )
    assert serverlog.last_error(log) == "Terminating: disk full"
    assert serverlog.last_error(tmp_path / "none") is None
    log.write_text('{"s":"F","msg":"no","attr":{"error":{"code":1,"errmsg":"bad metadata"}}}\n')
    assert serverlog.last_error(log) == "no: bad metadata"
    log.write_text('{"s":"E","msg":"WiredTiger error","attr":{"error":28,"message":"no space"}}\n')
    assert serverlog.last_error(log) == "WiredTiger error: no space"
    log.write_text('{"s":"F","msg":"first"}\n{"s":"F","msg":"\\n\\naborting\\n"}\n')
    assert serverlog.last_error(log) == "aborting"
    log.write_text('{"s":"I","msg":"fine"}\n')
    assert serverlog.last_error(log) is None
