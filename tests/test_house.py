"""The house: a room imports only from rooms below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BELOW: dict[str, frozenset[str]] = {
    "vietnamese": frozenset(),
    "storage": frozenset({"vietnamese"}),
    "crawler": frozenset({"vietnamese", "storage"}),
    "pipelines": frozenset({"vietnamese", "storage", "crawler"}),
    "operations": frozenset({"vietnamese", "storage", "crawler", "pipelines"}),
    "settings": frozenset(),
    "practice": frozenset(),
    "cli": frozenset({"vietnamese", "storage", "crawler", "pipelines", "operations", "settings", "practice"}),
}
PURE = ("crawler/extraction", "crawler/discovery", "crawler/memory")
FOREIGN_TO_PURE = frozenset({"scrapy", "twisted", "pymongo", "storage"})


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", BELOW)
def test_room_imports_only_from_rooms_below(room: str) -> None:
    upward = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(room)
        for module in imports(path)
        if module.split(".")[0] in BELOW.keys() - BELOW[room] - {room}
    ]
    assert modules(room)
    assert upward == []


@pytest.mark.parametrize("folder", PURE)
def test_pure_folder_imports_neither_scrapy_nor_storage(folder: str) -> None:
    foreign = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(folder)
        for module in imports(path)
        if module.split(".")[0] in FOREIGN_TO_PURE
    ]
    assert foreign == []
