"""The embedded MongoDB: a single-node replica set on loopback, started when needed, shared by all runs."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from storage.embedded import mongod
from storage.embedded.filelock import exclusive
from storage.embedded.node import LocalNode, Running
from storage.embedded.ports import free_port, is_free
from storage.embedded.processes import is_alive
from storage.embedded.serverlog import last_error, prune, too_long
from storage.errors import EmbeddedUnavailable
from storage.types import Document

_LAUNCHES: Final = 5
_STOP_LIMIT_S: Final = 60.0
_ADOPT_LIMIT_S: Final = 60.0
# mongod's exit codes for a port that is taken and for a data folder that another mongod holds.
_PORT_TAKEN: Final = 48
_FOLDER_HELD: Final = 100


class EmbeddedServer:
    """The server whose files lie in `data_dir/mongodb`.

    It outlives the process that started it, so that a run finds the server of the run before. Nothing is
    believed because a file says so: a server counts as ours when it answers on the remembered port and names
    our data folder, so files that a crash or a copy left behind do no harm.
    """

    def __init__(self, data_dir: Path) -> None:
        self._home = data_dir.resolve() / "mongodb"
        self._database = self._home / "db"
        self._log = self._home / "mongod.log"
        self._port_file = self._home / "port"
        self._lock_file = self._home / "start.lock"

    def start(self) -> str:
        """The address of the running server, which is started if need be. Idempotent.

        Of two processes that start it at once, one does and the other connects. Raises `EmbeddedUnavailable`,
        which says what to do.
        """
        running = self._find() or self._start_alone()
        LocalNode(running.port).become_primary()
        self._rotate(running)
        return _uri(running.port)

    def stop(self) -> bool:
        """Stop the server and wait until it is gone; False where none ran. Raises `EmbeddedUnavailable`."""
        if self._find() is None:
            return False
        with exclusive(self._lock_file):
            running = self._find()
            if running is None:
                return False
            LocalNode(running.port).shut_down()
            self._wait_for_end(running.pid)
        return True

    def status(self) -> Document:
        """`running`; `pid`, `uri` and `version`, None unless it runs; `data`, the folder of its files."""
        running = self._find()
        return {
            "running": running is not None,
            "pid": running.pid if running else None,
            "uri": _uri(running.port) if running else None,
            "version": running.version if running else None,
            "data": str(self._home),
        }

    def uri(self) -> str | None:
        """The address, if the server runs."""
        running = self._find()
        return _uri(running.port) if running else None

    def _find(self) -> Running | None:
        port = self._remembered_port()
        if port is None or not self._is_held():
            return None
        return LocalNode(port).running(self._database)

    def _is_held(self) -> bool:
        """Whether the process that last took our data folder lives: mongod writes its pid, and empties the file.

        Spares the wait for a stranger on our port. A pid that another process bears by now does no harm: the
        server is asked all the same.
        """
        pid = _number(self._database / "mongod.lock")
        return pid is not None and is_alive(pid)

    def _start_alone(self) -> Running:
        program = mongod.find_mongod()
        try:
            self._database.mkdir(parents=True, exist_ok=True)
            with exclusive(self._lock_file):
                return self._find() or self._launch(program)
        except OSError as error:
            raise EmbeddedUnavailable(f"the embedded MongoDB cannot use {self._home}: {error}") from error

    def _launch(self, program: Path) -> Running:
        """Start `program` and wait until it answers; another port if somebody took ours just now."""
        mongod.check_runs(program)
        for _ in range(_LAUNCHES):
            port = self._choose_port()
            status = mongod.launch(mongod.command_line(program, self._database, self._log, port))
            if status == _FOLDER_HELD:
                return self._adopt()
            if status not in (0, _PORT_TAKEN):
                break
            if found := self._find():
                return found
        raise EmbeddedUnavailable(
            f"the embedded MongoDB does not start ({last_error(self._log) or f'exit status {status}'}); "
            f"its log is {self._log}"
        )

    def _adopt(self) -> Running:
        """Wait for the server that holds our folder: a starter that was killed may have left it starting."""
        deadline = time.monotonic() + _ADOPT_LIMIT_S
        while time.monotonic() < deadline:
            if found := self._find():
                return found
            time.sleep(0.1)
        raise EmbeddedUnavailable(f"another MongoDB holds {self._database} and does not answer")

    def _choose_port(self) -> int:
        """The remembered port while it is free, because the members of the set know each other by it.

        Written before the start, so that a server whose starter is killed can still be found.
        """
        port = self._remembered_port()
        if port is None or not is_free(port):
            port = free_port()
            self._port_file.write_text(f"{port}\n", encoding="ascii")
        return port

    def _remembered_port(self) -> int | None:
        port = _number(self._port_file)
        return port if port is not None and 0 < port < 65536 else None

    def _rotate(self, running: Running) -> None:
        if too_long(self._log):
            LocalNode(running.port).rotate_log()
            prune(self._log)

    def _wait_for_end(self, pid: int) -> None:
        deadline = time.monotonic() + _STOP_LIMIT_S
        while is_alive(pid):
            if time.monotonic() > deadline:
                raise EmbeddedUnavailable(f"the embedded MongoDB (process {pid}) does not stop")
            time.sleep(0.02)


def _number(file: Path) -> int | None:
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _uri(port: int) -> str:
    return f"mongodb://127.0.0.1:{port}/?replicaSet={mongod.REPLICA_SET}"
