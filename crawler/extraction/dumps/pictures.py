"""Captions that run over two lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.wording.captions import split_credit


def join_captions(blocks: Iterable[Block]) -> list[Block]:
    """Join a line that is only a credit, "(Ảnh: Lê Hoàn)", to the caption above it."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if above and above.kind is block.kind is BlockKind.CAPTION and not split_credit(block.text)[0]:
            joined[-1] = replace(above, text=f"{above.text} {block.text}")
        else:
            joined.append(block)
    return joined
