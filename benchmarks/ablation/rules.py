"""What can be taken away: a function's yes, a pattern, one of its alternatives, a word of a list."""

from __future__ import annotations

import importlib
import pkgutil
import re
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import crawler.analysis
import crawler.discovery
import crawler.extraction
import operations.extraction
import vietnamese
from benchmarks.ablation.alternatives import alternatives, never, without
from benchmarks.ablation.places import Occurrences

Kind = Literal["function", "pattern", "list", "wording"]
OWNERS = ("crawler.extraction", "crawler.discovery", "crawler.kind")
SHOWN = 60


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One thing that can be taken away, and what stands in its place then.

    `part` and `at` tell the wordings of one pattern or list from each other.
    """

    kind: Kind
    key: int
    name: str
    part: str
    lame: Any
    at: int = 0

    @property
    def id(self) -> str:
        """A name to print, on one line; no two rules have the same."""
        place = f"@{self.at}" if self.at else ""
        return f"{self.name}{place} {' '.join(self.part.split())[:SHOWN]!r}" if self.part else self.name


def occurrences() -> Occurrences:
    """Everything in the rooms that read pages."""
    found = Occurrences()
    for module in _modules():
        found.add(module)
    return found


def _modules() -> Iterator[types.ModuleType]:
    # What the language's room owns is noted first, and so is called by its own name where others import it.
    for package in (vietnamese, crawler.extraction, crawler.discovery):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(info.name)
    yield from (importlib.import_module("crawler.kind"), crawler.analysis, operations.extraction)


def rules(found: Occurrences) -> list[Rule]:
    """Every rule of the rooms that judge pages, in the order of the modules."""
    own = [key for key, name in found.names.items() if name.startswith(OWNERS)]
    return [rule for key in own for rule in _rules_of(key, found.names[key], found.rules[key])]


def _rules_of(key: int, name: str, value: Any) -> Iterator[Rule]:
    if isinstance(value, types.FunctionType):
        lame = _lame(value)
        if lame is not None:
            yield Rule("function", key, name, "", lame)
    elif isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield from _rules_of_pattern(key, name, value)
    elif isinstance(value, frozenset) and value and all(isinstance(word, str) for word in value):
        yield Rule("list", key, name, "", frozenset())
        for word in sorted(value):
            yield Rule("wording", key, name, word, value - {word})


def _rules_of_pattern(key: int, name: str, pattern: re.Pattern[str]) -> Iterator[Rule]:
    whole = never(pattern)
    if whole is not None:
        yield Rule("pattern", key, name, "", whole)
    for alternative in alternatives(pattern):
        lame = without(pattern, alternative)
        if lame is not None:
            yield Rule("wording", key, name, alternative.text, lame, alternative.start)


def _lame(function: types.FunctionType) -> Callable[..., Any] | None:
    """What stands for a function that never says yes, or never finds; None for one that does neither."""
    answer = str(function.__annotations__.get("return", ""))
    if answer in ("bool", "bool | None"):
        return lambda *_, **__: False
    if answer.endswith("| None"):
        return lambda *_, **__: None
    return None
