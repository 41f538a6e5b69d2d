"""Gzip members: a WARC file compressed record by record is a row of them, and each can be read by itself."""

from __future__ import annotations

import zlib
from typing import BinaryIO

_BLOCK = 64 * 1024
_MAGIC = b"\x1f\x8b\x08"


class TornMemberError(Exception):
    """Raised by `read_member` where the file ends, or stops being gzip, within a member."""


def read_member(stream: BinaryIO, offset: int) -> tuple[bytes, int]:
    """Return the member at `offset`, decompressed, and its compressed length; (b"", 0) at the file's end."""
    stream.seek(offset)
    inflater = zlib.decompressobj(zlib.MAX_WBITS + 16)
    plain: list[bytes] = []
    taken = 0
    while not inflater.eof:
        block = stream.read(_BLOCK)
        if not block:
            if not taken:
                return b"", 0
            raise TornMemberError("the file ends within a record")
        taken += len(block)
        try:
            plain.append(inflater.decompress(block))
        except zlib.error as error:
            raise TornMemberError(f"the record is not readable ({error})") from error
    return b"".join(plain), taken - len(inflater.unused_data)


def next_member(stream: BinaryIO, offset: int) -> int | None:
    """Return where, at or after `offset`, the next bytes stand that begin a WARC record, or None."""
    position = offset
    while True:
        stream.seek(position)
        block = stream.read(_BLOCK)
        found = block.find(_MAGIC)
        if found >= 0:
            candidate = position + found
            if _begins_record(stream, candidate):
                return candidate
            position = candidate + 1
        elif len(block) < _BLOCK:
            return None
        else:
            position += len(block) - len(_MAGIC) + 1


def _begins_record(stream: BinaryIO, offset: int) -> bool:
    stream.seek(offset)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(stream.read(512), 5) == b"WARC/"
    except zlib.error:
        return False
