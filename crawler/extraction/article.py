"""What extraction finds on one page: values with their evidence, before the pipelines decide."""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.extraction.blocks import Block
from crawler.extraction.sketches import Sketch


@dataclass(frozen=True, slots=True)
class DateSlot:
    """One short string that may be the publication time, and where it stood (`visible`, `time`, `meta`, …)."""

    raw: str
    source: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article, by its absolute address."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the article offers, by its absolute address."""

    url: str
    text: str
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the page gives it.

    `date_slots` stand best first; all of them parse. `blocks` stand in reading order and include what was judged
    to be no body, each with its reason. `warnings` are short codes such as `no_body`. `sketch`: for the site's memory.
    """

    title: str | None = None
    date_slots: tuple[DateSlot, ...] = ()
    author: str | None = None
    source: str | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()
    lead: str | None = None
    blocks: tuple[Block, ...] = ()
    captions: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    warnings: tuple[str, ...] = ()
    sketch: Sketch = field(default_factory=Sketch)

    @property
    def body(self) -> tuple[str, ...]:
        """The body's paragraphs in reading order, the lead first."""
        return tuple(block.text for block in self.blocks if block.in_body)
