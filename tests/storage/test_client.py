from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import pytest_asyncio
from pymongo import MongoClient
from pymongo.errors import (
    AutoReconnect,
    BulkWriteError,
    DuplicateKeyError,
    NetworkTimeout,
    OperationFailure,
    ServerSelectionTimeoutError,
)

from storage import retry
from storage.client import connect, database, ping, redact
from storage.embedded import EmbeddedServer
from storage.embedded.mongod import find_mongod
from storage.embedded.ports import free_port
from storage.errors import MongoUnavailable, StorageRefused
from storage.retry import with_retry
from storage.setup import opened

SECRET = "s3cr3t-pass"

# The driver drops a socket when a client is closed while it is connecting (pymongo 4.20).
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture(autouse=True)
def _dropped_sockets_end_here() -> Iterator[None]:
    yield
    gc.collect()


@pytest_asyncio.fixture
async def silent() -> AsyncIterator[int]:
    """The port of a server that takes connections and never says anything."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(64)
        yield server.getsockname()[1]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`host:port` of a server that wants a password; the user is `sotin`."""
    home = tmp_path_factory.mktemp("guarded")
    port = free_port()
    command = [find_mongod(), "--auth", "--dbpath", home, "--port", str(port), "--bind_ip", "127.0.0.1"]
    process = subprocess.Popen([*command, "--nounixsocket"], stdout=subprocess.DEVNULL)
    try:
        with MongoClient[Any]("127.0.0.1", port, serverSelectionTimeoutMS=30_000) as client:
            rights = [{"role": "root", "db": "admin"}]
            client.admin.command("createUser", "sotin", pwd=SECRET, roles=rights)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


async def _refused_within(uri: str, limit_s: float = 10.0) -> MongoUnavailable:
    client = connect(uri)
    before = time.monotonic()
    with pytest.raises(MongoUnavailable) as caught:
        await ping(client)
    assert time.monotonic() - before < limit_s
    await client.close()
    return caught.value


@pytest.mark.parametrize(
    ("uri", "clean"),
    [
        ("mongodb://u:p@h:1/d?x=1", "mongodb://h:1/d?x=1"),
        ("mongodb+srv://u:p%40@h/d", "mongodb+srv://h/d"),
        ("mongodb://u:p@q/r@h/d", "mongodb://h/d"),
        ("u:p@h", "h"),
        ("mongodb://h:1/d", "mongodb://h:1/d"),
    ],
)
def test_redact_drops_user_and_password(uri: str, clean: str) -> None:
    assert redact(uri) == clean


@pytest.mark.parametrize(
    "uri",
    [f"mongodb://u:{SECRET}@h:port/", f"mongodb://u:{SECRET}@@h", f"u:{SECRET}@h", f"mongodb://u:{SECRET}%zz@h:1/"],
)
async def test_connect_no_address_is_refused_without_the_password(uri: str) -> None:
    with pytest.raises(StorageRefused, match="not a MongoDB address") as caught:
        connect(uri)
    assert SECRET not in f"{caught.value!r}{caught.value.__cause__!r}"
    assert caught.value.__suppress_context__


async def test_connect_acknowledges_by_majority_and_journal(mongo_uri: str) -> None:
    client = connect(mongo_uri)
    assert database(client).write_concern.document == {"w": "majority", "j": True}
    await client.close()


async def test_database_is_sotin_unless_the_address_names_one(mongo_server: str, mongo_uri: str) -> None:
    for uri, name in ((mongo_server, "sotin"), (mongo_uri, mongo_uri.partition("/test_")[2])):
        client = connect(uri)
        assert database(client).name.removeprefix("test_") == name.partition("?")[0]
        await client.close()


async def test_ping_reachable_server_is_silent(mongo_uri: str) -> None:
    client = connect(mongo_uri)
    await ping(client)
    await client.close()


