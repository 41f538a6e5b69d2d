"""The lines below the last sentence: captions, bylines, sources, until the menus begin."""

from __future__ import annotations

from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.dumps.labelling import Labeller
from crawler.extraction.dumps.signals import furniture_reason
from crawler.extraction.wording.keys import words

# Furniture that themes put between the text and its byline.
_LIGHT = frozenset({"tools", "counter", "accessibility", "placeholder", "image_name", "signs"})
_SIGNING = frozenset({BlockKind.BYLINE, BlockKind.SOURCE})
_OPEN_WORDS = 8
_MANY = 3


def label_tail(texts: list[str], labeller: Labeller) -> list[Block]:
    """Label the lines after the last sentence, up to the first menu.

    An open line above a byline is of the article, as is a single one where no byline stands; more of them are
    links.
    """
    rows = _until_menu(texts, labeller)
    last_byline = max((at for at, (_, block) in enumerate(rows) if block and block.kind in _SIGNING), default=-1)
    open_below = [at for at, (_, block) in enumerate(rows) if block is None and at > last_byline]
    single = last_byline < 0 and len(open_below) == 1 and len(words(rows[open_below[0]][0])) >= _OPEN_WORDS
    blocks = [
        block or (labeller.plain(text) if at < last_byline or single else _furniture(text))
        for at, (text, block) in enumerate(rows)
    ]
    return _without_lists_of_units(blocks) + [_furniture(text) for text in texts[len(rows) :]]


def _until_menu(texts: list[str], labeller: Labeller) -> list[tuple[str, Block | None]]:
    """The lines above the first furniture, or above a run of many open lines, each with its block if it is sure."""
    rows: list[tuple[str, Block | None]] = []
    run = 0
    for text in texts:
        reason = furniture_reason(text)
        block = Block(BlockKind.CHROME, text, reason) if reason in _LIGHT else labeller.below(text)
        if block is None and reason:
            return rows
        rows.append((text, block))
        run = 0 if block else run + 1
        if run > _MANY:
            return rows[:-run]
    return rows


def _without_lists_of_units(blocks: list[Block]) -> list[Block]:
    """Three and more lines with the shape of a name are links to other departments, not authors."""
    names = [block for block in blocks if block.reason == "name line"]
    if len(names) < _MANY:
        return blocks
    return [_furniture(block.text) if block in names else block for block in blocks]


def _furniture(text: str) -> Block:
    return Block(BlockKind.CHROME, text, furniture_reason(text) or "below the text")
