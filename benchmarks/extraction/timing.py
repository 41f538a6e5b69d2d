"""Running a tool over all pages, with the clock beside it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.tools import Prediction, Tool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool answered, by page id, and how long it took for each page, in milliseconds."""

    tool: Tool
    predictions: dict[str, Prediction]
    milliseconds: list[float]

    @property
    def median_ms(self) -> float:
        """The time for a page of the middle."""
        return statistics.median(self.milliseconds)


def run(tool: Tool, pages: Sequence[GoldPage]) -> Outcome:
    """Run a tool over the pages, once before the clock starts: imports and caches are not what is measured."""
    tool.extract(pages[0])
    predictions, times = {}, []
    for page in pages:
        begun = time.perf_counter()
        found = tool.extract(page)
        times.append((time.perf_counter() - begun) * 1000)
        predictions[page.id] = found | {"id": page.id}
    return Outcome(tool, predictions, times)
