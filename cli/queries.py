"""Short questions to the database from the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pymongo.asynchronous.database import AsyncDatabase

from storage.locate import mongodb_uri
from storage.setup import opened

T = TypeVar("T")


def ask(question: Callable[[AsyncDatabase[dict[str, Any]]], Awaitable[T]]) -> T:
    """Connect, bring the database up to date, ask, and close."""

    async def asked() -> T:
        async with opened(mongodb_uri()) as db:
            return await question(db)

    return asyncio.run(asked())
