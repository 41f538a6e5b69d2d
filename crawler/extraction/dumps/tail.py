"""The lines below the last sentence: captions, bylines, sources, until the menus begin."""

from __future__ import annotations

from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.dumps.labelling import Labeller
from crawler.extraction.dumps.signals import furniture_reason
from crawler.extraction.wording.keys import words

# Furniture that themes put between the text and its byline.
_LIGHT = frozenset({"tools", "counter", "accessibility", "image_name", "signs"})
_OPEN_WORDS = 8
_MANY = 3


def label_tail(texts: list[str], labeller: Labeller) -> list[Block]:
    """Label the lines after the last sentence. A single open line is text; two and more are a menu, unless a
    byline stands below them."""
    blocks: list[Block] = []
    unsure: list[str] = []
    for at, text in enumerate(texts):
        reason = furniture_reason(text)
        block = Block(BlockKind.CHROME, text, reason) if reason in _LIGHT else labeller.below(text)
        if block is None and (reason or len(unsure) == _MANY):
            return _settled(blocks, unsure, labeller) + [_furniture(rest) for rest in texts[at:]]
        if block is None:
            unsure.append(text)
            continue
        if block.kind in (BlockKind.BYLINE, BlockKind.SOURCE) and unsure:
            blocks += [labeller.plain(open_line) for open_line in unsure]
            unsure = []
        elif unsure:
            blocks += _settled([], unsure, labeller)
            unsure = []
        blocks.append(block)
    return _without_lists_of_units(_settled(blocks, unsure, labeller))


def _settled(blocks: list[Block], unsure: list[str], labeller: Labeller) -> list[Block]:
    signed = any(block.kind is BlockKind.BYLINE for block in blocks)
    if len(unsure) == 1 and not signed and len(words(unsure[0])) >= _OPEN_WORDS:
        return [*blocks, labeller.plain(unsure[0])]
    return _without_lists_of_units(blocks) + [_furniture(text) for text in unsure]


def _without_lists_of_units(blocks: list[Block]) -> list[Block]:
    """Three and more lines with the shape of a name are links to other departments, not authors."""
    names = [block for block in blocks if block.reason == "name line"]
    if len(names) < _MANY:
        return blocks
    return [_furniture(block.text) if block in names else block for block in blocks]


def _furniture(text: str) -> Block:
    return Block(BlockKind.CHROME, text, furniture_reason(text) or "below the text")
