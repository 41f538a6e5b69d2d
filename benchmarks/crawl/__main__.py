"""Peak memory of `sotin crawl`, and its speed beside a bare Scrapy spider, on the practice department.

python -m benchmarks.crawl                  # 1,000 and 10,000 articles
python -m benchmarks.crawl --quick          # 100 and 1,000
python -m benchmarks.crawl --articles 5000  # sizes of one's own
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.crawl.requests import Rate, rate
from benchmarks.processes import Finished, NotServed, installation, measure, serving
from benchmarks.tables import table
from practice.definition import definition

SIZES = (1_000, 10_000)
QUICK_SIZES = (100, 1_000)
SITE = "practice"
BARE = (sys.executable, "-m", "benchmarks.crawl.bare")
SERVER = (sys.executable, "-m", "practice.server", "--port", "0", "--print-address")
HEAD = (
    *("articles", "stored", "exit", "pages", "bare pages", "pages/s", "bare pages/s", "share"),
    *("CPU ms/page", "bare CPU", "peak MB", "bare MB"),
)
# Of a bare spider's pages a second; asked of crawls that last long enough for their start not to count.
LEAST_SHARE = 0.45
LEAST_ARTICLES = 1_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """A crawl and a bare spider on the same server, one after the other."""

    articles: int
    crawl: Finished
    crawl_rate: Rate
    bare: Finished
    bare_rate: Rate

    @property
    def stored(self) -> int:
        """The articles that the crawl's report calls new; 0 if there is no report."""
        return int(json.loads(self.crawl.output)["counts"]["new"]) if self.crawl.output.strip() else 0

    @property
    def problem(self) -> str | None:
        """What is wrong if the crawl did not end well or did not store each article, else None."""
        if self.crawl.status == 0:
            lost = self.articles - self.stored
            return f"{self.articles:,} articles served, {self.stored:,} stored" if lost else None
        said = (self.crawl.output + self.crawl.errors).strip()
        return f"{self.articles:,} articles: sotin crawl exited {self.crawl.status}: {said[-2000:]}"

    @property
    def share(self) -> float:
        """Pages a second, as a share of the bare spider's."""
        return self.crawl_rate.per_second / self.bare_rate.per_second

    @property
    def verdict(self) -> str:
        """The share beside what is asked of it."""
        word = "held" if self.share >= LEAST_SHARE else "missed"
        return f"{self.articles:,} articles: {self.share:.2f} of bare Scrapy, at least {LEAST_SHARE}: {word}"

    def row(self) -> list[str]:
        """The comparison as a line of the table."""
        return [
            f"{self.articles:,}",
            f"{self.stored:,}",
            str(self.crawl.status),
            f"{self.crawl_rate.pages:,}",
            f"{self.bare_rate.pages:,}",
            f"{self.crawl_rate.per_second:.1f}",
            f"{self.bare_rate.per_second:.1f}",
            f"{self.share:.0%}",
            f"{1000 * self.crawl.cpu_s / self.crawl_rate.pages:.1f}",
            f"{1000 * self.bare.cpu_s / self.bare_rate.pages:.1f}",
            f"{self.crawl.peak_mb:.0f}",
            f"{self.bare.peak_mb:.0f}",
        ]


def compare(articles: int) -> Comparison:
    """Serve that many articles, let the bare spider walk them, then crawl them into an empty installation."""
    with tempfile.TemporaryDirectory(prefix="sotin-bench-") as name:
        folder = Path(name)
        log = folder / "requests.log"
        with serving([*SERVER, "--articles", str(articles), "--log", str(log)]) as address:
            sites = folder / "sites"
            _define(sites, address)
            bare = measure([*BARE, address])
            with installation() as fresh:
                crawl = fresh.run("crawl", SITE, "--sites", str(sites), "--json")
        return Comparison(articles, crawl, rate(log, crawl), bare, rate(log, bare))


def _define(sites: Path, address: str) -> None:
    sites.mkdir()
    port = int(address.rstrip("/").rpartition(":")[2])
    (sites / f"{SITE}.toml").write_text(definition(port), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each size; exit status 1 where a crawl failed or lost articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crawl", description="Memory and speed of a crawl.")
    parser.add_argument("--quick", action="store_true", help="smaller sizes: some minutes less")
    parser.add_argument("--articles", type=int, nargs="+", metavar="N", help="sizes of one's own")
    options = parser.parse_args(arguments)
    try:
        found = [compare(size) for size in options.articles or (QUICK_SIZES if options.quick else SIZES)]
    except (NotServed, ValueError) as error:
        print(f"benchmarks.crawl: {error}", file=sys.stderr)
        return 1
    print(table(HEAD, [comparison.row() for comparison in found]))
    print("\n".join(["", *(each.verdict for each in found if each.articles >= LEAST_ARTICLES)]))
    problems = [comparison.problem for comparison in found if comparison.problem]
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    if len(found) > 1:
        first, last = found[0], found[-1]
        growth = last.crawl.peak_mb / first.crawl.peak_mb
        print(f"\n{last.articles / first.articles:.0f} times the articles: {growth:.2f} times the peak memory")
    return 0


if __name__ == "__main__":
    sys.exit(main())
