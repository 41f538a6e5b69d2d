"""No pattern of the project takes more than linear time, unless the texts that it is given are short."""

from __future__ import annotations

import pytest

from tests.fuzz.patterns import Kept, kept_patterns, slow_text, slowest

# What these patterns are given is never longer than so many characters.
SHORT_TEXTS = {
    "crawler.discovery.candidates.DATE_TAIL": 600,
    "crawler.discovery.identity.ITEM_PARAMETER": 300,
    "crawler.extraction.wording.chrome.REASONS": 160,
    "crawler.extraction.wording.chrome._INLINE_COUNTER": 480,
    "crawler.extraction.wording.chrome._INLINE_TOOLS": 480,
}
SECONDS = 0.5
PATTERNS = kept_patterns()
PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_pattern_takes_linear_time(part: int) -> None:
    long_texts = [kept for kept in PATTERNS if kept.name not in SHORT_TEXTS]
    slow = {kept.name: atom for kept in long_texts[part::PARTS] if (atom := slow_text(kept)) is not None}
    assert not slow


@pytest.mark.parametrize("name", SHORT_TEXTS)
def test_pattern_for_short_texts_ends_on_the_longest(name: str) -> None:
    patterns = [kept for kept in PATTERNS if kept.name == name]
    assert patterns
    for kept in patterns:
        # Step by step: on the whole length an exponential one would not end.
        for length in (20, 40, 80, 160, 320, 640, 1280):
            assert slowest(kept, min(length, SHORT_TEXTS[name])) < SECONDS


def test_patterns_in_tables_are_found() -> None:
    assert len(PATTERNS) > 200
    assert all(isinstance(kept, Kept) and kept.modes for kept in PATTERNS)
