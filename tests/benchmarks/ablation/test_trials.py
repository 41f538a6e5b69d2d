from __future__ import annotations

import types
from pathlib import Path

import pytest

from benchmarks.ablation import trials
from benchmarks.ablation.places import Occurrences
from benchmarks.ablation.rules import Rule, occurrences, rules
from operations.extraction import SavedPage


def is_told(text: str) -> bool:
    return text.endswith("!")


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """A made-up room with one rule, and five pages of which three ask for it and two depend on it."""
    module = types.ModuleType("room")
    vars(module).update(is_told=is_told)
    texts = ["a", "told!", "b", "!", "loud!"]
    saved = [(SavedPage(text, Path(text)), None) for text in texts]

    def found() -> Occurrences:
        known = Occurrences()
        known.add(module)
        return known

    monkeypatch.setattr(trials, "occurrences", found)
    monkeypatch.setattr(trials, "rules", lambda known: [Rule("function", id(is_told), "is_told", "", lambda _: False)])
    monkeypatch.setattr(trials, "pages", lambda: saved)
    monkeypatch.setattr(
        trials, "read", lambda page: page[0].id[:-1] if module.is_told(page[0].id) and len(page[0].id) > 1 else ""
    )
    return module


@pytest.mark.usefixtures("room")
def test_touched_pages_are_those_that_ask_for_a_rule() -> None:
    assert trials.touched_pages() == {"is_told": [1, 3, 4]}


def test_judge_names_pages_that_are_read_otherwise_and_puts_the_rule_back(room: types.ModuleType) -> None:
    verdict = trials.Trials().judge("is_told", [1, 3, 4])
    assert (verdict.touched, verdict.changed) == (3, ["told!", "loud!"])
    assert room.is_told is is_told


@pytest.mark.usefixtures("room")
def test_judge_rule_that_decides_nothing() -> None:
    assert trials.Trials().judge("is_told", [3]).changed == []


def test_rules_are_told_apart_by_their_ids() -> None:
    names = [rule.id for rule in rules(occurrences())]
    assert len(set(names)) == len(names) > 1000
