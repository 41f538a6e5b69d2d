"""Content codings (RFC 9110, 8.4.1) undone, within a bound on what comes out."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import brotli

from storage.archive.errors import ContentTooLargeError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

CHUNK = 64 * 1024


def decode(body: bytes, content_encoding: str | None, max_bytes: int) -> tuple[bytes, bool]:
    """Undo a Content-Encoding header's codings, last first; also say whether all of them could be undone.

    A body that is not what its label says is returned as it is; of a body that was cut, what can be had.
    """
    labels = [label.strip().lower() for label in (content_encoding or "").split(",")]
    for label in reversed([label for label in labels if label not in ("", "identity")]):
        chunks = _CODINGS.get(label)
        plain = _collect(chunks(body), max_bytes) if chunks else None
        if plain is None:
            return body, False
        body = plain
    return body, True


def _collect(chunks: Iterator[bytes], max_bytes: int) -> bytes | None:
    """Join chunks; None where already the first cannot be decoded, which means that the label was wrong."""
    out = bytearray()
    started = False
    try:
        for chunk in chunks:
            started = True
            out += chunk
            if len(out) > max_bytes:
                raise ContentTooLargeError(f"the body is larger than {max_bytes} bytes when decompressed")
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError):
        if not started:
            return None
    return bytes(out)


def _inflate(body: bytes, wbits: int) -> Iterator[bytes]:
    while body:
        inflater = zlib.decompressobj(wbits)
        yield inflater.decompress(body, CHUNK)
        while inflater.unconsumed_tail and not inflater.eof:
            yield inflater.decompress(inflater.unconsumed_tail, CHUNK)
        # A gzip body may be several members; zero bytes after the last are padding.
        body = inflater.unused_data.lstrip(b"\0") if wbits > zlib.MAX_WBITS else b""


def _gunzip(body: bytes) -> Iterator[bytes]:
    return _inflate(body, zlib.MAX_WBITS + 16)


def _deflate(body: bytes) -> Iterator[bytes]:
    """Undo "deflate": zlib by the standard, but some servers send the bare stream."""
    try:
        zlib.decompressobj().decompress(body, 1)
    except zlib.error:
        return _inflate(body, -zlib.MAX_WBITS)
    return _inflate(body, zlib.MAX_WBITS)


def _unbrotli(body: bytes) -> Iterator[bytes]:
    decompressor = brotli.Decompressor()
    chunk = decompressor.process(body, output_buffer_limit=CHUNK)
    while chunk:
        yield chunk
        chunk = b"" if decompressor.is_finished() else decompressor.process(b"", output_buffer_limit=CHUNK)


def _unzstd(body: bytes) -> Iterator[bytes]:
    stream = zstd.ZstdFile(BytesIO(body))
    while chunk := stream.read1(CHUNK):
        yield chunk


_CODINGS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
