"""Where the running text of the article stands in a dump that has text in its menus and footers too."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.extraction.dumps.lines import Line
from crawler.extraction.dumps.signals import furniture_reason, is_list_item, is_prose, is_table_row
from crawler.extraction.dumps.times import is_time_line
from crawler.extraction.wording.keys import words

# A menu is a run of so many short lines, some of them known wordings: a flattened table has none of those.
_MENU_LINES = 8
_KNOWN_LINES = 2


@dataclass(frozen=True, slots=True)
class Cluster:
    """Sentences without a menu between them: the first one's index, the index after the last, their words."""

    first: int
    stop: int
    weight: int


def runs(text: str) -> bool:
    """Whether a line is a sentence of running text."""
    return is_prose(text) and furniture_reason(text) is None and not is_time_line(text)


def main_cluster(lines: list[Line]) -> tuple[int, Cluster, int]:
    """The index after the cluster before the heaviest one, that cluster, and the index where the next one begins."""
    clusters = _clusters(lines)
    if not clusters:
        return 0, Cluster(len(lines), len(lines), 0), len(lines)
    heaviest = max(range(len(clusters)), key=lambda at: clusters[at].weight)
    above = clusters[heaviest - 1].stop if heaviest else 0
    below = clusters[heaviest + 1].first if heaviest + 1 < len(clusters) else len(lines)
    return above, clusters[heaviest], below


def _clusters(lines: list[Line]) -> list[Cluster]:
    clusters: list[Cluster] = []
    short = known = 0
    for at, line in enumerate(lines):
        if not runs(line.text):
            if is_list_item(line.text) or is_table_row(line.text):
                short = known = 0
            else:
                short += 1
                known += furniture_reason(line.text) is not None
            continue
        weight = len(words(line.text))
        if clusters and (short < _MENU_LINES or known < _KNOWN_LINES):
            clusters[-1] = Cluster(clusters[-1].first, at + 1, clusters[-1].weight + weight)
        else:
            clusters.append(Cluster(at, at + 1, weight))
        short = known = 0
    return clusters
