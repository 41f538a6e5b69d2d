"""Running tools over all pages, with the clock beside them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.tools import Prediction, Tool
from crawler.reading import collect_rarely

ROUNDS = 3


@dataclass(slots=True)
class Outcome:
    """What a tool answered, by page id, and the least CPU time that each page took, in milliseconds."""

    tool: Tool
    predictions: dict[str, Prediction] = field(default_factory=dict)
    milliseconds: dict[str, float] = field(default_factory=dict)

    @property
    def median_ms(self) -> float:
        """The time for a page of the middle."""
        return statistics.median(self.milliseconds.values())

    def take(self, page: GoldPage) -> None:
        """Run the tool on a page: the answer, and the time if it is the least so far."""
        begun = time.process_time()
        found = self.tool.extract(page)
        spent = (time.process_time() - begun) * 1000
        self.predictions[page.id] = found | {"id": page.id}
        self.milliseconds[page.id] = min(spent, self.milliseconds.get(page.id, spent))


def run(tools: Sequence[Tool], pages: Sequence[GoldPage], rounds: int = ROUNDS) -> list[Outcome]:
    """Run tools over the pages, page by page in turn, so that what else the machine does slows all of them alike.

    Each runs once before the clock starts (imports and caches are not what is measured), then `rounds` times.
    """
    outcomes = [Outcome(tool) for tool in tools]
    for tool in tools:
        tool.extract(pages[0])
    # As `sotin extract` does; the peers gain by it too.
    collect_rarely()
    for turn in range(rounds):
        # Another tool goes first in each round: the one after the heaviest finds the processor's caches cold.
        first = turn * len(outcomes) // rounds
        for page in pages:
            for outcome in (*outcomes[first:], *outcomes[:first]):
                outcome.take(page)
    return outcomes
