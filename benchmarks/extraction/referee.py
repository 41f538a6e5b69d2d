"""A folder of labelled pages may bring its own scorer, `score.py`; then that one judges."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.extraction.scoring.totals import Figures
from benchmarks.extraction.tools import Prediction

SCORER = "score.py"
Judgement = dict[str, Figures]


def has_referee(folder: Path) -> bool:
    """Whether the folder brings a scorer."""
    return (folder / SCORER).is_file()


def judge(folder: Path, predictions: Iterable[Prediction]) -> Judgement:
    """The folder's own figures, by group of pages, and under "overall" those of all."""
    with tempfile.TemporaryDirectory() as scratch:
        file = write_predictions(Path(scratch) / "predictions.jsonl", predictions)
        command = [sys.executable, str(folder / SCORER), str(file), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return {**found["hosts"], "overall": found["overall"]}


def write_predictions(file: Path, predictions: Iterable[Prediction]) -> Path:
    """Write a line of JSON a page."""
    lines = (json.dumps(found, ensure_ascii=False) + "\n" for found in predictions)
    file.write_text("".join(lines), encoding="utf-8")
    return file
