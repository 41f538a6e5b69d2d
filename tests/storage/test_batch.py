from __future__ import annotations

import asyncio
import time

import pytest

from storage.articles import Articles, Outcome
from storage.batch import BatchWriter
from storage.errors import DocumentRefused
from storage.types import Database
from tests.storage.documents import article


class Flush:
    """Doubles numbers, and remembers the batches in which they came."""

    def __init__(self, pause_s: float = 0.0) -> None:
        self.batches: list[list[int]] = []
        self.running = 0
        self._pause_s = pause_s

    async def __call__(self, items: list[int]) -> list[int | Exception]:
        assert self.running == 0, "batches must not overlap"
        self.running += 1
        await asyncio.sleep(self._pause_s)
        self.running -= 1
        self.batches.append(items)
        return [item * 2 for item in items]


async def test_submit_gives_each_its_own_result() -> None:
    flush = Flush()
    writer = BatchWriter(flush, size=10, delay_s=0.01)
    assert await asyncio.gather(*map(writer.submit, range(25))) == [item * 2 for item in range(25)]
    assert [len(batch) for batch in flush.batches] == [10, 10, 5]
    assert [item for batch in flush.batches for item in batch] == list(range(25))


async def test_submit_full_batch_goes_out_at_once() -> None:
    writer = BatchWriter(Flush(), size=3, delay_s=60)
    assert await asyncio.wait_for(asyncio.gather(*map(writer.submit, range(3))), 5) == [0, 2, 4]


async def test_submit_single_item_waits_for_the_delay_only() -> None:
    writer = BatchWriter(Flush(), size=100, delay_s=0.05)
    before = time.monotonic()
    assert await asyncio.wait_for(writer.submit(4), 5) == 8
    assert time.monotonic() - before >= 0.04
    assert await asyncio.wait_for(writer.submit(5), 5) == 10


async def test_submit_during_a_flush_goes_into_the_next_batch() -> None:
    flush = Flush(pause_s=0.05)
    writer = BatchWriter(flush, size=2, delay_s=0.01)
    first = [asyncio.create_task(writer.submit(item)) for item in (1, 2)]
    await asyncio.sleep(0.02)
    assert await asyncio.gather(*map(writer.submit, (3, 4, 5)), *first) == [6, 8, 10, 2, 4]
    assert flush.batches == [[1, 2], [3, 4], [5]]


async def test_submit_returns_only_after_the_flush_has_ended() -> None:
    gate = asyncio.Event()

    async def flush(items: list[int]) -> list[int]:
        await gate.wait()
        return items

    task = asyncio.create_task(BatchWriter(flush, size=1).submit(1))
    await asyncio.sleep(0.05)
    assert not task.done()
    gate.set()
    assert await asyncio.wait_for(task, 5) == 1


async def test_submit_error_of_the_batch_goes_to_everyone_and_the_next_batch_works() -> None:
    async def flush(items: list[int]) -> list[int]:
        if 0 in items:
            raise OSError("gone")
        return items

    writer = BatchWriter(flush, size=3, delay_s=0.01)
    results = await asyncio.gather(*map(writer.submit, range(6)), return_exceptions=True)
    assert [type(result) for result in results] == [OSError] * 3 + [int] * 3


async def test_submit_error_of_one_item_goes_to_its_submitter_only() -> None:
    async def flush(items: list[int]) -> list[int | Exception]:
        return [ValueError("odd") if item % 2 else item for item in items]

    writer = BatchWriter(flush, size=4)
    results = await asyncio.gather(*map(writer.submit, range(4)), return_exceptions=True)
    assert [type(result) for result in results] == [int, ValueError, int, ValueError]


async def test_submit_wrong_number_of_results_is_an_error() -> None:
    async def flush(items: list[int]) -> list[int]:
        return items[1:]

    with pytest.raises(RuntimeError, match="1 results for 2 items"):
        await asyncio.gather(*map(BatchWriter(flush, size=2).submit, (1, 2)))


async def test_submit_cancelled_waiter_does_not_hurt_the_others() -> None:
    flush = Flush(pause_s=0.05)
    writer = BatchWriter(flush, size=2)
    impatient, patient = (asyncio.create_task(writer.submit(item)) for item in (1, 2))
    await asyncio.sleep(0.02)
    impatient.cancel()
    assert await patient == 4
    assert flush.batches == [[1, 2]]


async def test_submit_cancelled_flush_cancels_the_waiters() -> None:
    async def flush(items: list[int]) -> list[int]:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await BatchWriter(flush, size=1).submit(1)


async def test_close_writes_what_waits_and_takes_no_more() -> None:
    flush = Flush()
    writer = BatchWriter(flush, size=2, delay_s=60)
    waiting = [asyncio.create_task(writer.submit(item)) for item in range(5)]
    await asyncio.sleep(0)
    await asyncio.wait_for(writer.close(), 5)
    assert await asyncio.gather(*waiting) == [0, 2, 4, 6, 8]
    with pytest.raises(RuntimeError, match="closed"):
        await writer.submit(9)
    await writer.close()


async def test_close_unused_writer_is_fine() -> None:
    await BatchWriter(Flush()).close()


def test_batch_writer_size_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="0"):
        BatchWriter(Flush(), size=0)


async def test_submit_articles_is_stored_once_it_returns(db: Database) -> None:
    articles = Articles(db)
    writer: BatchWriter[dict[str, object], Outcome] = BatchWriter(articles.upsert_batch, size=3)
    docs = [article(1), article(2, title=None), article(3)]
    first, second, third = await asyncio.gather(*map(writer.submit, docs), return_exceptions=True)
    assert (first, third) == ("new", "new")
    assert isinstance(second, DocumentRefused)
    assert await articles.count("so-thu") == 2
