"""Trying the pages without each rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.ablation import tracing
from benchmarks.ablation.pages import pages, read
from benchmarks.ablation.rules import Kind, Rule, occurrences, rules

ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule did: pages that ask for it, and those among them that are read otherwise (counted up to two)."""

    kind: Kind
    id: str
    touched: int
    changed: list[str] = field(default_factory=list)


def touched_pages() -> dict[str, list[int]]:
    """The pages, by index, that ask for each rule, by the rule's id. Leaves witnesses in this process."""
    found = occurrences()
    trace = tracing.install(found, rules(found))
    asked: dict[str, list[int]] = defaultdict(list)
    for index, page in enumerate(pages()):
        found.forget()
        trace.take()
        read(page)
        for rule in trace.take():
            asked[rule.id].append(index)
    return asked


class Trials:
    """One process' pages and rules, and what the pages give with all rules in place."""

    def __init__(self) -> None:
        self._found = occurrences()
        self._rules = {rule.id: rule for rule in rules(self._found)}
        self._pages = pages()
        self._before: dict[int, str] = {}

    def judge(self, rule_id: str, indexes: list[int]) -> Verdict:
        """Take a rule away, and read the pages that ask for it until it is known to matter."""
        rule = self._rules[rule_id]
        for index in indexes:
            if index not in self._before:
                self._before[index] = read(self._pages[index])
        return Verdict(rule.kind, rule.id, len(indexes), self._without(rule, indexes))

    def _without(self, rule: Rule, indexes: Iterable[int]) -> list[str]:
        changed: list[str] = []
        self._found.replace(rule.key, rule.lame)
        try:
            for index in indexes:
                if self._reads_otherwise(index):
                    changed.append(self._pages[index][0].id)
                if len(changed) >= ENOUGH:
                    break
        finally:
            self._found.restore(rule.key)
        return changed

    def _reads_otherwise(self, index: int) -> bool:
        try:
            return read(self._pages[index]) != self._before[index]
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return True  # what it found is relied upon
