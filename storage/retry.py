"""Which errors of the driver pass with time, and what the others are called."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from pymongo.errors import (
    BulkWriteError,
    ConfigurationError,
    ConnectionFailure,
    ExecutionTimeout,
    OperationFailure,
    PyMongoError,
    WTimeoutError,
)

from storage.errors import MongoUnavailable, StorageRefused

T = TypeVar("T")

FIRST_PAUSE_S = 0.2
# Unauthorized, AuthenticationFailed, and what hosted servers answer to a wrong password.
_NO_ENTRY = frozenset({13, 18, 8000})
# A server that shuts down, steps down or recovers may say so of each write of a batch.
_MOVING = frozenset({6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436})
# asyncio's own words, with the number of the error and the address a second time.
_CONNECT_FAILED = re.compile(r"\[Errno \d+\] Connect call failed \(.*?\)")


def passes_with_time(error: PyMongoError) -> bool:
    """Whether `error` is one of connection or time, so that the same call may succeed a moment later."""
    if isinstance(error, BulkWriteError):
        refused = error.details.get("writeErrors") or []
        unacknowledged = bool(error.details.get("writeConcernErrors")) and not refused
        return unacknowledged or any(found.get("code") in _MOVING for found in refused)
    if isinstance(error, ConnectionFailure | ExecutionTimeout | WTimeoutError):
        return True
    return error.has_error_label("RetryableWriteError")


def _sentence(error: PyMongoError) -> str:
    """The first clause of the driver's message: it repeats itself, with topology and timeouts, after that."""
    cause = str(error).partition(" (configured timeouts")[0].partition(", Timeout:")[0].strip()
    plain = _CONNECT_FAILED.sub("nobody answers", cause)
    return f"MongoDB cannot be reached: {plain or type(error).__name__}"


@contextmanager
def translated() -> Iterator[None]:
    """Raise this room's errors in the place of the driver's, where they are of connection, time or rights."""
    try:
        yield
    except PyMongoError as error:
        if passes_with_time(error):
            raise MongoUnavailable(_sentence(error)) from error
        if isinstance(error, OperationFailure) and error.code in _NO_ENTRY:
            reason = (error.details or {}).get("errmsg", "no reason given")
            raise StorageRefused(f"MongoDB refuses access: {reason}") from error
        if isinstance(error, ConfigurationError):
            raise StorageRefused(f"the MongoDB address does not work: {error}") from error
        raise


async def with_retry(op: Callable[[], Awaitable[T]], attempts: int = 3) -> T:
    """The result of `op`, called again after a pause when the connection fails, at most `attempts` times.

    `op` must be idempotent. Three attempts of 5 s each outlast the election of a new primary (about 12 s).
    Raises `MongoUnavailable` after the last one; any other error at once.
    """
    for attempt in range(attempts - 1):
        try:
            with translated():
                return await op()
        except MongoUnavailable:
            await asyncio.sleep(FIRST_PAUSE_S * 4**attempt)
    with translated():
        return await op()
