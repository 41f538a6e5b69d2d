"""Talking to a mongod on this machine: is it ours, is it primary, stop it. Blocking, for start-up only."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pymongo import MongoClient
from pymongo.errors import AutoReconnect, OperationFailure, PyMongoError

from storage.embedded.mongod import REPLICA_SET
from storage.errors import EmbeddedUnavailable
from storage.types import Document

_ANSWER_LIMIT_S: Final = 5.0
# A node whose port was taken first asks whoever has it now, and a stranger that never answers costs it 30 s.
_PRIMARY_LIMIT_S: Final = 120.0
_NOT_INITIATED: Final = 94
_INITIATED_MEANWHILE: Final = 23


@dataclass(frozen=True, slots=True)
class Running:
    """A mongod that answers."""

    pid: int
    port: int
    version: str


class LocalNode:
    """The mongod on a port of 127.0.0.1."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._host = f"127.0.0.1:{port}"

    def running(self, database: Path) -> Running | None:
        """The server, if it answers and its data folder is `database`; a stranger on the port is None."""
        if not self._listens():
            return None
        try:
            with self._client() as client:
                options = client.admin.command("getCmdLineOpts")["parsed"]
                if Path(options.get("storage", {}).get("dbPath", "")) != database:
                    return None
                status = client.admin.command({"serverStatus": 1, **_ONLY_THE_PROCESS})
        except PyMongoError:
            return None
        return Running(int(status["pid"]), self._port, str(status["version"]))

    def become_primary(self) -> None:
        """Wait until the node takes writes; found the set, or tell it its new port, where that is needed."""
        deadline = time.monotonic() + _PRIMARY_LIMIT_S
        try:
            with self._client() as client:
                while not client.admin.command("hello").get("isWritablePrimary"):
                    if time.monotonic() > deadline:
                        raise EmbeddedUnavailable("the embedded MongoDB does not become primary")
                    self._configure(client)
                    time.sleep(0.02)
        except PyMongoError as error:
            raise EmbeddedUnavailable(f"the embedded MongoDB cannot be set up: {error}") from error

    def rotate_log(self) -> None:
        """Let the server begin a new log file; the old one gets the time as a suffix."""
        with self._client() as client:
            client.admin.command("logRotate")

    def shut_down(self) -> None:
        """Ask the server to stop; it breaks the connection off instead of answering."""
        with self._client() as client:
            try:
                client.admin.command("shutdown")
            except AutoReconnect:
                return

    def _configure(self, client: MongoClient[Document]) -> None:
        wanted = {"_id": REPLICA_SET, "members": [{"_id": 0, "host": self._host}]}
        try:
            config = client.admin.command("replSetGetConfig")["config"]
            if [member["host"] for member in config["members"]] != [self._host]:
                # The remembered port was taken, so the set has to learn the node's new address.
                config |= {"members": wanted["members"], "version": config["version"] + 1}
                client.admin.command("replSetReconfig", config, force=True)
        except OperationFailure as error:
            if error.code != _NOT_INITIATED:
                raise
            self._initiate(client, wanted)

    @staticmethod
    def _initiate(client: MongoClient[Document], config: Document) -> None:
        try:
            client.admin.command("replSetInitiate", config)
        except OperationFailure as error:
            if error.code != _INITIATED_MEANWHILE:
                raise

    def _listens(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=_ANSWER_LIMIT_S):
                return True
        except OSError:
            return False

    @contextmanager
    def _client(self) -> Iterator[MongoClient[Document]]:
        limit = int(_ANSWER_LIMIT_S * 1000)
        with MongoClient[Document](
            "127.0.0.1",
            self._port,
            directConnection=True,
            serverSelectionTimeoutMS=limit,
            connectTimeoutMS=limit,
            socketTimeoutMS=int(_PRIMARY_LIMIT_S * 1000),
        ) as client:
            yield client


# serverStatus gathers a lot; everything that is not needed to know the process is left out.
_ONLY_THE_PROCESS: Final = dict.fromkeys(
    ("wiredTiger", "metrics", "repl", "locks", "opLatencies", "transactions", "tcmalloc", "network"), 0
)
