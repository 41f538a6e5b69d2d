"""Score sotin and its peers on a folder of labelled pages.

python -m benchmarks.extraction [FOLDER]         # default: ../shared/corpus
python -m benchmarks.extraction FOLDER --faults  # and what sotin got wrong, page by page
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction import report
from benchmarks.extraction.gold import GoldPage, load
from benchmarks.extraction.referee import Judgement, has_referee, judge, write_predictions
from benchmarks.extraction.scoring.totals import score, totals
from benchmarks.extraction.speed import speed
from benchmarks.extraction.timing import Outcome, run
from benchmarks.extraction.tools import WITHOUT_MEMORY, Tool, with_memory
from benchmarks.shared import missing, shared_folder

CORPUS = "corpus"
LEARNED = """Nothing is fitted or weighted by these pages. Learned is the furniture of each site, from its own pages:
a site that is left out is read with nothing known of it."""


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; exit status 2 where the folder holds no labelled pages."""
    options = _parser().parse_args(arguments)
    folder: Path | None = options.folder or shared_folder(CORPUS)
    if folder is None:
        print(missing(CORPUS))
        return 0
    try:
        pages = load(folder)
    except ValueError as error:
        print(f"benchmarks.extraction: {error}", file=sys.stderr)
        return 2
    own = [with_memory(pages), WITHOUT_MEMORY]
    outcomes = run([*own, *([] if options.alone else _peers())], pages)
    _print(outcomes, pages, folder)
    if options.faults:
        print("\n" + report.faults(score(pages, outcomes[0].predictions)))
    if options.keep:
        _keep(outcomes, options.keep)
    return 0


def _peers() -> list[Tool]:
    # Only where they are wanted: they are installed by `make bench`, and slow to import.
    from benchmarks.extraction.peers import peers

    return peers()


def figures(outcome: Outcome, pages: Sequence[GoldPage], folder: Path) -> Judgement:
    """The figures of each group and of all: the folder's own, what they lack added from this project's scorer."""
    groups = dict.fromkeys(page.group for page in pages)
    scores = score(pages, outcome.predictions)
    own = {group: totals([s for s in scores if s.id.partition("/")[0] == group]) for group in groups}
    own["overall"] = totals(scores)
    theirs = judge(folder, outcome.predictions.values()) if has_referee(folder) else {}
    return {name: own[name] | theirs.get(name, {}) for name in own}


def _print(outcomes: Sequence[Outcome], pages: Sequence[GoldPage], folder: Path) -> None:
    judgements = {outcome.tool.name: figures(outcome, pages, folder) for outcome in outcomes}
    overall = {name: found["overall"] for name, found in judgements.items()}
    by = "its own scorer" if has_referee(folder) else "this project's scorer"
    own = [outcome.tool.name for outcome in outcomes[:2]]
    print(f"{len(pages)} pages, judged by {by}; ms/page is the median of CPU time, the least of three runs\n")
    print(report.beside_each_other(outcomes, overall))
    print(f"\n{own[0]} by portal\n\n{report.by_group(outcomes[0].tool, judgements[own[0]])}")
    sites, sites_hold = report.left_out(*(score(pages, outcome.predictions) for outcome in outcomes[:2]))
    print(f"\nBody F1 of left-out sites (limit: within {report.LEFT_OUT_LIMIT} of the whole)\n\n{sites}\n\n{LEARNED}")
    times, times_hold = speed(outcomes)
    if len(outcomes) > len(own):
        print(f"\nSpeed\n\n{times}")
    broken = [*([] if sites_hold else ["left-out sites"]), *([] if times_hold else ["speed"])]
    print("\n" + report.verdict(outcomes, overall, own, broken))


def _keep(outcomes: Sequence[Outcome], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for outcome in outcomes:
        name = outcome.tool.name.replace(" ", "-").replace("(", "").replace(")", "")
        write_predictions(folder / f"{name}.jsonl", outcome.predictions.values())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description="Score extraction tools.")
    parser.add_argument("folder", nargs="?", type=Path, help="labelled pages (default ../shared/corpus)")
    parser.add_argument("--faults", action="store_true", help="list what sotin got wrong, page by page")
    parser.add_argument("--alone", action="store_true", help="sotin only, without its peers")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write each tool's answers to DIR/TOOL.jsonl")
    return parser


if __name__ == "__main__":
    sys.exit(main())
