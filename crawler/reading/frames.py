"""Values between a crawl and its reading processes: eight bytes of length, then a pickle.

Both ends are this program, joined by a socket that nobody else has, so unpickling trusts nobody.
"""

from __future__ import annotations

import pickle
import struct
from asyncio import StreamReader
from io import BufferedRWPair
from typing import Any

_LENGTH = struct.Struct(">Q")


def encode(value: object) -> bytes:
    """Return `value` as a frame."""
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(content)) + content


def read_frame(stream: BufferedRWPair) -> Any:
    """Return the next value; EOFError where the other end is gone."""
    return pickle.loads(_exactly(stream, _LENGTH.unpack(_exactly(stream, _LENGTH.size))[0]))  # noqa: S301 – see above


async def receive_frame(stream: StreamReader) -> Any:
    """Return the next value; EOFError (asyncio.IncompleteReadError) where the other end is gone."""
    (length,) = _LENGTH.unpack(await stream.readexactly(_LENGTH.size))
    return pickle.loads(await stream.readexactly(length))  # noqa: S301 – see above


def _exactly(stream: BufferedRWPair, length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content
