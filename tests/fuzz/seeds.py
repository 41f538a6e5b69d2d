"""The pages that are mutated: those of the other tests, and a few that hold what they lack."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
FOLDERS = ("portals", "crawler/extraction/pages", "fuzz/worst")
# Mutations of small pages find as much in less time.
LARGEST = 9_000

BARE = (
    "",
    "Chỉ có một dòng chữ, không thẻ nào, đăng ngày 02/03/2026.",
    "<title>Sở Thử nghiệm</title><h1>Mở lớp dạy đan lát cho bà con xóm Chài</h1><p>15/05/2025 08:30<p>" + "Chữ. " * 60,
    "<frameset cols=20%,*><frame src=menu.asp><frame src=tin.asp></frameset><noframes>Trình duyệt cũ</noframes>",
    "<html><body><pre>Thông báo\n\nNgày 01/02/2024\n  - Mục một\n  - Mục hai\n</pre></body></html>",
)


@cache
def seeds() -> tuple[str, ...]:
    """The pages as text, in an order that does not change."""
    files = [file for folder in FOLDERS for file in sorted((TESTS / folder).rglob("*.html"))]
    pages = (file.read_bytes().decode("utf-8", "replace") for file in files if file.stat().st_size <= LARGEST)
    return (*BARE, *pages)
