"""Short questions to the database from the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pymongo.asynchronous.database import AsyncDatabase

from storage.client import connect, database, ping
from storage.locate import mongodb_uri
from storage.setup import prepare

T = TypeVar("T")


def ask(question: Callable[[AsyncDatabase[dict[str, Any]]], Awaitable[T]]) -> T:
    """Connect, bring the database up to date, ask, and close."""

    async def asked() -> T:
        client = connect(mongodb_uri())
        try:
            await ping(client)
            db = database(client)
            await prepare(db)
            return await question(db)
        finally:
            await client.close()

    return asyncio.run(asked())
