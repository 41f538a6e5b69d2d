"""Take every rule away in turn, and count the pages that are read otherwise without it.

python -m benchmarks.ablation                # rules that decide no page, or one
python -m benchmarks.ablation --wordings     # also single wordings of patterns and lists
python -m benchmarks.ablation --only credits # rules whose name holds a text
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections import Counter

from benchmarks.ablation.pages import pages
from benchmarks.ablation.rules import Kind
from benchmarks.ablation.trials import PROCESSES, Verdict, touched_pages, try_rules
from benchmarks.tables import table

KINDS: tuple[Kind, ...] = ("function", "pattern", "list", "wording")


def main(arguments: list[str] | None = None) -> int:
    """Print how many rules decide no page, one, or more; then those of the first two sorts."""
    options = _parser().parse_args(arguments)
    all_pages = pages()
    # Fresh processes: what the witnesses leave behind must not stand in the way of the trials.
    context = multiprocessing.get_context("fork")
    with context.Pool(PROCESSES) as pool:
        asked = pool.apply(touched_pages, (all_pages,))
    with context.Pool(PROCESSES) as pool:
        jobs = [(share, all_pages, asked, options.only) for share in range(PROCESSES)]
        verdicts = [verdict for share in pool.starmap(try_rules, jobs) for verdict in share]
    _print(verdicts, len(all_pages), wordings=options.wordings)
    return 0


def _print(verdicts: list[Verdict], page_count: int, *, wordings: bool) -> None:
    counts = Counter((verdict.kind, len(verdict.changed)) for verdict in verdicts)
    print(f"{page_count} pages; rules by the number of pages that are read otherwise without them\n")
    print(table(["", "0", "1", "2 or more"], [[kind, *(counts[kind, n] for n in range(3))] for kind in KINDS]))
    for number, heading in enumerate(("Decides no page", "Decides one page")):
        for kind in KINDS if wordings else KINDS[:3]:
            some = sorted((v for v in verdicts if v.kind == kind and len(v.changed) == number), key=lambda v: v.id)
            rows = [[v.id, v.touched, *v.changed] for v in some]
            print(f"\n{heading}: {kind} ({len(some)})\n")
            print("\n".join("  ".join(str(cell) for cell in row) for row in rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.ablation", description="Find rules that decide nothing."
    )
    parser.add_argument("--wordings", action="store_true", help="list single wordings too")
    parser.add_argument("--only", default="", metavar="TEXT", help="only rules whose name holds this")
    return parser


if __name__ == "__main__":
    sys.exit(main())
