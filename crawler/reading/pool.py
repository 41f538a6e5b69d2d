"""The reading processes of one crawling process."""

from __future__ import annotations

import asyncio
import os
from collections import deque

from crawler.reading.page import PageSource, Reading, read_page
from crawler.reading.process import Limits, ReaderProcess

# Two read faster than one crawling process fetches and stores. While one hands over, the other works.
MOST_PROCESSES = 2


def default_size() -> int:
    """Two processes, one where there is but one core: there it adds no speed, but no page can hold the crawl up."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST_PROCESSES, cores)


class ReaderPool:
    """Reads pages in `size` processes; 0 reads them in this one, without limits.

    A process is started when all others are busy. As many pages wait here as Scrapy has answers in hand, which it
    bounds by their bytes (SCRAPER_SLOT_MAX_ACTIVE_SIZE).
    """

    def __init__(self, size: int, limits: Limits | None = None) -> None:
        if size < 0:
            raise ValueError(f"READING_PROCESSES must be 0 or more, not {size}")
        self.processes = [ReaderProcess(limits or Limits()) for _ in range(size)]
        # The last one that became free first, so that the others are started only if they are needed.
        self._free = list(self.processes)
        self._urgent: deque[asyncio.Future[ReaderProcess]] = deque()
        self._waiting: deque[asyncio.Future[ReaderProcess]] = deque()

    def warm_up(self) -> None:
        """Start the first process, so that the first page does not wait for it."""
        if self.processes:
            self.processes[-1].start()

    async def read(self, source: PageSource) -> Reading:
        """The reading of a page. Raises PageUnread; without processes, whatever the reading raises."""
        if not self.processes:
            return read_page(source)
        process = self._free.pop() if self._free else await self._turn(source)
        try:
            return await process.read(source)
        finally:
            self._release(process)

    async def _turn(self, source: PageSource) -> ReaderProcess:
        turn: asyncio.Future[ReaderProcess] = asyncio.get_running_loop().create_future()
        (self._urgent if source.urgent else self._waiting).append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._release(turn.result())
            raise

    def _release(self, process: ReaderProcess) -> None:
        while queue := self._urgent or self._waiting:
            turn = queue.popleft()
            if not turn.done():
                turn.set_result(process)
                return
        self._free.append(process)

    def close(self) -> None:
        """End all processes; pages that are being read are lost to their readers."""
        for process in self.processes:
            process.close()


class SharedPool:
    """One pool for all the crawls of a process, from the first that opens it to the last that closes it."""

    def __init__(self) -> None:
        self._pool: ReaderPool | None = None
        self._users = 0

    def open(self, size: int) -> ReaderPool:
        """The pool, made with `size` processes if there is none."""
        if self._pool is None:
            self._pool = ReaderPool(size)
        self._users += 1
        return self._pool

    def close(self) -> None:
        """Give the pool back, once for each `open`."""
        self._users -= 1
        if not self._users and self._pool is not None:
            self._pool.close()
            self._pool = None
