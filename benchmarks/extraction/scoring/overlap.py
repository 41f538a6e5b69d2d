"""How much of a body was found, and what is in it that should not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.extraction.scoring.words import Words, holds, words

SHINGLE = 4
LEAK = 3


def shingles(text: Words, size: int = SHINGLE) -> Counter[Words]:
    """Every run of `size` words with its multiplicity; a shorter text is one shingle."""
    if len(text) < size:
        return Counter([text] if text else [])
    return Counter(text[at : at + size] for at in range(len(text) - size + 1))


def precision_recall(gold: Words, found: Words) -> tuple[float, float]:
    """The share of the found shingles that is right, and of the right ones that is found; nothing for nothing is 1."""
    want, have = shingles(gold), shingles(found)
    if want == have:
        return 1.0, 1.0
    hits = sum((want & have).values())
    return hits / max(have.total(), 1), hits / max(want.total(), 1)


def leaks(lines: Iterable[str], right: Sequence[Words], page: Words) -> list[str]:
    """The lines with a run of three words or more that stands in the page and in none of the right texts."""
    known = {text[at : at + LEAK] for text in right for at in range(len(text) - LEAK + 1)}
    short = {text for text in right if len(text) < LEAK}
    return [line for line in lines if any(holds(page, run) for run in _strange_runs(words(line), known, short))]


def strays(lines: Iterable[str], units: Iterable[Words], page: Words) -> list[str]:
    """The lines whose words stand on the page but neither are, begin nor end one of the article's own lines."""
    own = list(units)
    return [line for line in lines if (run := words(line)) and holds(page, run) and not _is_edge(run, own)]


def _is_edge(run: Words, units: Iterable[Words]) -> bool:
    return any(unit[: len(run)] == run or unit[-len(run) :] == run for unit in units)


def _strange_runs(line: Words, known: set[Words], short: set[Words]) -> list[Words]:
    """The runs of three words or more, none of which a right text explains."""
    explained = [False] * len(line)
    for at in range(len(line)):
        for size in range(1, LEAK + 1):
            piece = line[at : at + size]
            if piece in (known if size == LEAK else short):
                explained[at : at + size] = [True] * len(piece)
    runs: list[list[str]] = [[]]
    for word, is_explained in zip(line, explained, strict=True):
        if is_explained:
            runs.append([])
        else:
            runs[-1].append(word)
    return [tuple(run) for run in runs if len(run) >= LEAK]
