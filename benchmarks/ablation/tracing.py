"""Which rules a page calls upon: taking any other away cannot change what is read from it."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any

from benchmarks.ablation.places import Occurrences
from benchmarks.ablation.rules import Rule


class Trace:
    """The rules that mattered since the last `take`."""

    def __init__(self) -> None:
        self._touched: set[Rule] = set()

    def touch(self, rule: Rule) -> None:
        """A rule said yes, or gives another answer when it is taken away."""
        self._touched.add(rule)

    def knows(self, rule: Rule) -> bool:
        """Whether a rule is known to matter already."""
        return rule in self._touched

    def take(self) -> set[Rule]:
        """What mattered, and begin anew."""
        touched, self._touched = self._touched, set()
        return touched


def install(found: Occurrences, rules: Iterable[Rule]) -> Trace:
    """Put a witness in every rule's place, for the rest of this process."""
    trace = Trace()
    groups: dict[int, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(rule.key, []).append(rule)
    for key, group in groups.items():
        found.replace(key, _witness(found.rules[key], group, trace))
    return trace


def _witness(value: Any, group: list[Rule], trace: Trace) -> Any:
    if isinstance(value, types.FunctionType):
        return _of_function(value, group[0], trace)
    return PatternWitness(value, group, trace) if isinstance(value, re.Pattern) else WordsWitness(value, group, trace)


def _of_function(function: Callable[..., Any], rule: Rule, trace: Trace) -> Callable[..., Any]:
    def witness(*arguments: Any, **named: Any) -> Any:
        answer = function(*arguments, **named)
        if answer:
            trace.touch(rule)
        return answer

    return witness


class PatternWitness:
    """A pattern that notes which of its alternatives its answers depend on."""

    def __init__(self, pattern: re.Pattern[str], group: list[Rule], trace: Trace) -> None:
        self._pattern, self._group, self._trace = pattern, group, trace
        self.pattern, self.flags, self.groups = pattern.pattern, pattern.flags, pattern.groups

    def match(self, *arguments: Any) -> re.Match[str] | None:
        """As of a pattern."""
        return self._one("match", arguments)

    def fullmatch(self, *arguments: Any) -> re.Match[str] | None:
        """As of a pattern."""
        return self._one("fullmatch", arguments)

    def search(self, *arguments: Any) -> re.Match[str] | None:
        """As of a pattern."""
        return self._one("search", arguments)

    def finditer(self, *arguments: Any) -> Any:
        """As of a pattern."""
        return self._many("finditer", arguments, arguments[0])

    def findall(self, *arguments: Any) -> Any:
        """As of a pattern."""
        return self._many("findall", arguments, arguments[0])

    def split(self, *arguments: Any, **named: Any) -> Any:
        """As of a pattern."""
        return self._many("split", arguments, arguments[0], **named)

    def sub(self, *arguments: Any, **named: Any) -> Any:
        """As of a pattern."""
        return self._many("sub", arguments, arguments[1], **named)

    def subn(self, *arguments: Any, **named: Any) -> Any:
        """As of a pattern."""
        return self._many("subn", arguments, arguments[1], **named)

    def _one(self, method: str, arguments: tuple[Any, ...]) -> re.Match[str] | None:
        found: re.Match[str] | None = getattr(self._pattern, method)(*arguments)
        if found is not None:
            self._compare(_seen(found), lambda lame: _seen(getattr(lame, method)(*arguments)))
        return found

    def _many(self, method: str, arguments: tuple[Any, ...], text: str, **named: Any) -> Any:
        if self._pattern.search(text):
            spans = [_seen(match) for match in self._pattern.finditer(text)]
            self._compare(spans, lambda lame: [_seen(match) for match in lame.finditer(text)])
        return getattr(self._pattern, method)(*arguments, **named)

    def _compare(self, answer: object, ask: Callable[[re.Pattern[str]], object]) -> None:
        for rule in self._group:
            if not self._trace.knows(rule) and ask(rule.lame) != answer:
                self._trace.touch(rule)


def _seen(match: re.Match[str] | None) -> object:
    return match and (match.span(), match.groups())


class WordsWitness(Set[str]):
    """A set of words that notes which of them were asked for; whoever goes through it may depend on any."""

    def __init__(self, words: frozenset[str], group: list[Rule], trace: Trace) -> None:
        self._words, self._trace = words, trace
        self._by_word = {rule.part: rule for rule in group if rule.kind == "wording"}
        self._whole = next(rule for rule in group if rule.kind == "list")

    def __contains__(self, word: object) -> bool:
        held = word in self._words
        if held:
            self._trace.touch(self._whole)
            self._trace.touch(self._by_word[str(word)])
        return held

    def __iter__(self) -> Iterator[str]:
        for word in self._words:
            self._trace.touch(self._whole)
            self._trace.touch(self._by_word[word])
            yield word

    def __len__(self) -> int:
        return len(self._words)

    def __hash__(self) -> int:
        return hash(self._words)

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> frozenset[Any]:
        return frozenset(it)
