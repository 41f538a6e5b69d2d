"""The connection: one client for each process, acknowledged writes, errors in plain sentences."""

from __future__ import annotations

import asyncio
import re
import warnings

from pymongo import AsyncMongoClient
from pymongo.errors import PyMongoError

from storage.errors import AddressInvalid, MongoUnavailable, StorageRefused
from storage.retry import translated, with_retry
from storage.types import Client, Database

__all__ = [
    "DATABASE",
    "MongoUnavailable",
    "StorageRefused",
    "connect",
    "database",
    "ping",
    "redact",
    "with_retry",
]

DATABASE = "sotin"
PING_LIMIT_S = 9.0
_CREDENTIALS = re.compile(r"^([\w+.-]+://)?.*@", re.DOTALL)


def redact(uri: str) -> str:
    """`uri` without the user name and the password.

    Everything from the scheme to the last `@` goes, so a password that holds an unescaped `@` or `/` goes too.
    """
    return _CREDENTIALS.sub(r"\1", uri)


def connect(uri: str, timeout_s: float = 5.0) -> Client:
    """A client for `uri`; contacts nobody yet. Datetimes come back aware, in UTC.

    `timeout_s` bounds the search for a server and each connection. Raises `AddressInvalid` where `uri` is no
    MongoDB address.
    """
    milliseconds = int(timeout_s * 1000)
    try:
        # The driver only warns of options that it does not know, and goes on without them.
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            return _client(uri, milliseconds)
    except (PyMongoError, ValueError, TypeError, UserWarning) as error:
        # The driver's own text may quote a piece of the address, so it stays out of sentence and chain.
        reason = "unknown option" if isinstance(error, UserWarning) else type(error).__name__
        raise AddressInvalid(f"not a MongoDB address: {redact(uri)} ({reason})") from None


def _client(uri: str, milliseconds: int) -> Client:
    return AsyncMongoClient(
        uri,
        tz_aware=True,
        w="majority",
        journal=True,
        retryWrites=True,
        serverSelectionTimeoutMS=milliseconds,
        connectTimeoutMS=milliseconds,
        appname="sotin",
    )


def database(client: Client) -> Database:
    """The database that the address names in its path, else `sotin`."""
    return client.get_default_database(DATABASE)


async def ping(client: Client) -> None:
    """Make sure, within 10 s, that the database answers and lets us in.

    Listing collections is asked instead of `ping`, which a server answers to strangers too. Raises
    `MongoUnavailable` or `StorageRefused`.
    """
    try:
        async with asyncio.timeout(PING_LIMIT_S):
            with translated():
                await database(client).list_collection_names()
    except TimeoutError:
        raise MongoUnavailable(f"MongoDB does not answer within {PING_LIMIT_S:g} s") from None
