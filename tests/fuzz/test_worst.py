"""The pages that came nearest to misleading extraction: what they print beside, before and inside an article is not it.

`worst/CASE.html` and `worst/CASE.json` as in `tests/portals`. The texts, names and places are made up.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from operations.extraction import SavedPage, extract_page

CASES = sorted((Path(__file__).parent / "worst").glob("*.json"))
FIELDS = ("kind", "title", "published_at", "author", "category", "body", "captions", "attachments")


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_misleading_page_gives_its_own_article(case: Path) -> None:
    expected: dict[str, Any] = json.loads(case.read_text("utf-8"))
    fetched_at = datetime.fromisoformat(expected["fetched_at"])
    found = extract_page(SavedPage(case.stem, case.with_suffix(".html"), expected["url"], fetched_at))
    assert {field: found[field] for field in FIELDS} == {field: expected[field] for field in FIELDS}


def test_there_are_ten_of_them_at_least() -> None:
    assert len(CASES) >= 10
