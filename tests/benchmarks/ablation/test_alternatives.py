from __future__ import annotations

import re

import pytest

from benchmarks.ablation.alternatives import alternatives, never, without


def texts(pattern: str, flags: int = 0) -> list[str]:
    return [alternative.text.strip() for alternative in alternatives(re.compile(pattern, flags))]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("abc", []),
        ("a|b", ["a", "b"]),
        ("(?:a|b)", ["a", "b"]),
        ("x(?:a|b)", []),
        ("x(?:a|b|c|d)y", ["a", "b", "c", "d"]),
        (r"a\|b|[|(]|c", [r"a\|b", "[|(]", "c"]),
        (r"[]|]|[^]|]|(a|b)z", ["[]|]", "[^]|]", "(a|b)z"]),
        ("(?i)a|b", ["a", "b"]),
        ("(?P<n>a)|(?<=x)b|(?!c)d", ["(?P<n>a)", "(?<=x)b", "(?!c)d"]),
    ],
)
def test_alternatives(pattern: str, found: list[str]) -> None:
    assert texts(pattern) == found


def test_alternatives_verbose_comment_is_none() -> None:
    assert texts("a # this | that (\n | b", re.VERBOSE)[-1] == "b"
    assert len(texts("a # this | that (\n | b", re.VERBOSE)) == 2


def test_without_switches_one_off_and_keeps_group_numbers() -> None:
    pattern = re.compile("(a)x|(b)y")
    first = without(pattern, alternatives(pattern)[0])
    assert first is not None
    assert first.fullmatch("ax") is None
    match = first.fullmatch("by")
    assert match is not None
    assert match[2] == "b"


@pytest.mark.parametrize(("pattern", "flags"), [("a|", 0), ("a # end", re.VERBOSE), ("^", 0)])
def test_never(pattern: str, flags: int) -> None:
    lame = never(re.compile(pattern, flags))
    assert lame is not None
    assert lame.search("a") is None
