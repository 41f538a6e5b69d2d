from __future__ import annotations

import re
import types
from collections.abc import Callable
from functools import lru_cache

import pytest

from benchmarks.ablation.places import Occurrences
from benchmarks.ablation.rules import Rule
from benchmarks.ablation.tracing import install

FORM = re.compile("cat|dog")


def is_long(text: str) -> bool:
    return len(text) > 3


@pytest.fixture
def modules() -> tuple[types.ModuleType, types.ModuleType]:
    one, other = types.ModuleType("one"), types.ModuleType("other")
    vars(one).update(FORM=FORM, TABLE=(1, FORM), NAMED={"form": FORM}, is_long=is_long)
    vars(other).update(FORM=FORM, cached=lru_cache(is_long), WORDS=frozenset({"a", "b"}))
    return one, other


def known(modules: tuple[types.ModuleType, types.ModuleType]) -> Occurrences:
    found = Occurrences()
    for module in modules:
        found.add(module)
    return found


def test_replace_reaches_every_place_and_restore_all_of_them(
    modules: tuple[types.ModuleType, types.ModuleType],
) -> None:
    one, other = modules
    found, new = known(modules), re.compile("x")
    found.replace(id(FORM), new)
    assert {one.FORM, other.FORM, one.TABLE[1], one.NAMED["form"]} == {new}
    found.restore(id(FORM))
    assert {one.FORM, other.FORM, one.TABLE[1], one.NAMED["form"]} == {FORM}


def test_replace_reaches_behind_a_cache(modules: tuple[types.ModuleType, types.ModuleType]) -> None:
    one, other = modules
    cached = other.cached
    assert cached("long enough")
    found = known(modules)
    found.replace(id(is_long), lambda _: False)
    assert not one.is_long("long enough")
    assert not other.cached("long enough")
    found.restore(id(is_long))
    assert other.cached is cached
    assert cached.cache_info().currsize == 0


def test_replace_reaches_into_closures_and_bound_methods() -> None:
    def contains(form: re.Pattern[str]) -> Callable[[str], bool]:
        search = form.search
        known = lru_cache(lambda text: search(text) is not None)
        return lambda text: known(text)

    module = types.ModuleType("room")
    vars(module).update(has_pet=contains(FORM))
    found = known((module, module))
    assert module.has_pet("a cat")
    found.replace(id(FORM), re.compile("(?!)"))
    assert not module.has_pet("a cat")
    found.restore(id(FORM))
    assert module.has_pet("a cat")


def test_install_notes_only_what_answers_depend_on(modules: tuple[types.ModuleType, types.ModuleType]) -> None:
    one, other = modules
    found = known(modules)
    cat = Rule("wording", id(FORM), "FORM", "cat", re.compile("(?!)cat|dog"))
    dog = Rule("wording", id(FORM), "FORM", "dog", re.compile("cat|(?!)dog"))
    long = Rule("function", id(is_long), "is_long", "", None)
    words = other.WORDS
    whole = Rule("list", id(words), "WORDS", "", frozenset())
    a, b = (Rule("wording", id(words), "WORDS", word, words - {word}) for word in "ab")
    trace = install(found, [cat, dog, long, whole, a, b])
    try:
        assert one.FORM.search("a bird") is None
        assert not one.is_long("no")
        assert trace.take() == set()
        assert one.FORM.sub("", "cat") == ""
        assert "a" in other.WORDS
        assert trace.take() == {cat, whole, a}
        assert {"b", "c"} & other.WORDS == {"b"}
        assert one.is_long("long")
        assert trace.take() == {whole, b, long}
    finally:
        for key in found.places:
            found.restore(key)
