"""Every compiled pattern of the project, the texts that would slow it down most, and how its time grows with them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

ROOMS: Final = ("vietnamese", "crawler", "pipelines", "storage", "operations", "cli")
ATOMS: Final = (
    *("a", "A", "1", " ", "-", ".", ",", ":", "/", "(", ")", "[", "\n", "\t", "&", "<", ">", "=", "'", '"', "_", "|"),
    *(
        "a ",
        "A ",
        "1 ",
        "a-",
        "1/",
        "1.",
        "1:",
        "a.",
        "A.",
        " -",
        "- ",
        "( ",
        "a, ",
        "à",
        "À ",
        "Đa ",
        "\u00a0",
        "\u0301",
    ),
    *(
        "&#1",
        "&a",
        "<a ",
        "<!--",
        "1 1",
        "aA",
        "A-a ",
        "https://",
        "01/01/2024 ",
        "10:10 ",
        "Nguyễn Văn A, ",
        "a@",
        "@.",
    ),
)
LETTERS: Final = re.compile(r"(?<!\\)[^\W_]+(?: [^\W_]+)*|\\[sdw]")
# Short texts first: on a long one an exponential pattern would not end.
LENGTHS: Final = (30, 120, 480, 1920)
# A quadratic pattern takes 16 times as long on four times the text, a linear one 4 times.
MOST_GROWTH: Final = 8.0
UNMEASURABLE: Final = 0.002


def compiled() -> dict[str, re.Pattern[Any]]:
    """The patterns that modules keep, by module and name."""
    found: dict[int, tuple[str, re.Pattern[Any]]] = {}
    for room in ROOMS:
        package = importlib.import_module(room)
        for info in pkgutil.walk_packages(package.__path__, f"{room}."):
            if info.name.endswith("__main__"):
                continue
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                for pattern in _patterns_in(value):
                    found.setdefault(id(pattern), (f"{info.name}.{name}", pattern))
    return {f"{name}#{number}": pattern for number, (name, pattern) in enumerate(found.values())}


def _patterns_in(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from _patterns_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _patterns_in(item)


def slow_text(pattern: re.Pattern[Any]) -> str | None:
    """The repeated part of a text on which the pattern takes more than linear time, or None."""
    for atom in dict.fromkeys((*ATOMS, *_own_words(pattern))):
        for ending in ("", "\x00"):
            if _growth(pattern, atom, ending) > MOST_GROWTH:
                return atom
    return None


def _own_words(pattern: re.Pattern[Any]) -> list[str]:
    """Words that stand in the pattern, with and without a space behind: only they bring it past its beginning."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = list(dict.fromkeys(word for word in LETTERS.findall(source) if not word.startswith("\\")))[:12]
    return [*words, *(f"{word} " for word in words), *(f"{word}:" for word in words[:4])]


def _growth(pattern: re.Pattern[Any], atom: str, ending: str) -> float:
    """How much longer the pattern takes on four times the text, where it takes long at all."""
    for short, long in pairwise(LENGTHS):
        if _time(pattern, atom, ending, long) >= UNMEASURABLE:
            # Twice, because another process may have come between.
            slow = min(_time(pattern, atom, ending, long) for _ in range(2))
            return slow / max(_time(pattern, atom, ending, short), 1e-7) if slow >= UNMEASURABLE else 0.0
    return 0.0


def _time(pattern: re.Pattern[Any], atom: str, ending: str, length: int) -> float:
    text: Any = atom * (length // len(atom)) + ending
    if isinstance(pattern.pattern, bytes):
        text = text.encode("utf-8", "replace")
    start = time.process_time()
    pattern.fullmatch(text)
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start
