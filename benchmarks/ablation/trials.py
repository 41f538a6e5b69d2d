"""Trying the pages without each rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.ablation import tracing
from benchmarks.ablation.pages import Page, read
from benchmarks.ablation.rules import Kind, occurrences, rules

PROCESSES = 2
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule did: pages that ask for it, and those among them that are read otherwise (counted up to two)."""

    kind: Kind
    id: str
    touched: int
    changed: list[str] = field(default_factory=list)


def touched_pages(all_pages: list[Page]) -> dict[str, list[int]]:
    """The pages, by index, that ask for each rule, by the rule's id. Leaves witnesses in this process."""
    found = occurrences()
    everything = rules(found)
    trace = tracing.install(found, everything)
    asked: dict[str, list[int]] = defaultdict(list)
    for index, page in enumerate(all_pages):
        found.forget()
        trace.take()
        read(page)
        for rule in trace.take():
            asked[rule.id].append(index)
    return asked


def try_rules(share: int, all_pages: list[Page], asked: dict[str, list[int]], only: str) -> list[Verdict]:
    """Take away every `PROCESSES`th rule, beginning with `share`, page by page until it is known to matter."""
    found = occurrences()
    mine = [rule for rule in rules(found) if only in rule.id][share::PROCESSES]
    before: dict[int, str] = {}
    for index in sorted({index for rule in mine for index in asked.get(rule.id, ())}):
        before[index] = read(all_pages[index])
    verdicts = []
    for rule in mine:
        indexes = asked.get(rule.id, [])
        found.replace(rule.key, rule.lame)
        try:
            changed = _changed(indexes, all_pages, before)
        finally:
            found.restore(rule.key)
        verdicts.append(Verdict(rule.kind, rule.id, len(indexes), changed))
    return verdicts


def _changed(indexes: Iterable[int], all_pages: list[Page], before: dict[int, str]) -> list[str]:
    changed: list[str] = []
    for index in indexes:
        if _reads_otherwise(all_pages[index], before[index]):
            changed.append(all_pages[index][0].id)
        if len(changed) >= ENOUGH:
            break
    return changed


def _reads_otherwise(page: Page, before: str) -> bool:
    try:
        return read(page) != before
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return True  # what it found is relied upon
