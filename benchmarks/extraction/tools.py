"""A tool takes a labelled page and answers with the fields of CONTRACT that it knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.extraction.gold import GoldPage
from operations.extraction import SavedPage, extract_page

Prediction = dict[str, Any]
ARTICLE_FIELDS = frozenset({"title", "published_at", "author", "body"})
ALL_FIELDS = ARTICLE_FIELDS | {"kind", "captions", "attachments", "links", "next_page"}


@dataclass(frozen=True, slots=True)
class Tool:
    """`extract` never sees the labels but the address and the fetch time; `gives` are the fields it has at all."""

    name: str
    extract: Callable[[GoldPage], Prediction]
    gives: frozenset[str] = ARTICLE_FIELDS


def sotin(page: GoldPage) -> Prediction:
    """This project: the page's bytes through extraction and pipelines."""
    return extract_page(SavedPage(page.id, page.file, page.url, page.fetched_at))


SOTIN = Tool("sotin", sotin, ALL_FIELDS)
