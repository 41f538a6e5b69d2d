from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import MENU
from tests.command import Sotin

KEYS = {"id", "kind", "title", "published_at", "author", "category", "body", "captions"}
KEYS |= {"attachments", "links", "next_page", "warnings"}
URL = "http://so-thu.example/vi-vn/tin-chi-tiet/id/88/Ban-do-dat"
PARAGRAPHS = [
    "Bản đồ đất tỷ lệ 1/25.000 của bốn xã ven suối đã được Sở Thử nghiệm nghiệm thu sau mười tám tháng khảo sát, với "
    "hơn ba trăm mẫu đất lấy ở các độ sâu khác nhau.",
    "Nhóm khảo sát đánh dấu riêng những thửa nhiễm mặn, nơi bà con được khuyên chuyển sang cây chịu mặn trong ít "
    "nhất hai vụ liền trước khi trồng lúa trở lại.",
    "Các tờ bản đồ in màu được gửi về Ủy ban nhân dân xã trong tháng này; bản số nằm trong tệp kèm theo bài.",
]


def page(date: str = "Thứ ba, 12/05/2026, 09:30") -> str:
    paragraphs = "\n".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>Nghiệm thu bản đồ đất bốn xã ven suối - Sở Thử nghiệm</title></head><body>
<header><a href="/">Trang chủ</a> <a href="/gioi-thieu">Giới thiệu</a> <a href="/lien-he">Liên hệ</a></header>
<main><article><h1>Nghiệm thu bản đồ đất bốn xã ven suối</h1>
<div class="date">{date}</div><div class="content">{paragraphs}
<p><a href="/tep/ban-do.pdf">Bản đồ đất (PDF)</a></p></div></article></main>
<footer>Lượt truy cập: 12.345</footer></body></html>"""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "ban-do.html"
    file.write_text(page(), encoding="utf-8")
    return file


def records(text: str) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in text.splitlines()]
    assert all(record.keys() == KEYS for record in found)
    return {record["id"]: record for record in found}


def manifest(folder: Path, *lines: object) -> Path:
    file = folder / "pages.jsonl"
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    file.write_text(text + "\n", encoding="utf-8")
    return file


def test_extract_gives_the_fields_of_a_saved_page(offline: Sotin, saved: Path) -> None:
    done = offline.run("extract", str(saved), "--url", URL)
    assert (done.returncode, done.stderr) == (0, "")
    found = records(done.stdout)[str(saved)]
    assert found["kind"] == "article"
    assert found["title"] == "Nghiệm thu bản đồ đất bốn xã ven suối"
    assert found["published_at"] == "2026-05-12T09:30:00+07:00"
    assert found["body"][:3] == PARAGRAPHS
    assert "http://so-thu.example/tep/ban-do.pdf" in [file["url"] for file in found["attachments"]]
    assert not any("Lượt truy cập" in text or "Trang chủ" in text for text in found["body"])
    assert "Nghiệm thu" in done.stdout


def test_extract_of_a_day_alone_gives_the_day(offline: Sotin, saved: Path) -> None:
    saved.write_text(page("12/05/2026"), encoding="utf-8")
    assert records(offline.run("extract", str(saved)).stdout)[str(saved)]["published_at"] == "2026-05-12"


def test_extract_needs_neither_database_nor_data_folder(offline: Sotin, saved: Path) -> None:
    assert offline.run("extract", str(saved)).returncode == 0
    assert not offline.data.exists()


def test_extract_of_a_text_dump_leaves_the_menu_out(offline: Sotin, dump: Path) -> None:
    found = records(offline.run("extract", str(dump)).stdout)[str(dump)]
    assert found["kind"] == "article"
    assert found["published_at"] == "2024-03-09T07:45:00+07:00"
    assert found["author"] == "Minh Thảo"
    assert len(found["body"]) == 3
    assert len(found["captions"]) == 2
    assert not set(MENU) & {*found["body"], *found["captions"]}


def test_extract_of_a_missing_file_exits_1_and_gives_the_others(offline: Sotin, saved: Path, dump: Path) -> None:
    done = offline.run("extract", str(saved), str(saved.with_name("khong-co.html")), str(dump))
    assert done.returncode == 1
    assert records(done.stdout).keys() == {str(saved), str(dump)}
    assert "khong-co.html" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_extract_of_a_manifest_gives_a_record_a_line(offline: Sotin, saved: Path, dump: Path) -> None:
    fetched = "2026-05-12T05:00:00+00:00"
    relative = saved.with_name("tuong-doi.html")
    relative.write_text(page("2 giờ trước"), encoding="utf-8")
    lines = [
        {"id": "a/1", "file": str(saved), "url": URL, "fetched_at": fetched},
        {"id": "a/2", "file": dump.name, "url": None, "fetched_at": None},
        {"id": "a/3", "file": relative.name, "url": URL, "fetched_at": fetched},
        {"id": "a/4", "file": relative.name, "url": URL, "fetched_at": None},
    ]
    done = offline.run("extract", "--manifest", str(manifest(saved.parent, *lines)))
    assert done.returncode == 0, done.stderr
    found = records(done.stdout)
    assert found.keys() == {"a/1", "a/2", "a/3", "a/4"}
    assert found["a/1"]["published_at"] == "2026-05-12T09:30:00+07:00"
    assert found["a/2"]["author"] == "Minh Thảo"
    assert found["a/3"]["published_at"].startswith("2026-05-12T10:00")
    assert found["a/4"]["published_at"] is None


def test_extract_of_a_manifest_with_a_missing_page_exits_1(offline: Sotin, saved: Path) -> None:
    lines = [{"id": "1", "file": "khong-co.html", "url": None}, {"id": "2", "file": saved.name, "url": None}]
    done = offline.run("extract", "--manifest", str(manifest(saved.parent, *lines)))
    assert done.returncode == 1
    assert records(done.stdout).keys() == {"2"}
    assert "khong-co.html" in done.stderr


@pytest.mark.parametrize(
    ("line", "saying"),
    [
        ("{", ("no JSON",)),
        ("[1]", ("[1]",)),
        ({"file": "a.html"}, ("id", "missing")),
        ({"id": 7, "file": "a.html"}, ("id", "7")),
        ({"id": "1", "file": ""}, ("file", "''")),
        ({"id": "1", "file": "a.html", "url": 5}, ("url", "5")),
        ({"id": "1", "file": "a.html", "fetched_at": "hôm qua"}, ("fetched_at", "'hôm qua'")),
    ],
)
def test_extract_of_a_wrong_manifest_names_file_line_key_and_value(
    refuses: Callable[..., None], saved: Path, line: object, saying: tuple[str, ...]
) -> None:
    file = manifest(saved.parent, {"id": "0", "file": saved.name}, line)
    refuses("extract", "--manifest", str(file), saying=(f"{file}:2: ", *saying))


def test_extract_of_a_manifest_that_is_no_utf8_names_the_file(refuses: Callable[..., None], tmp_path: Path) -> None:
    file = tmp_path / "pages.jsonl"
    file.write_bytes(b"\xff\xfe{\x00")
    refuses("extract", "--manifest", str(file), saying=(str(file), "UTF-8"))
