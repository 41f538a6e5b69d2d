"""Documents as the pipelines hand them to the storage room."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

FETCHED = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


def article(number: int = 1, **changed: Any) -> dict[str, Any]:
    """A whole article that the schema takes; `changed` replaces fields, or adds them."""
    title = f"Thông báo số {number} về lịch tiếp công dân"
    body = ["Sở thông báo lịch tiếp công dân trong tháng.", "Địa điểm: trụ sở của Sở."]
    return {
        "_id": f"so-thu/{number}",
        "site": "so-thu",
        "province": "Tỉnh Thử",
        "department": "Sở Thử nghiệm",
        "url": f"https://so-thu.example/tin/{number}",
        "aliases": [],
        "title": title,
        "lead": body[0],
        "body": body,
        "text": "\n\n".join(body),
        "author": None,
        "source": None,
        "category": "Thông báo",
        "tags": [],
        "published_at": datetime(2026, 3, 1, 2, 0, tzinfo=UTC),
        "published_on": "2026-03-01",
        "published_precision": "minute",
        "published_raw": "01/03/2026 09:00",
        "published_source": "visible",
        "published_flags": [],
        "images": [{"url": "https://so-thu.example/anh.jpg", "caption": None, "credit": None}],
        "captions": [],
        "attachments": [{"url": "https://so-thu.example/lich.pdf", "text": "Lịch", "media_type": None}],
        "content_hash": f"hash-{number}",
        "fetched_at": FETCHED,
        "gone_at": None,
        "extractor": {"version": "1", "warnings": []},
        "snapshot": {"file": "so-thu/a.warc.gz", "offset": 0, "digest": "sha256:x"},
        "run_id": "run-1",
        "search_key": "thong bao lich tiep cong dan",
    } | changed
