"""Reading many documents without holding them all, with this room's errors."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

from pymongo.asynchronous.cursor import AsyncCursor

from storage.retry import translated, with_retry
from storage.types import AnyMapping, Collection, Document


async def stream(find: Callable[[], AsyncCursor[Document]]) -> AsyncIterator[Document]:
    """One document after the other. Raises `MongoUnavailable` when the connection fails on the way."""
    with translated():
        async with find() as cursor:
            async for doc in cursor:
                yield doc


async def gather(find: Callable[[], AsyncCursor[Document]]) -> list[Document]:
    """All documents of a query that is known to give few; asked again when the connection fails."""
    return await with_retry(lambda: find().to_list())


async def count(collection: Collection, query: AnyMapping) -> int:
    """How many documents fit; the whole collection's number comes from its metadata, at no cost."""
    if not query:
        return await with_retry(collection.estimated_document_count)
    return await with_retry(lambda: collection.count_documents(query))