async def test_ping_nobody_listens_says_so_within_ten_seconds() -> None:
    port = free_port()
    error = await _refused_within(f"mongodb://sotin:{SECRET}@127.0.0.1:{port}/")
    assert str(error) == f"MongoDB cannot be reached: 127.0.0.1:{port}: nobody answers"


async def test_ping_silent_server_says_so_within_ten_seconds(silent: int) -> None:
    error = await _refused_within(f"mongodb://sotin:{SECRET}@127.0.0.1:{silent}/")
    assert str(error).startswith("MongoDB")
    assert SECRET not in str(error)


async def test_opened_nobody_listens_is_unavailable() -> None:
    with pytest.raises(MongoUnavailable):
        async with opened(f"mongodb://127.0.0.1:{free_port()}/"):
            pytest.fail("there is no server")


@pytest.mark.parametrize("who", [f"sotin:{SECRET}x@", ""], ids=["wrong password", "no password"])
async def test_ping_without_rights_is_refused(guarded: str, who: str) -> None:
    client = connect(f"mongodb://{who}{guarded}/")
    with pytest.raises(StorageRefused, match="refuses access") as caught:
        await ping(client)
    assert SECRET not in str(caught.value)
    await client.close()


async def test_ping_right_password_is_silent(guarded: str) -> None:
    client = connect(f"mongodb://sotin:{SECRET}@{guarded}/sotin?authSource=admin")
    await ping(client)
    await client.close()


async def _fails(errors: list[Exception]) -> str:
    if errors:
        raise errors.pop(0)
    return "done"


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "FIRST_PAUSE_S", 0.001)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize(
    "error",
    [
        AutoReconnect("reset"),
        NetworkTimeout("slow"),
        ServerSelectionTimeoutError("nobody"),
        BulkWriteError({"writeErrors": [], "writeConcernErrors": [{"code": 91, "errmsg": "going down"}]}),
        BulkWriteError({"writeErrors": [{"code": 121}, {"code": 11600}], "writeConcernErrors": []}),
    ],
    ids=str,
)
async def test_with_retry_connection_error_passes(error: Exception) -> None:
    errors = [error, error]
    assert await with_retry(lambda: _fails(errors)) == "done"


@pytest.mark.usefixtures("_impatient")
async def test_with_retry_gives_up_after_its_attempts() -> None:
    errors: list[Exception] = [AutoReconnect(f"reset {number}") for number in range(5)]
    with pytest.raises(MongoUnavailable, match="reset 2"):
        await with_retry(lambda: _fails(errors))
    assert len(errors) == 2


@pytest.mark.parametrize(
    "error",
    [
        DuplicateKeyError("twice", 11000),
        OperationFailure("bad query", 2),
        BulkWriteError({"writeErrors": [{"code": 121}], "writeConcernErrors": [{"code": 91}]}),
        ValueError("ours"),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_with_retry_other_error_fails_at_once(error: Exception) -> None:
    errors = [error, error]
    with pytest.raises(type(error)):
        await with_retry(lambda: _fails(errors))
    assert len(errors) == 1


async def test_with_retry_missing_rights_are_refused_at_once() -> None:
    errors: list[Exception] = [OperationFailure("no", 13, {"errmsg": "not authorized on sotin"})] * 2
    with pytest.raises(StorageRefused, match="not authorized on sotin"):
        await with_retry(lambda: _fails(errors))
    assert len(errors) == 1


async def test_ping_frozen_server_is_unavailable_within_ten_seconds_and_the_loop_goes_on(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path)
    client = connect(server.start())
    await ping(client)
    pid = server.status()["pid"]
    os.kill(pid, signal.SIGSTOP)
    while psutil.Process(pid).status() != psutil.STATUS_STOPPED:
        await asyncio.sleep(0.01)
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.01)

    ticking = asyncio.create_task(tick())
    before = time.monotonic()
    try:
        with pytest.raises(MongoUnavailable):
            await ping(client)
        assert time.monotonic() - before < 10
        assert ticks > 100
    finally:
        ticking.cancel()
        os.kill(pid, signal.SIGCONT)
        await client.close()
        server.stop()
