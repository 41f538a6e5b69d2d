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
from functools import cache

from benchmarks.ablation.pages import pages
from benchmarks.ablation.rules import Kind, occurrences, rules
from benchmarks.ablation.trials import Trials, Verdict, touched_pages
from benchmarks.tables import table

PROCESSES = 2
KINDS: tuple[Kind, ...] = ("function", "pattern", "list", "wording")


def main(arguments: list[str] | None = None) -> int:
    """Print how many rules decide no page, one, or more; then those of the first two sorts."""
    options = _parser().parse_args(arguments)
    kinds = KINDS if options.wordings else KINDS[:-1]
    tried = [rule.id for rule in rules(occurrences()) if rule.kind in kinds and options.only in rule.id]
    # A process of its own: what the witnesses leave behind must not stand in the way of the trials.
    context = multiprocessing.get_context("fork")
    with context.Pool(1) as pool:
        asked = pool.apply(touched_pages)
    verdicts = []
    with context.Pool(PROCESSES) as pool:
        for verdict in pool.imap_unordered(_judge, [(name, asked.get(name, [])) for name in tried], chunksize=4):
            verdicts.append(verdict)
            if sys.stderr.isatty():
                print(f"\r{len(verdicts)} of {len(tried)} rules", end="", file=sys.stderr, flush=True)
    _print(verdicts, len(pages()), kinds)
    return 0


@cache
def _trials() -> Trials:
    """Those of this process."""
    return Trials()


def _judge(job: tuple[str, list[int]]) -> Verdict:
    return _trials().judge(*job)


def _print(verdicts: list[Verdict], page_count: int, kinds: tuple[Kind, ...]) -> None:
    counts = Counter((verdict.kind, len(verdict.changed)) for verdict in verdicts)
    print(f"{page_count} pages; rules by the number of pages that are read otherwise without them\n")
    print(table(["", "0", "1", "2 or more"], [[kind, *(counts[kind, n] for n in range(3))] for kind in kinds]))
    for number, heading in enumerate(("Decides no page", "Decides one page")):
        for kind in kinds:
            some = sorted((v for v in verdicts if v.kind == kind and len(v.changed) == number), key=lambda v: v.id)
            rows = [[v.id, v.touched, *v.changed] for v in some]
            print(f"\n{heading}: {kind} ({len(some)})\n")
            print("\n".join("  ".join(str(cell) for cell in row) for row in rows))
    print(f"\n{_cases(verdicts)} of {len(verdicts)} rules decide one page only")


def _cases(verdicts: list[Verdict]) -> int:
    return sum(len(verdict.changed) == 1 for verdict in verdicts)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.ablation", description="Find rules that decide nothing."
    )
    parser.add_argument("--wordings", action="store_true", help="try single wordings too")
    parser.add_argument("--only", default="", metavar="TEXT", help="only rules whose name holds this")
    return parser


if __name__ == "__main__":
    sys.exit(main())
