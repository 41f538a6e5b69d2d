from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.extraction.gold import GoldPage, load

PAGE = """<html><head><title>Cổng thông tin</title><style>p {color: red}</style></head><body>
<ul><li>Trang chủ</li><li>Liên hệ đường dây nóng của Sở</li></ul>
<h1>Khai giảng lớp tập huấn ghi chép sổ ong</h1>
<p>Sáng nay, ba mươi hộ nuôi ong ở xã Lũng Mây đã đến lớp.</p>
<p>Mỗi hộ nhận một cuốn sổ để ghi ngày quay mật.</p>
<p>Tin nổi bật trong tuần qua của tỉnh</p></body></html>"""

LABELS = {
    "url": "https://so.example/tin/1",
    "kind": "article",
    "fetched_at": None,
    "title": "Khai giảng lớp tập huấn ghi chép sổ ong",
    "published_at": "2024-05-06T07:08:00+07:00",
    "author": "Lê Thị Bưởi",
    "category": None,
    "body": [
        "Sáng nay, ba mươi hộ nuôi ong ở xã Lũng Mây đã đến lớp.",
        "Mỗi hộ nhận một cuốn sổ để ghi ngày quay mật.",
    ],
    "captions": ["Lớp học ở nhà văn hóa"],
    "attachments": [{"url": "https://so.example/so-ong.pdf", "text": "Mẫu sổ"}],
    "notes": "",
}


@pytest.fixture
def labelled(tmp_path: Path) -> Callable[..., GoldPage]:
    """Make a folder with one labelled page; keyword arguments replace labels."""

    def make(**labels: Any) -> GoldPage:
        folder = tmp_path / "so" / "001"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "page.html").write_text(PAGE, encoding="utf-8")
        (folder / "expected.json").write_text(json.dumps(LABELS | labels), encoding="utf-8")
        return load(tmp_path)[0]

    return make
