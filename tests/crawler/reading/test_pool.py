from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.reading import PageUnread, ReaderPool, SharedPool, read_page
from crawler.reading.failure import ReadingFailure
from crawler.reading.process import Limits, ReaderProcess, failed
from tests.command import ROOT
from tests.crawler.reading.pages import heavy, source

PATIENCE_S = 20


@asynccontextmanager
async def pool(size: int = 1, limits: Limits | None = None) -> AsyncIterator[ReaderPool]:
    readers = ReaderPool(size, limits)
    try:
        yield readers
    finally:
        readers.close()


async def test_pool_reads_as_the_crawling_process_does() -> None:
    wanted = replace(source(), explore=True)
    async with pool() as readers:
        assert await readers.read(wanted) == read_page(wanted)


async def test_pool_of_no_processes_reads_here() -> None:
    async with pool(0) as readers:
        assert await readers.read(source()) == read_page(source())


def test_pool_of_a_negative_size_is_refused() -> None:
    with pytest.raises(ValueError, match=r"READING_PROCESSES.*-1"):
        ReaderPool(-1)


async def test_page_that_takes_too_long_is_excluded_and_the_next_one_is_read() -> None:
    async with pool(limits=Limits(cpu_seconds=0.1)) as readers:
        with pytest.raises(PageUnread) as caught:
            await readers.read(heavy())
        assert (caught.value.state, caught.value.reason) == ("excluded", "too_slow")
        assert (await readers.read(source())).kind == "article"


async def test_time_between_pages_does_not_count() -> None:
    async with pool(limits=Limits(cpu_seconds=0.5)) as readers:
        for _ in range(40):
            assert (await readers.read(source(1000))).kind == "article"


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory works on Linux only")
async def test_page_that_takes_too_much_memory_ends_and_the_next_one_is_read() -> None:
    async with pool(limits=Limits(memory_bytes=100_000_000)) as readers:
        # Python's own allocations say what they lack; the parser's do not.
        with pytest.raises(PageUnread, match=r"too_much_memory|error:|reader_died|too_slow"):
            await readers.read(heavy())
        assert (await readers.read(source())).kind == "article"


def test_lack_of_memory_excludes_a_page() -> None:
    unread = failed("http://so-a.example/", ReadingFailure("MemoryError", ""))
    assert (unread.state, unread.reason) == ("excluded", "too_much_memory")


async def test_error_of_a_reading_is_told_by_its_name() -> None:
    async with pool() as readers:
        with pytest.raises(PageUnread) as caught:
            await readers.read(replace(source(), url=None))  # type: ignore[arg-type]
        assert caught.value.state == "failed"
        assert caught.value.reason.startswith("error:")
        assert (await readers.read(source())).kind == "article"


async def test_page_whose_reader_is_killed_fails_and_the_next_one_is_read() -> None:
    async with pool() as readers:
        reading = asyncio.ensure_future(readers.read(heavy()))
        while readers.processes[0].pid is None:
            await asyncio.sleep(0.01)
        os.kill(readers.processes[0].pid, signal.SIGKILL)
        with pytest.raises(PageUnread) as caught:
            await reading
        assert (caught.value.state, caught.value.reason) == ("failed", "reader_died")
        assert (await readers.read(source())).kind == "article"


async def test_reader_outlives_the_signals_that_end_a_crawl_in_order() -> None:
    async with pool() as readers:
        await readers.read(source())
        before = readers.processes[0].pid
        assert before is not None
        for number in (signal.SIGINT, signal.SIGTERM):
            os.kill(before, number)
        assert (await readers.read(source())).kind == "article"
        assert readers.processes[0].pid == before


async def test_large_page_does_not_hold_the_event_loop_up() -> None:
    async with pool() as readers:
        await readers.read(source())
        reading = asyncio.ensure_future(readers.read(heavy()))
        began = time.thread_time()
        ticks = 0
        while not reading.done():
            await asyncio.sleep(0.005)
            ticks += 1
        await reading
        own, alone = time.thread_time() - began, _cpu_of_reading_here()
    assert ticks > 3
    assert own < alone / 2, "the crawling process only hands over"


def _cpu_of_reading_here() -> float:
    began = time.thread_time()
    read_page(heavy())
    return time.thread_time() - began


async def test_urgent_page_is_read_before_others_that_wait() -> None:
    order: list[str] = []

    async def read(readers: ReaderPool, name: str, *, urgent: bool = False) -> None:
        await readers.read(source(urgent=urgent))
        order.append(name)

    async with pool() as readers:
        await asyncio.gather(
            read(readers, "first"), read(readers, "second"), read(readers, "third"), read(readers, "list", urgent=True)
        )
    assert order == ["first", "list", "second", "third"]


async def test_second_process_starts_only_when_the_first_is_busy() -> None:
    async with pool(2) as readers:
        await readers.read(source())
        await readers.read(source())
        assert [process.pid is not None for process in readers.processes] == [False, True]
        await asyncio.gather(readers.read(source()), readers.read(source()))
        assert all(process.pid is not None for process in readers.processes)


async def test_cancelled_page_leaves_the_reader_to_the_next() -> None:
    async with pool() as readers:
        busy = asyncio.ensure_future(readers.read(heavy()))
        waiting = asyncio.ensure_future(readers.read(source()))
        await asyncio.sleep(0.05)
        waiting.cancel()
        busy.cancel()
        await asyncio.gather(busy, waiting, return_exceptions=True)
        assert (await readers.read(source(2))).article.body == read_page(source(2)).article.body


CRAWL = """
import asyncio, os, sys
from crawler.reading import ReaderPool
from tests.crawler.reading.pages import heavy, source
async def main():
    readers = ReaderPool(2)
    await asyncio.gather(readers.read(source()), readers.read(source()))
    print(*(process.pid for process in readers.processes), flush=True)
    await readers.read(heavy())
    await asyncio.sleep(60)
asyncio.run(main())
"""


async def test_page_cancelled_while_its_reader_ends_leaves_the_reader_to_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with pool() as readers:
        await readers.read(source())
        asked = threading.Event()

        def status(_self: ReaderProcess) -> None:
            asked.set()
            time.sleep(0.3)

        monkeypatch.setattr(ReaderProcess, "_status", status)
        pid = readers.processes[0].pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        reading = asyncio.create_task(readers.read(source()))
        await asyncio.to_thread(asked.wait, PATIENCE_S)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert (await readers.read(source())).kind == "article"


def test_readers_end_with_a_crawl_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", CRAWL], cwd=ROOT, stdout=subprocess.PIPE, text=True) as crawl:
        assert crawl.stdout is not None
        readers = [int(pid) for pid in crawl.stdout.readline().split()]
        crawl.kill()
    assert len(readers) == 2
    ends = time.monotonic() + PATIENCE_S
    while any(_runs(pid) for pid in readers):
        assert time.monotonic() < ends, f"still running: {readers}"
        time.sleep(0.02)


def _runs(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits for its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def test_shared_pool_lives_until_its_last_user_is_gone() -> None:
    shared = SharedPool()
    first, second = shared.open(1), shared.open(1)
    assert first is second
    await first.read(source())
    shared.close()
    assert first.processes[0].pid is not None
    shared.close()
    assert first.processes[0].pid is None
    assert shared.open(1) is not first
    shared.close()
