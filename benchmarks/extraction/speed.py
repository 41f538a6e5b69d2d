"""How long sotin takes beside two peers of the same run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.extraction.timing import Outcome
from benchmarks.tables import Cell, table

TRAFILATURA = "trafilatura"
RESILIPARSE = "resiliparse"


@dataclass(frozen=True, slots=True)
class Ratio:
    """sotin's median time as a share of a peer's: what it must not exceed, and what is aimed for."""

    peer: str
    most: float
    aim: float


RATIOS = (Ratio(TRAFILATURA, 0.25, 0.25), Ratio(RESILIPARSE, 4.0, 2.0))


def speed(outcomes: Sequence[Outcome]) -> tuple[str, bool]:
    """The table of ratios of the first outcome to the peers that ran, and whether each is within its limit."""
    own = outcomes[0].median_ms
    times = {outcome.tool.name: outcome.median_ms for outcome in outcomes[1:]}
    rows: list[list[Cell]] = []
    holds = True
    for ratio in RATIOS:
        if ratio.peer in times:
            share = own / times[ratio.peer]
            holds = holds and share <= ratio.most
            word = "over" if share > ratio.most else "ok" if share > ratio.aim else "ok, as aimed"
            rows.append(
                [ratio.peer, f"{own:.2f}", f"{times[ratio.peer]:.2f}", f"{share:.2f}", ratio.most, ratio.aim, word]
            )
    return table(["", "sotin ms", "its ms", "ratio", "limit", "aim", ""], rows, digits=2), holds
