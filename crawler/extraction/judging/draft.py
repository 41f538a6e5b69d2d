"""A piece under judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crawler.extraction.blocks import BODY_KINDS, Block, BlockKind
from crawler.extraction.markup.pieces import Piece
from crawler.extraction.plain import ends_sentence, word_count

_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "row": BlockKind.TABLE_ROW,
    "quote": BlockKind.QUOTE,
}
_RUNNING_WORDS = 14
_HEADING_WORDS = 40


@dataclass(slots=True)
class Draft:
    """A piece, the kind it has so far (None for images and viewers), and why.

    `below`: it stands under the box of the text. `words`: the number of its words.
    """

    piece: Piece
    kind: BlockKind | None
    reason: str = ""
    below: bool = False
    words: int = 0

    @property
    def text(self) -> str:
        """The piece's text."""
        return self.piece.text

    @property
    def in_body(self) -> bool:
        """Whether it still counts as body."""
        return self.kind in BODY_KINDS

    @property
    def is_running(self) -> bool:
        """Whether it is a paragraph of running text, by its words alone."""
        if not self.in_body or self.piece.tag == "row":
            return False
        if self.words >= 2 * _RUNNING_WORDS:
            return True
        return self.words >= _RUNNING_WORDS and ends_sentence(self.text)

    def judge(self, kind: BlockKind, reason: str) -> None:
        """Settle what the piece is."""
        self.kind, self.reason = kind, reason

    def to_block(self) -> Block | None:
        """The block, or None for images and viewers."""
        return Block(self.kind, self.text, self.reason) if self.kind and self.text else None


def draft(piece: Piece, *, below: bool = False) -> Draft:
    """Give a piece the kind that its markup says."""
    words = word_count(piece.text)
    if piece.tag in ("image", "embed"):
        kind = None
    elif piece.look.heading and words <= _HEADING_WORDS:
        kind = BlockKind.HEADING
    else:
        kind = _KINDS.get(piece.tag, BlockKind.PARAGRAPH)
    return Draft(piece, kind, below=below, words=words)


def running_span(drafts: Sequence[Draft]) -> tuple[int, int]:
    """Index of the first and of the last paragraph of running text, or (len, -1) if there is none."""
    places = [at for at, item in enumerate(drafts) if item.is_running]
    return (places[0], places[-1]) if places else (len(drafts), -1)
