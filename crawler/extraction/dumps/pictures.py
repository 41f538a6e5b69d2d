"""Captions that run over two lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.dumps.wraps import dangles
from crawler.extraction.wording.captions import split_credit


def join_captions(blocks: Iterable[Block]) -> list[Block]:
    """Join to a caption the line that goes on with it, or is only its credit: "(Ảnh: Gia Huy)"."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if above and above.kind is block.kind is BlockKind.CAPTION and _belong(above.text, block.text):
            joined[-1] = replace(above, text=f"{above.text} {block.text}")
        else:
            joined.append(block)
    return joined


def _belong(above: str, text: str) -> bool:
    return dangles(above) or text[0].islower() or not split_credit(text)[0]
