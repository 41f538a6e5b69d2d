"""The top of a dump: furniture, title, date, and where the text begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crawler.extraction.dumps.clusters import main_cluster, runs
from crawler.extraction.dumps.lines import Line
from crawler.extraction.dumps.signals import furniture_reason
from crawler.extraction.dumps.times import is_time_line, split_glued
from crawler.extraction.dumps.titles import Candidate, choose_title, is_title_like, overlap, slug_words
from crawler.extraction.wording.bylines import parse_byline
from crawler.extraction.wording.keys import fold


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the title stands (None: the dump has none), where the text begins, and where it must have ended."""

    title_at: int | None
    start: int
    stop: int


def part_glued(lines: list[Line]) -> list[Line]:
    """Give the date that stands at the end of a headline a line of its own."""
    parted: list[Line] = []
    for index, line in enumerate(lines):
        halves = split_glued(line.text) if index < _GLUED_WITHIN else None
        if halves and not is_time_line(line.text):
            parted += [Line(halves[0], line.apart), Line(halves[1], False)]
        else:
            parted.append(line)
    return parted


_DATED_WITHIN = 8
# A glued date is looked for near the top only: deep in the text a sentence may end with a date in brackets.
_GLUED_WITHIN = 12


def find_opening(lines: list[Line], url: str | None, *, broken: bool) -> Opening:
    """Choose the title among the lines above the running text, or its first line if that may be one.

    `broken`: the dump has hard wraps.
    """
    above, cluster, stop = main_cluster(lines)
    first, alone = cluster.first, not cluster.weight
    candidates = [_candidate(lines, at) for at in range(above, first) if _may_be_title(lines[at].text)]
    candidates = [replace(one, alone=alone, leading=one.index == 0 and not broken) for one in candidates]
    if not alone and _is_closed_title(lines, first, url):
        candidates.append(replace(_candidate(lines, first), sentence=True))
    title = choose_title(candidates, lines, first, url)
    if title is None:
        return Opening(None, _lead_in(lines, first), stop)
    return Opening(title.index, _skip_repeats(lines, title.index), stop)


def _lead_in(lines: list[Line], first: int) -> int:
    """The line from which open lines lead on to the first sentence: the parts of a broken one, a caption."""
    start = first
    while start and not lines[min(start, len(lines) - 1)].apart and _may_be_title(lines[start - 1].text):
        start -= 1
    return start


def _may_be_title(text: str) -> bool:
    return furniture_reason(text) is None and not is_time_line(text) and parse_byline(text) is None


def _is_closed_title(lines: list[Line], at: int, url: str | None) -> bool:
    """Whether the first sentence is a headline with a full stop: set apart or dated, and more text follows."""
    if not is_title_like(lines[at].text) or not any(runs(line.text) for line in lines[at + 1 :]):
        return False
    one = _candidate(lines, at)
    return one.dated or one.followed_apart or overlap(lines[at].text, slug_words(url)) >= 0.7


def _candidate(lines: list[Line], at: int) -> Candidate:
    apart = at + 1 < len(lines) and lines[at + 1].apart
    return Candidate(at, lines[at], _is_dated(lines, at), apart)


def _is_dated(lines: list[Line], at: int) -> bool:
    """Whether the nearest line above or below, furniture aside, is a date line."""
    for step in (1, -1):
        other = at + step
        while 0 <= other < len(lines) and abs(other - at) <= _DATED_WITHIN:
            if is_time_line(lines[other].text):
                return True
            if furniture_reason(lines[other].text) is None:
                break
            other += step
    return False


def _skip_repeats(lines: list[Line], title_at: int) -> int:
    """The line after the title, or after its last repetition before the text."""
    title = fold(lines[title_at].text)
    start = title_at + 1
    for at in range(start, len(lines)):
        text = lines[at].text
        if fold(text) == title:
            start = at + 1
        elif at + 1 < len(lines) and fold(f"{text} {lines[at + 1].text}") == title:
            start = at + 2
        elif runs(text):
            break
    return start
