"""Run all benchmarks, one after the other: dates, extraction, recorded portals, and a small crawl.

python -m benchmarks
"""

from __future__ import annotations

import subprocess
import sys

from benchmarks.shared import PROJECT
from benchmarks.tables import title

SECTIONS = (
    ("Publication dates, beside other parsers", ["benchmarks.dates"]),
    ("Extraction of saved pages, beside other tools", ["benchmarks.extraction"]),
    ("Recorded portals, crawled from the least definition", ["benchmarks.portals"]),
    (
        "Memory and speed of a crawl (quick; python -m benchmarks.crawl is the long one)",
        ["benchmarks.crawl", "--quick"],
    ),
)


def main() -> int:
    """Print every section; exit status 1 if one of them failed."""
    failed = 0
    for heading, command in SECTIONS:
        print(title(heading), flush=True)
        # A process each: what one loads is no part of what the next one measures.
        failed |= subprocess.run([sys.executable, "-m", *command], cwd=PROJECT, check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
