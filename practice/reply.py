"""What the portal answers to a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: `etag` and `modified` where a conditional request is allowed, `location` on redirects."""

    status: int
    body: bytes = b""
    media_type: str = HTML
    location: str | None = None
    etag: str | None = None
    modified: datetime | None = None
