"""Typed blocks: what the region of a page, or the lines of a text dump, are turned into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is. Only the kinds in `BODY_KINDS` are part of an article's body."""

    LEAD = "lead"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    TITLE = "title"
    DATE_LINE = "date_line"
    BYLINE = "byline"
    SOURCE = "source"
    CAPTION = "caption"
    ATTACHMENT = "attachment"
    CHROME = "chrome"


BODY_KINDS = frozenset(
    {
        BlockKind.LEAD,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_ROW,
        BlockKind.QUOTE,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of text in reading order. `reason` says why a block is of its kind, where that is a judgement."""

    kind: BlockKind
    text: str
    reason: str = ""

    @property
    def in_body(self) -> bool:
        """Whether the block's text is part of the article's body."""
        return self.kind in BODY_KINDS
