"""The item that passes through the pipelines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from crawler.extraction.article import Article, Attachment, DateSlot, Image
from crawler.extraction.blocks import Block
from crawler.extraction.sketches import Sketch


@dataclass(slots=True)
class ArticleItem:
    """An article on its way into the database.

    Up to `warnings` the fields hold what the page gave; those below are set by the pipelines named beside them.
    """

    site: str
    url: str
    stable_id: str
    fetched_at: datetime
    run_id: str
    province: str | None = None
    department: str | None = None
    date_order: str | None = None
    aliases: list[str] = field(default_factory=list)
    snapshot: Mapping[str, Any] | None = None
    # what the frontier writes down with the outcome, its address and validators among them
    page: dict[str, Any] = field(default_factory=dict)
    title: str | None = None
    lead: str | None = None
    author: str | None = None
    source: str | None = None
    category: str | None = None
    tags: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    date_slots: list[DateSlot] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    sketch: Sketch = field(default_factory=Sketch)
    # strip_boilerplate
    body: list[str] = field(default_factory=list)
    # normalize_dates
    published_at: datetime | None = None
    published_on: str | None = None
    published_precision: str | None = None
    published_raw: str | None = None
    published_source: str | None = None
    published_flags: list[str] = field(default_factory=list)

    @property
    def article_id(self) -> str:
        """The `_id` in MongoDB: the site and what stays of the address when its slug varies."""
        return f"{self.site}:{self.stable_id}"

    def take(self, article: Article) -> None:
        """Fill in what extraction found."""
        for name in ("title", "lead", "author", "source", "category", "sketch"):
            setattr(self, name, getattr(article, name))
        for name in ("tags", "blocks", "date_slots", "captions", "images", "attachments", "warnings"):
            setattr(self, name, list(getattr(article, name)))
