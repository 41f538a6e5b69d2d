"""The place of one archived response, as articles, the frontier and the index refer to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Where a response is archived, and what it was.

    `file` is relative to the archive's folder, with "/" between its parts. `offset` and `length` count bytes
    of the compressed record. `digest` is the WARC-Payload-Digest: "sha256:" and base32, over the body as
    received. `fetched_at` is an aware UTC instant.
    """

    file: str
    offset: int
    length: int
    digest: str
    url: str
    fetched_at: datetime
    status: int
    content_type: str | None
    method: str = "GET"
