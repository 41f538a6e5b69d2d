"""Lines that an editor wrapped by hand: a `<br>` in mid-sentence ends no paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.extraction.markup.pieces import Piece
from crawler.extraction.plain import ends_sentence

_MARKER = re.compile(r"^(?:[a-zđ]{1,2}|[ivx]+)\s?[).]\s")
_LEAST = 30


def join_wrapped(pieces: Iterable[Piece]) -> list[Piece]:
    """Join a piece to the one before it where a single `<br>` cut a sentence: the next line goes on in lower case."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece.soft and joined and _goes_on(joined[-1], piece):
            last = joined[-1]
            last.text = f"{last.text} {piece.text}"
            last.links.extend(piece.links)
            last.linked += piece.linked
            last.look.bold &= piece.look.bold
            last.look.italic &= piece.look.italic
        else:
            joined.append(piece)
    return joined


def _goes_on(last: Piece, piece: Piece) -> bool:
    return (
        last.tag == piece.tag
        and last.furniture == piece.furniture
        and len(last.text) >= _LEAST
        and not ends_sentence(last.text)
        and piece.text[:1].islower()
        and not _MARKER.match(piece.text)
    )
