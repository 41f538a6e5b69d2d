"""The crawl's end of one reading process."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from crawler.reading.errors import PageUnread
from crawler.reading.failure import ReadingFailure
from crawler.reading.frames import encode, receive_frame
from crawler.reading.page import PageSource, Reading

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parents[2]
# A reader that does not answer although it has CPU time left hangs, or the machine does.
CLOCK_SECONDS = 300.0
ENDING_SECONDS = 5.0
_BUFFER = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take: seconds of CPU time, and bytes of address space of the process that reads it.

    An ordinary page takes some milliseconds; one of 4 MB, the largest that is read, stays far below both.
    """

    cpu_seconds: float = 10.0
    memory_bytes: int = 1024 * 1024 * 1024


class ReaderProcess:
    """One process, started when it is first needed, and again after a page was its end."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter | None = None

    @property
    def pid(self) -> int | None:
        """The process's number; None while there is none."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process unless it runs; returns before it is ready."""
        if self._process is not None:
            return
        ours, theirs = socket.socketpair()
        with theirs:
            limits = (str(self._limits.cpu_seconds), str(self._limits.memory_bytes))
            self._process = subprocess.Popen(  # noqa: S603 – our own program
                [sys.executable, "-m", "crawler.reading.worker", str(theirs.fileno()), *limits],
                cwd=PROJECT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        ours.setblocking(False)
        self._socket = ours

    async def read(self, source: PageSource) -> Reading:
        """The reading of one page; PageUnread where there is none. One call at a time."""
        self.start()
        try:
            async with asyncio.timeout(CLOCK_SECONDS):
                answer = await self._exchange(source)
        except (EOFError, ConnectionError, TimeoutError):
            raise await self._ended(source.url) from None
        except BaseException:
            # Whoever asked waits no more, and the answer of this page must not become that of the next.
            self.close()
            raise
        if isinstance(answer, ReadingFailure):
            self.close()
            raise failed(source.url, answer)
        reading: Reading = answer
        return reading

    async def _exchange(self, source: PageSource) -> Reading | ReadingFailure:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(sock=self._socket, limit=_BUFFER)
        self._writer.write(encode(source))
        await self._writer.drain()
        answer: Reading | ReadingFailure = await receive_frame(self._reader)
        return answer

    async def _ended(self, url: str) -> PageUnread:
        try:
            status = await asyncio.to_thread(self._status)
        finally:
            self.close()
        if status == -signal.SIGPROF:
            logger.warning("%s: not read within %g s of CPU time", url, self._limits.cpu_seconds)
            return PageUnread(url, "excluded", "too_slow")
        logger.error("%s: the process that read it ended (%s)", url, status)
        return PageUnread(url, "failed", "reader_died")

    def _status(self) -> int | None:
        """What the process ended with; None for one that hangs."""
        try:
            return self._process.wait(ENDING_SECONDS) if self._process else None
        except subprocess.TimeoutExpired:
            return None

    def close(self) -> None:
        """End the process; it holds nothing that would be lost. May be called twice."""
        if self._writer is not None:
            self._writer.transport.abort()
        elif self._socket is not None:
            self._socket.close()
        process, self._process, self._socket, self._writer = self._process, None, None, None
        if process is not None:
            process.kill()
            process.wait()


def failed(url: str, failure: ReadingFailure) -> PageUnread:
    """What an error of the reading means for its page."""
    if failure.name == MemoryError.__name__:
        logger.warning("%s: not read within the memory of its reader", url)
        return PageUnread(url, "excluded", "too_much_memory")
    logger.error("%s: reading it failed\n%s", url, failure.trace)
    return PageUnread(url, "failed", f"error:{failure.name}")
