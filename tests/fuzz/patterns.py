"""Every compiled pattern of the project, the texts that would slow it down most, and how its time grows with them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
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
MODES: Final = ("fullmatch", "match", "search", "finditer")
USED: Final = re.compile(r"\b([A-Za-z_]\w*)(?:\[[^\]]*\])?\.(fullmatch|match|search|finditer|findall|sub|subn|split)\b")
LETTERS: Final = re.compile(r"(?<!\\)[^\W_]+(?: [^\W_]+)*|\\[sdw]")
# Short texts first: on a long one an exponential pattern would not end.
LENGTHS: Final = (30, 120, 480, 1920)
# A quadratic pattern takes 16 times as long on four times the text, a linear one 4 times.
MOST_GROWTH: Final = 8.0
UNMEASURABLE: Final = 0.002


@dataclass(frozen=True)
class Kept:
    """A pattern that a module keeps under `name`, and how the project calls it (all ways, if that does not show)."""

    name: str
    pattern: re.Pattern[Any]
    modes: tuple[str, ...]


def kept_patterns() -> list[Kept]:
    """The patterns that modules keep at their top, in tables too."""
    found: dict[int, tuple[str, str, re.Pattern[Any]]] = {}
    uses: dict[str, set[str]] = {}
    for module in _modules():
        for name, mode in USED.findall(inspect.getsource(module)):
            owner = module.__name__ if name.startswith("_") else ""
            uses.setdefault(f"{owner}.{name}", set()).add(mode if mode in MODES else "finditer")
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                found.setdefault(id(pattern), (module.__name__, name, pattern))
    return [Kept(f"{module}.{name}", pattern, _modes(uses, module, name)) for module, name, pattern in found.values()]


def _modes(uses: dict[str, set[str]], module: str, name: str) -> tuple[str, ...]:
    owner = module if name.startswith("_") else ""
    return tuple(sorted(uses.get(f"{owner}.{name}", ("finditer", "fullmatch"))))


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        for info in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}."):
            if not info.name.endswith("__main__"):
                yield importlib.import_module(info.name)


def _patterns_in(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset | set):
        for item in value:
            yield from _patterns_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _patterns_in(item)


def slow_text(kept: Kept) -> str | None:
    """The repeated part of a text on which a pattern takes more than linear time, or None."""
    for atom in _atoms(kept):
        for mode in kept.modes:
            if _growth(kept.pattern, mode, atom) > MOST_GROWTH:
                return atom
    return None


def slowest(kept: Kept, length: int) -> float:
    """Seconds that a pattern takes on the worst text of this length."""
    return max(_time(kept.pattern, mode, atom, length) for atom in _atoms(kept) for mode in kept.modes)


def _atoms(kept: Kept) -> list[str]:
    """What texts for a pattern are made of. Lines of pages are squashed before any pattern of `crawler` sees them."""
    atoms = dict.fromkeys((*ATOMS, *_own_words(kept.pattern)))
    return [atom for atom in atoms if atom.strip() or kept.name.startswith("vietnamese.")]


def _own_words(pattern: re.Pattern[Any]) -> list[str]:
    """Words that stand in the pattern, with and without a space behind: only they bring it past its beginning."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    words = list(dict.fromkeys(word for word in LETTERS.findall(source) if not word.startswith("\\")))[:12]
    return [*words, *(f"{word} " for word in words), *(f"{word}:" for word in words[:4])]


def _growth(pattern: re.Pattern[Any], mode: str, atom: str) -> float:
    """How much longer the pattern takes on four times the text, where it takes long at all."""
    for short, long in pairwise(LENGTHS):
        if _time(pattern, mode, atom, long) >= UNMEASURABLE:
            # Again, because another process may have come between.
            slow = min(_time(pattern, mode, atom, long) for _ in range(3))
            return slow / max(_time(pattern, mode, atom, short), 1e-7) if slow >= UNMEASURABLE else 0.0
    return 0.0


def _time(pattern: re.Pattern[Any], mode: str, atom: str, length: int) -> float:
    # The end fits no pattern, so that each has to give up what it has taken.
    text: Any = atom * (length // len(atom)) + "\x00"
    if isinstance(pattern.pattern, bytes):
        text = text.encode("utf-8", "replace")
    begun = time.process_time()
    found = getattr(pattern, mode)(text)
    if mode == "finditer":
        deque(found, maxlen=0)
    return time.process_time() - begun
