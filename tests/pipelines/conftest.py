from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.items import ArticleItem

FETCHED = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


@pytest.fixture
def make_item() -> Callable[..., ArticleItem]:
    """Makes an item as the spider yields it, with the fields given."""

    def make(**fields: Any) -> ArticleItem:
        required = {
            "site": "so-thu",
            "url": "http://so-thu.example/tin/17/mo-kho-giong",
            "stable_id": "#tin:17",
            "fetched_at": FETCHED,
            "run_id": "so-thu-1",
        }
        return ArticleItem(**required | fields)

    return make
