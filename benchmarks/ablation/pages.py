"""The pages that rules are tried on: those of the tests, and what lies beside the project."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.extraction.gold import load
from benchmarks.shared import PROJECT, shared_folder
from operations.extraction import SavedPage, dump_record, extract_page

TESTS = PROJECT / "tests"
# A dump's bytes come from a field of a file; a page of markup is a file.
Page = tuple[SavedPage, bytes | None]


def pages() -> list[Page]:
    """Every page there is."""
    return [*_saved_with_tests(), *_corpus(), *_dumps_with_tests(), *_dumps()]


def read(page: Page) -> str:
    """What is read from a page, as one comparable text."""
    saved, body = page
    record = extract_page(saved) if body is None else dump_record(saved, body)
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def _saved_with_tests() -> Iterator[Page]:
    for file in sorted(TESTS.rglob("*.html")):
        labels = file.with_suffix(".json")
        told: dict[str, Any] = json.loads(labels.read_text("utf-8")) if labels.is_file() else {}
        yield _page(file.relative_to(TESTS).as_posix(), file, told)


def _corpus() -> Iterator[Page]:
    folder = shared_folder("corpus")
    for page in load(folder) if folder else ():
        yield _page(page.id, page.file, page.labels)


def _dumps_with_tests() -> Iterator[Page]:
    for file in sorted(TESTS.rglob("texts/*.txt")):
        told = json.loads(file.with_suffix(".json").read_text("utf-8"))
        yield SavedPage(file.relative_to(TESTS).as_posix(), file, told["url"]), file.read_bytes()


def _dumps() -> Iterator[Page]:
    folder = shared_folder("textpages")
    for file in sorted(folder.glob("*.json")) if folder else ():
        case = json.loads(file.read_text("utf-8"))
        yield SavedPage(file.stem, file.with_suffix(".txt"), case["url"]), case["text"].encode()


def _page(name: str, file: Path, told: dict[str, Any]) -> Page:
    moment = told.get("fetched_at")
    saved = SavedPage(name, file, told.get("url"), datetime.fromisoformat(moment) if moment else None)
    return saved, None
