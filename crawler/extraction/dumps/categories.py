"""The section that a dump names, if it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.extraction.blocks import Block, BlockKind

_LABELLED = re.compile(r"(?:chuyên mục|chủ đề|danh mục)\s*:\s*(\S.{0,80})", re.IGNORECASE)
_STEPS = re.compile(r"\s*(?:>>|[>»›])\s*")


def find_category(blocks: Sequence[Block]) -> str | None:
    """The section after "Chuyên mục:", or the last step of a breadcrumb above the title that is not the title."""
    title = next((block.text for block in blocks if block.kind is BlockKind.TITLE), "")
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            break
        labelled = _LABELLED.fullmatch(block.text)
        if labelled:
            return labelled[1].strip()
        if block.reason == "breadcrumb":
            steps = [step for step in _STEPS.split(block.text) if step and not title.startswith(step.rstrip(".… "))]
            return steps[-1] if len(steps) > 1 else None
    return None
