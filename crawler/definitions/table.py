"""One TOML table, read key by key; what is left over or of the wrong type is refused by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from crawler.definitions.errors import DefinitionError

T = TypeVar("T")
Check = Callable[[T], object]


@dataclass(frozen=True, slots=True)
class Table:
    """The values of one table; `prefix` is what stands before its keys in a message ("layouts[0].")."""

    path: Path
    values: Mapping[str, object]
    prefix: str = ""

    def refuse_unknown(self, known: tuple[str, ...]) -> None:
        """Raise for the first key that is not known, and name the nearest one that is."""
        for key in self.values:
            if key not in known:
                near = get_close_matches(key.lower(), known, n=1)
                hint = f'did you mean "{near[0]}"?' if near else f"known keys: {', '.join(known)}"
                raise self.error(key, f"unknown key; {hint}")

    def text(self, key: str, check: Check[str] | None = None) -> str | None:
        """Return a text in NFC without outer spaces, or None where the key is absent."""
        value = self.values.get(key)
        return None if value is None else self._text(key, value, check)

    def texts(self, key: str, check: Check[str] | None = None) -> tuple[str, ...]:
        """Return a list of texts, () where the key is absent. An empty or repeating list is refused."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not value:
            raise self.wrong(key, value, 'a list of texts, such as ["…"]')
        found = tuple(self._text(f"{key}[{number}]", one, check) for number, one in enumerate(value))
        for number, one in enumerate(found):
            if one in found[:number]:
                raise self.wrong(f"{key}[{number}]", one, "each value once")
        return found

    def number(self, key: str, least: float, most: float) -> float | None:
        """Return a number within bounds, or None where the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise self.wrong(key, value, f"a number from {least:g} to {most:g}")
        return float(value)

    def whole(self, key: str, least: int, most: int) -> int | None:
        """Return a whole number within bounds, or None where the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(key, value, f"a whole number from {least} to {most}")
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, value, "true or false, without quotes")
        return value

    def day(self, key: str) -> date | None:
        """Return a date, or None where the key is absent."""
        value = self.values.get(key)
        if value is not None and (isinstance(value, datetime) or not isinstance(value, date)):
            raise self.wrong(key, value, "a date without quotes, such as 2026-01-31")
        return value

    def table(self, key: str) -> Table:
        """Return the table below a key, empty where it is absent."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, value, f"a table: [{key}] on a line of its own, its keys below")
        return Table(self.path, value, f"{self.prefix}{key}.")

    def tables(self, key: str) -> list[Table]:
        """Return the tables of an array of tables, in order."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.wrong(key, value, f"tables: [[{key}]] on a line of its own before each, its keys below")
        return [Table(self.path, one, f"{self.prefix}{key}[{number}].") for number, one in enumerate(value)]

    def error(self, key: str, problem: str) -> DefinitionError:
        """Return the error that names the file, the key and the problem."""
        return DefinitionError(self.path, self.prefix + key, problem)

    def wrong(self, key: str, value: object, right: str) -> DefinitionError:
        """Return the error that also names the value and what would be right."""
        return self.error(key, f"{_shown(value)} is not right; expected {right}")

    def _text(self, key: str, value: object, check: Check[str] | None) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, value, 'a text in quotes, such as "…"')
        text = unicodedata.normalize("NFC", value.strip())
        try:
            if check:
                check(text)
        except ValueError as error:
            raise self.wrong(key, value, str(error)) from error
        return text


def _shown(value: object) -> str:
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
