"""A real MongoDB for the tests: one embedded server a run, one database a test."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from pymongo import MongoClient

from storage.client import connect, database
from storage.embedded import EmbeddedServer
from storage.setup import prepare
from storage.types import Database


def _home(factory: pytest.TempPathFactory, *, worker: bool) -> Path:
    """The same folder for all workers of one run: theirs lie inside that of the process that started them."""
    base = factory.getbasetemp()
    return (base.parent if worker else base) / "mongo"


@pytest.fixture(scope="session")
def mongo_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the run's server. Workers that start it at once all get the same one."""
    worker = hasattr(request.config, "workerinput")
    return EmbeddedServer(_home(tmp_path_factory, worker=worker)).start()


@pytest.fixture
def mongo_uri(mongo_server: str) -> Iterator[str]:
    """The address of a database of the test's own, in the form of SOTIN_MONGODB_URI; dropped at the end."""
    name = f"test_{uuid.uuid4().hex}"
    yield mongo_server.replace("/?", f"/{name}?")
    with MongoClient[dict[str, object]](mongo_server) as client:
        client.drop_database(name)


@pytest_asyncio.fixture
async def empty_db(mongo_uri: str) -> AsyncIterator[Database]:
    """A database in which there is nothing yet."""
    client = connect(mongo_uri)
    yield database(client)
    await client.close()


@pytest_asyncio.fixture
async def db(empty_db: Database) -> Database:
    """A database that `prepare` has made ready."""
    await prepare(empty_db)
    return empty_db


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop the run's server, once all workers are done, and free its disk space."""
    if hasattr(session.config, "workerinput"):
        return
    factory: pytest.TempPathFactory = session.config._tmp_path_factory  # type: ignore[attr-defined]
    home = _home(factory, worker=False)
    if home.is_dir():
        EmbeddedServer(home).stop()
        shutil.rmtree(home)
