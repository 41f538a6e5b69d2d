"""HTTP messages as a WARC record holds them (RFC 9112 syntax), to bytes and back."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders

Headers = list[tuple[bytes, bytes]]

# A record outlives the session that made it, so what authorises a request is not written down.
SECRET_HEADERS = frozenset({b"authorization", b"proxy-authorization", b"cookie"})

# The archive holds the body with its transfer coding undone, so the headers that describe the transfer are
# kept under another name (the convention of Webrecorder's tools), and readers are not misled.
_ORIGINAL = b"x-orig-"


class HttpHead(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """A message's first line and headers. Bytes beyond ASCII stay; warcio would percent-encode them."""

    def to_ascii_bytes(self, header_filter: object = None) -> bytes:
        """Return the head as bytes, its final empty line included; warcio calls it by this name."""
        text: str = self.to_str(header_filter)
        return text.encode("latin-1") + b"\r\n"


def response_head(status: int, reason: str, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> HttpHead:
    """Return a response's head that is true of `body`: no transfer coding, the right Content-Length."""
    line = f"{status} {_one_line(reason.encode('utf-8')).decode('latin-1')}"
    return HttpHead(line, _fitted(headers, body), protocol="HTTP/1.1")


def request_head(method: str, url: str, headers: Iterable[tuple[bytes, bytes]]) -> HttpHead:
    """Return a request's head, without the headers that authorise it, with a Host header in any case."""
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    kept = [(name, _one_line(value)) for name, value in headers if name.lower() not in SECRET_HEADERS]
    if not any(name.lower() == b"host" for name, _ in kept):
        kept.insert(0, (b"Host", parts.netloc.rpartition("@")[2].encode("ascii", "replace")))
    return HttpHead(f"{method} {target} HTTP/1.1", kept, is_http_request=True)


def parse_message(block: bytes) -> tuple[bytes, Headers, bytes]:
    """Split an HTTP message into first line, headers and body. ValueError where it has no head."""
    head, separator, body = block.partition(b"\r\n\r\n")
    if not separator:
        raise ValueError("no empty line ends the HTTP headers")
    first, *lines = head.split(b"\r\n")
    headers = []
    for line in lines:
        name, _, value = line.partition(b":")
        headers.append((name.strip(), value.strip()))
    return first, headers, body


def header(headers: Headers, name: bytes) -> bytes | None:
    """Return the first value of a header; names are compared without case."""
    return next((value for key, value in headers if key.lower() == name), None)


def _fitted(headers: Iterable[tuple[bytes, bytes]], body: bytes) -> Headers:
    kept: Headers = []
    length = str(len(body)).encode()
    for name, value in headers:
        lowered = name.lower()
        # The answer to HEAD and a 304 rightly state the length of a body that they do not carry.
        misleading = lowered == b"transfer-encoding" or (lowered == b"content-length" and body and value != length)
        kept.append((_ORIGINAL + lowered if misleading else name, _one_line(value)))
    if body and header(kept, b"content-length") is None:
        kept.append((b"Content-Length", length))
    return kept


def _one_line(value: bytes) -> bytes:
    return value.replace(b"\r", b" ").replace(b"\n", b" ").strip()
