"""A guard against markup nested so deep that parsing takes minutes (HTML's scope rules are quadratic in depth)."""

from __future__ import annotations

import re

_SUSPICIOUS = 3_000
_DEEPEST = 1000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
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
    """Return `html` as it is, or without its tags where they nest deeper than any page's (browsers stop at 512)."""
    if html.count("<") < _SUSPICIOUS:
        return html
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _VOID:
            depth = max(0, depth + (-1 if match[1] else 1))
            if depth > _DEEPEST:
                return _TAG.sub(" ", html)
    return html
