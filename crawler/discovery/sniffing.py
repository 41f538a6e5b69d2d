"""What a response is by its first bytes: portals label feeds `text/html` and pages `text/xml`."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from typing import Literal

Content = Literal["html", "feed", "sitemap", "xml", "document", "image", "text", "empty", "other"]

LARGEST_XML = 60 * 1024 * 1024  # the sitemap protocol allows 50 MiB, unpacked
MAGIC = (
    (b"%PDF-", "document"),
    (b"PK\x03\x04", "document"),
    (b"\xd0\xcf\x11\xe0", "document"),
    (b"Rar!", "document"),
    (b"7z\xbc\xaf", "document"),
    (b"{\\rtf", "document"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
)
ROOTS = {
    b"rss": "feed",
    b"feed": "feed",
    b"rdf": "feed",
    b"urlset": "sitemap",
    b"sitemapindex": "sitemap",
    b"html": "html",
}
ROOT = re.compile(rb"<(?:[a-z0-9_]+:)?([a-z][a-z0-9]*)[\s>/:]", re.IGNORECASE)
# What is not closed lasts to the end, lest each further opening be tried again.
PROLOGUE = re.compile(
    rb"<\?.*?(?:\?>|\Z)|<!--.*?(?:-->|\Z)|<!doctype[^>\[]*(?:\[.*?(?:\]|\Z))?[^>]*(?:>|\Z)", re.IGNORECASE | re.DOTALL
)


def sniff(body: bytes, content_type: str = "") -> Content:
    """Say what a body is, by its bytes first and by its label second."""
    head = unpack(body, 65536)[:65536].lstrip(b"\xef\xbb\xbf\x00 \t\r\n") if body else b""
    if not head:
        return "empty"
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return kind  # type: ignore[return-value]
    label = content_type.partition(";")[0].strip().lower()
    if head.startswith(b"<"):
        root = ROOT.search(PROLOGUE.sub(b"", head))
        name = root[1].lower() if root else b""
        if name in ROOTS:
            return ROOTS[name]  # type: ignore[return-value]
        return "xml" if head.startswith(b"<?xml") and "html" not in label else "html"
    return _by_label(label)


def _by_label(label: str) -> Content:
    if label in ("text/html", "application/xhtml+xml"):
        return "html"
    if label.startswith("image/"):
        return "image"
    if label.startswith("text/"):
        return "text"
    return "document" if re.search(r"pdf|msword|officedocument|excel|powerpoint|zip|rar", label) else "other"


def unpack(body: bytes, largest: int = LARGEST_XML) -> bytes:
    """Unpack a gzip body, up to `largest` bytes; a body that is not gzip, or broken, comes back as it is.

    A truncated archive gives what could be read.
    """
    if not body.startswith(b"\x1f\x8b"):
        return body
    pieces = []
    left = largest
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as stream:
            while left > 0 and (piece := stream.read1(min(left, 65536))):
                pieces.append(piece)
                left -= len(piece)
    except (EOFError, OSError, zlib.error):
        if not pieces:
            return body
    return b"".join(pieces)
