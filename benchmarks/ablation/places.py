"""Where a rule's object stands in loaded modules, so that another can stand there for a while.

A rule is found by identity: whatever imported it holds the same object, also inside tuples, lists, dictionaries, data
classes and closures.
"""

from __future__ import annotations

import dataclasses
import functools
import inspect
import re
import types
from collections.abc import Callable, Iterator
from typing import Any, cast

Put = Callable[[Any], None]
Rule = Any
_Cached = functools._lru_cache_wrapper


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """What stands somewhere, and how to put another thing there."""

    value: Any
    put: Put


@dataclasses.dataclass
class Occurrences:
    """Everything that can be taken away, by the identity of the rule: a function behind a cache is that function."""

    places: dict[int, list[Place]] = dataclasses.field(default_factory=dict)
    rules: dict[int, Any] = dataclasses.field(default_factory=dict)
    names: dict[int, str] = dataclasses.field(default_factory=dict)
    caches: list[Any] = dataclasses.field(default_factory=list)
    _entered: set[int] = dataclasses.field(default_factory=set)

    def add(self, module: types.ModuleType) -> None:
        """Note what a module holds."""
        space = vars(module)
        for name, value in list(space.items()):
            if not name.startswith("__"):
                self._note(value, functools.partial(space.__setitem__, name), f"{module.__name__}.{name}")

    def replace(self, key: int, new: Any) -> None:
        """Put a thing wherever the rule stands, and forget what was remembered."""
        for place in self.places[key]:
            place.put(new)
        self.forget()

    def restore(self, key: int) -> None:
        """Put everything back."""
        for place in self.places[key]:
            place.put(place.value)
        self.forget()

    def forget(self) -> None:
        """Empty the caches."""
        for cache in self.caches:
            cache.cache_clear()

    def _note(self, value: Any, put: Put, name: str) -> None:
        if isinstance(value, _Cached | types.FunctionType):
            self._note_function(value, put, name)
        elif isinstance(value, re.Pattern | frozenset):
            self._place(value, value, put, name)
        elif isinstance(value, types.BuiltinMethodType) and isinstance(value.__self__, re.Pattern):
            self._place(value.__self__, value, _as_method(value, put), name)
        elif isinstance(value, tuple) and type(value) is tuple:
            for index, item in enumerate(value):
                self._note(item, _into_tuple(value, index, put), f"{name}[{index}]")
        elif isinstance(value, list | dict):
            for key, item in list(_items(value)):
                self._note(item, functools.partial(value.__setitem__, cast(Any, key)), f"{name}[{key!r}]")
        elif isinstance(value, type):
            self._note_class(value)
        elif dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                inner = functools.partial(object.__setattr__, value, field.name)
                self._note(getattr(value, field.name, None), inner, f"{name}.{field.name}")

    def _note_function(self, function: Any, put: Put, name: str) -> None:
        """Note a function, what remembers its answers, and what both hold in their closures."""
        rule = inspect.unwrap(function)
        self._place(rule, function, put, name)
        while function is not None and id(function) not in self._entered:
            self._entered.add(id(function))
            if isinstance(function, _Cached):
                self.caches.append(function)
            for cell in getattr(function, "__closure__", None) or ():
                self._note(cell.cell_contents, functools.partial(setattr, cell, "cell_contents"), name)
            function = getattr(function, "__wrapped__", None)

    def _note_class(self, owner: type) -> None:
        if id(owner) in self._entered or not owner.__module__.partition(".")[0].isidentifier():
            return
        self._entered.add(id(owner))
        for name, member in list(vars(owner).items()):
            put = functools.partial(setattr, owner, name)
            where = f"{owner.__module__}.{owner.__qualname__}.{name}"
            if isinstance(member, types.FunctionType) and not name.startswith("__"):
                self._place(member, member, put, where)
            elif isinstance(member, property) and member.fget is not None:
                self._place(member.fget, member, _as_property(put), where)

    def _place(self, rule: Rule, value: Any, put: Put, name: str) -> None:
        key = id(rule)
        self.rules[key] = rule
        home = f"{rule.__module__}.{rule.__qualname__}" if isinstance(rule, types.FunctionType) else name
        self.names.setdefault(key, home)
        self.places.setdefault(key, []).append(Place(value, put))


def _items(value: list[Any] | dict[Any, Any]) -> Iterator[tuple[Any, Any]]:
    return iter(value.items()) if isinstance(value, dict) else enumerate(value)


def _into_tuple(whole: tuple[Any, ...], index: int, put: Put) -> Put:
    return lambda new: put((*whole[:index], new, *whole[index + 1 :]))


def _as_method(method: types.BuiltinMethodType, put: Put) -> Put:
    return lambda new: put(new if new is method else getattr(new, method.__name__))


def _as_property(put: Put) -> Put:
    return lambda new: put(new if isinstance(new, property) else property(new))
