"""The alternatives of a regular expression, and the expression with one of them switched off.

An alternative is switched off by a `(?!)` before it, which never matches: groups keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NEVER = "(?!)"
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[aiLmsux-]*:|>))?")
_GLOBAL_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")
# A group with fewer alternatives is a spelling ("(?:tin|bài)"), not a list of wordings.
LEAST_OF_A_LIST = 4


@dataclass(frozen=True, slots=True)
class Alternative:
    """Where an alternative begins, and its text."""

    start: int
    text: str


def alternatives(pattern: re.Pattern[str]) -> list[Alternative]:
    """The alternatives at the top, and those of every group that is a list of wordings; none where there is one."""
    found = [group for depth, group in _groups(pattern) if len(group) >= (2 if depth == 0 else LEAST_OF_A_LIST)]
    return [alternative for group in found for alternative in group if alternative.text.strip()]


def without(pattern: re.Pattern[str], alternative: Alternative) -> re.Pattern[str] | None:
    """The pattern with an alternative switched off; None where it cannot be compiled."""
    text, at = pattern.pattern, alternative.start
    return _compiled(text[:at] + NEVER + text[at:], pattern.flags)


def never(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """The pattern switched off as a whole."""
    end = "\n)" if pattern.flags & re.VERBOSE else ")"  # a comment may stand at the end
    return _compiled(f"{NEVER}(?:{pattern.pattern}{end}", pattern.flags)


def _compiled(text: str, flags: int) -> re.Pattern[str] | None:
    try:
        return re.compile(text, flags)
    except re.error:
        return None


def _groups(pattern: re.Pattern[str]) -> Iterator[tuple[int, list[Alternative]]]:
    """Each group with the depth at which it opens; the whole expression is the group of depth 0.

    A group that is all there is of the whole ("(?:a|b)") takes its place.
    """
    text = pattern.pattern
    lead = _GLOBAL_FLAGS.match(text)
    stack: list[list[int]] = [[lead.end() if lead else 0]]
    for start, end, sign in _signs(text, verbose=bool(pattern.flags & re.VERBOSE)):
        if sign == "(":
            stack.append([end])
        elif sign == "|":
            stack[-1].append(end)
        else:
            is_whole = len(stack) == 2 and len(stack[0]) == 1 and _only(text, stack[0][0], stack[1][0], end)
            yield (0 if is_whole else len(stack) - 1), _cut(text, stack.pop(), start)
    yield 0, _cut(text, stack.pop(), len(text))


def _only(text: str, start: int, inside: int, end: int) -> bool:
    return _OPENING.fullmatch(text[start:inside].strip()) is not None and not text[end:].strip("+*?) ")


def _cut(text: str, starts: list[int], end: int) -> list[Alternative]:
    ends = [start - 1 for start in starts[1:]] + [end]
    return [Alternative(start, text[start:stop]) for start, stop in zip(starts, ends, strict=True)]


def _signs(text: str, *, verbose: bool) -> Iterator[tuple[int, int, str]]:
    """Every parenthesis and bar that is none of a character class, an escape or a comment: start, end, sign."""
    at = 0
    while at < len(text):
        sign, end = text[at], at + 1
        if sign == "\\":
            end = at + 2
        elif sign == "[":
            end = _class_end(text, at)
        elif sign == "#" and verbose:
            end = (text.find("\n", at) + 1) or len(text)
        elif sign == "(":
            opening = _OPENING.match(text, at)
            end = opening.end() if opening else end
            yield at, end, sign
        elif sign in ")|":
            yield at, end, sign
        at = end


def _class_end(text: str, at: int) -> int:
    match = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL).match(text, at)
    return match.end() if match else at + 1
