"""Pages for readers: an ordinary one, and one that keeps a reader busy."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.reading import PageSource

URL = "http://so-a.example/tin/so-a-tap-huan-12.html"
NOW = datetime(2024, 3, 6, tzinfo=UTC)
HEAD = "<html><body><h1>Sở A tập huấn cán bộ thư viện</h1><p>05/03/2024 08:15</p>"
PARAGRAPH = "<p>Sáng 5/3, Sở A mở lớp tập huấn cho bốn mươi cán bộ thư viện của mười hai huyện trong tỉnh.</p>"


def source(paragraphs: int = 3, *, urgent: bool = False) -> PageSource:
    body = (HEAD + PARAGRAPH * paragraphs).encode()
    return PageSource(body, URL, "text/html; charset=utf-8", NOW, urgent=urgent)


def heavy() -> PageSource:
    """4 MB, the largest that a crawl reads."""
    return source(4 * 1024 * 1024 // len(PARAGRAPH.encode()) - 1)
