"""Filling the braces of a story's sentences: `{so:12-80}` is a number, `{xa}` a commune, `{ten}` a person, …

All names are made up. A slot of `_FIXED` has one value throughout an article; the others change at each use.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from random import Random

from practice.stories import DATA

_SLOT = re.compile(r"\{(\w+)(?::(\d+)-(\d+))?\}")

_QUARTERS = ("quý I", "quý II", "quý III", "quý IV")
_FIXED = frozenset({"huyen", "chu", "sp", "con", "truong", "dv", "cty", "nam", "quy", "ngay"})


@cache
def _names() -> dict[str, list[str]]:
    with (DATA / "names.toml").open("rb") as file:
        return tomllib.load(file)


class Slots:
    """Fills templates for one article, from its own random numbers and its date."""

    def __init__(self, rng: Random, posted: datetime) -> None:
        self._rng = rng
        self._posted = posted
        self._kept: dict[str, str] = {}
        self._makers: dict[str, Callable[[], str]] = {
            "xa": self.commune,
            "ten": self.person,
            "chu": lambda: f"Giám đốc Sở {self.person()}",
            "huyen": lambda: self._pick("districts"),
            "sp": lambda: self._pick("crops"),
            "con": lambda: self._pick("animals"),
            "truong": lambda: self._pick("schools"),
            "cty": lambda: self._pick("firms"),
            "dv": lambda: self._pick("units"),
            "quy": lambda: _QUARTERS[(posted.month - 1) // 3],
            "nam": lambda: str(posted.year),
            "thang": lambda: str(rng.randint(1, 12)),
            "pt": lambda: f"{rng.randint(11, 98)},{rng.randint(1, 9)}",
            "ty": lambda: f"{rng.randint(1, 19)},{rng.randint(1, 9)}",
            "ngay": self.event_day,
        }

    def fill(self, template: str) -> str:
        """Fill every slot of a template. An unknown slot is a KeyError: the story is wrong."""
        return _SLOT.sub(self._value, template)

    def commune(self) -> str:
        """A made-up commune."""
        return f"{self._pick('commune_heads')} {self._pick('commune_tails')}"

    def person(self) -> str:
        """A made-up person."""
        return " ".join(self._pick(kind) for kind in ("surnames", "middles", "given"))

    def event_day(self) -> str:
        """The day that the article tells of: the day it was posted or up to three days earlier."""
        day = self._posted - timedelta(days=self._rng.randint(0, 3))
        return f"ngày {day.day}/{day.month}/{day.year}"

    def _pick(self, kind: str) -> str:
        return self._rng.choice(_names()[kind])

    def _value(self, slot: re.Match[str]) -> str:
        name, low, high = slot.groups()
        if name == "so":
            return f"{self._rng.randint(int(low), int(high)):,}".replace(",", ".")
        lower = name.lower()
        if lower not in _FIXED:
            return self._makers[lower]()
        if lower not in self._kept:
            self._kept[lower] = self._makers[lower]()
        kept = self._kept[lower]
        return kept[0].upper() + kept[1:] if name != lower else kept
