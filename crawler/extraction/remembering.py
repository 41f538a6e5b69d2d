"""Answers about short texts, remembered: the lines and class names of a site are much the same on all of its pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

_SIZE = 8192
# Longer texts are paragraphs: they do not come again, and would cost memory.
_LONGEST = 500


def remembered(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Remember what a pure function said of short texts; memory is bounded."""
    known = lru_cache(_SIZE)(function)

    @wraps(function)
    def answer(text: str) -> Answer:
        return known(text) if len(text) <= _LONGEST else function(text)

    return answer


def contains(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Callable[[str], bool]:
    """A remembered test whether a regular expression is found in a text, such as the class and id of an element."""
    search = re.compile(pattern, flags).search
    return remembered(lambda text: search(text) is not None)
