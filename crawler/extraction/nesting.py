"""A guard against markup nested so deep that parsing takes minutes (HTML's scope rules are quadratic in depth)."""

from __future__ import annotations

import re

_SUSPICIOUS = 3_000
_DEEPEST = 1000
# What stays of markup that is too deep: enough for any template's frame around an article.
_KEPT = 200
_LONG_TAG = 20_000
_MOST_ATTRIBUTES = 500
# Possessive: a name that never ends must not be tried from all of its letters.
_HUGE = re.compile(rf"<([a-zA-Z][\w:-]*+)[^<>]{{{_LONG_TAG},}}+>")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*+)[^<>]*+>")
# Void elements, and those whose end may be left out: a long table without a </td> is not deep.
_VOID = frozenset(
    [
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
            "p",
            "li",
        ),
        *("tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "dt", "dd", "option", "optgroup", "rt", "rp"),
    ]
)


def flatten(html: str) -> str:
    """Return `html` as it is, or without what parsers are slow on.

    That are tags with more attributes than any page's, and those that nest deeper (browsers stop at 512); what ends
    a line stays, so that an article above or inside can still be read.
    """
    if _holds_huge_tag(html):
        html = _HUGE.sub(_without_attributes, html)
    if html.count("<") < _SUSPICIOUS or not _is_deep(html):
        return html
    depth = 0

    def shallow(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in _VOID:
            return match[0]
        depth += not match[1]
        too_deep = depth > _KEPT
        depth -= bool(match[1]) and depth > 0
        return " " if too_deep else match[0]

    return _TAG.sub(shallow, html)


def _holds_huge_tag(html: str) -> bool:
    """Look for long runs without a "<", from one to the next: on most pages that is a handful of steps."""
    at = 0
    while at >= 0 and len(html) - at > _LONG_TAG:
        last = html.rfind("<", at, at + _LONG_TAG)
        if last < 0 and at and _HUGE.match(html, at - 1):
            return True
        at = (last if last >= 0 else html.find("<", at)) + 1 or -1
    return False


def _is_deep(html: str) -> bool:
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _VOID:
            depth = max(0, depth + (-1 if match[1] else 1))
            if depth > _DEEPEST:
                return True
    return False


def _without_attributes(match: re.Match[str]) -> str:
    return f"<{match[1]}>" if len(match[0].split()) > _MOST_ATTRIBUTES else match[0]
