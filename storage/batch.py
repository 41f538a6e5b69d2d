"""Many small writes as few large ones: a bulk of 100 is ten times as fast as 100 single upserts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class BatchWriter(Generic[T, R]):
    """Gathers what is submitted, writes it in batches, and gives each submitter its own result.

    `flush` takes a batch and gives one result an item, in order. An exception in the place of a result is
    raised to that item's submitter only; one that `flush` itself raises goes to every submitter of the batch.
    A batch goes out when it has `size` items, or `delay_s` after its first item or the batch before.
    Batches never overlap, so that two items for one document are written in the order in which they came.
    """

    def __init__(
        self,
        flush: Callable[[list[T]], Awaitable[Sequence[R | Exception]]],
        size: int = 100,
        delay_s: float = 0.2,
    ) -> None:
        if size < 1:
            raise ValueError(f"size must be at least 1, not {size}")
        self._flush = flush
        self._size = size
        self._delay_s = delay_s
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._full = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None
        self._closed = False

    async def submit(self, item: T) -> R:
        """The result of `item`, once its batch is acknowledged. Raises what the write raised."""
        if self._closed:
            raise RuntimeError("the batch writer is closed")
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if len(self._waiting) >= self._size:
            self._full.set()
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        return await future

    async def close(self) -> None:
        """Write what is waiting, without delay, and take nothing more. May be called twice."""
        self._closed = True
        self._full.set()
        if self._worker is not None:
            await asyncio.wait({self._worker})

    async def _work(self) -> None:
        while self._waiting:
            await self._until_due()
            batch, self._waiting = self._waiting[: self._size], self._waiting[self._size :]
            if not self._closed and len(self._waiting) < self._size:
                self._full.clear()
            await self._write(batch)

    async def _until_due(self) -> None:
        try:
            await asyncio.wait_for(self._full.wait(), self._delay_s)
        except TimeoutError:
            return

    async def _write(self, batch: list[tuple[T, asyncio.Future[R]]]) -> None:
        items = [item for item, _ in batch]
        # Whatever `flush` raises is a value here, to be handed to the submitters.
        [outcome] = await asyncio.gather(self._flush(items), return_exceptions=True)
        results = [outcome] * len(batch) if isinstance(outcome, BaseException) else outcome
        _deliver([future for _, future in batch], results)


def _deliver(futures: list[asyncio.Future[R]], results: Sequence[R | BaseException]) -> None:
    wrong = RuntimeError(f"flush gave {len(results)} results for {len(futures)} items")
    fitting = results if len(results) == len(futures) else [wrong] * len(futures)
    for future, result in zip(futures, fitting, strict=True):
        if future.done():
            continue  # the submitter was cancelled and waits no more; its item is written all the same
        if isinstance(result, asyncio.CancelledError):
            future.cancel()
        elif isinstance(result, BaseException):
            future.set_exception(result)
        else:
            future.set_result(result)
