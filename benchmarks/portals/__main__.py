"""Crawl recorded portals from definitions that give nothing but id, name, hosts and start.

python -m benchmarks.portals [NAME...]       # default: all of ../shared/practice
python -m benchmarks.portals --keep DIR      # and write the stored articles to DIR/NAME.jsonl
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.portals.recorded import portals
from benchmarks.portals.trial import Trial, attempt
from benchmarks.processes import NotServed
from benchmarks.shared import missing, shared_folder
from benchmarks.tables import Cell, table

RECORDINGS = "practice"
FIGURES = ("gold", "found", "double", "title", "minute", "dated", "captions")
BODY = ("body_precision", "body_recall", "body_f1")
HEAD = ("", *FIGURES, "bodyP", "bodyR", "bodyF1", "alien", "exit", "requests", "again", "seconds")


def main(arguments: list[str] | None = None) -> int:
    """Print a line a portal; exit status 1 where one could not be crawled."""
    options = _parser().parse_args(arguments)
    folder = shared_folder(RECORDINGS)
    if folder is None:
        print(missing(RECORDINGS))
        return 0
    trials, problems = [], []
    for portal in portals(folder):
        if options.names and portal.name not in options.names:
            continue
        try:
            trials.append(attempt(portal))
        except (NotServed, ValueError) as error:
            problems.append(f"{portal.name}: {error}")
    _print(trials)
    for problem in problems:
        print(f"benchmarks.portals: {problem}", file=sys.stderr)
    if options.keep:
        _keep(trials, options.keep)
    return 1 if problems else 0


def _print(trials: Sequence[Trial]) -> None:
    print(table(HEAD, [_row(trial) for trial in trials]))
    for trial in trials:
        name = trial.portal.name
        if trial.figures["alien"]:
            print(f"\n{name}, stored but not in the gold: {', '.join(trial.figures['alien'])}")
        print(f"\n{name}, first run:  {_counts(trial.first)}")
        print(f"{name}, second run: {_counts(trial.second)}")


def _row(trial: Trial) -> list[Cell]:
    figures = trial.figures
    return [
        trial.portal.name,
        *(figures[name] for name in (*FIGURES, *BODY)),
        len(figures["alien"]),
        f"{trial.first['exit']}, {trial.second['exit']}",
        trial.first["requests"],
        trial.second["requests"],
        f"{trial.seconds:.0f}",
    ]


def _counts(report: dict[str, object]) -> str:
    counts = report["counts"]
    assert isinstance(counts, dict)
    return ", ".join(f"{count} {state}" for state, count in counts.items() if count)


def _keep(trials: Sequence[Trial], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for trial in trials:
        (folder / f"{trial.portal.name}.jsonl").write_text(trial.articles, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.portals", description="Crawl recorded portals.")
    parser.add_argument("names", nargs="*", help="portals (default all)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write the stored articles to DIR/NAME.jsonl")
    return parser


if __name__ == "__main__":
    sys.exit(main())
