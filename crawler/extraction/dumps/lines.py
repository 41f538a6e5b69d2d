"""The lines of a dump that bear text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

from vietnamese.text import normalize

# A print view that escapes its own markup gives "<p>Sáng nay …</p>" as text.
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?tr|/?li|/?h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:span|strong|em|b|i|u|a|img|font|table|tbody|td|th|ul|ol)\b[^<>]*>", re.IGNORECASE)
# The empty value that a template (Java's, JavaScript's) prints before a field: "null Hội thi …".
_EMPTY = re.compile(r"(?:null|undefined)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line in its stored form. `apart`: an empty line, or one of blanks only, stands before it."""

    text: str
    apart: bool

    def joined(self, other: Line, glue: str = " ") -> Line:
        """This line with another one as its continuation."""
        return replace(self, text=f"{self.text}{glue}{other.text}")


def split_lines(text: str) -> list[Line]:
    """Cut a dump into its lines; a byte order mark, blanks and empty lines go."""
    lines: list[Line] = []
    apart = True
    for printed in normalize(_without_markup(text)).split("\n"):
        if not printed:
            apart = True
            continue
        lines.append(Line(_without_empty(printed), apart))
        apart = False
    return lines


def _without_empty(line: str) -> str:
    empty = _EMPTY.match(line)
    return line[empty.end() :] if empty else line


def _without_markup(text: str) -> str:
    if not _BREAK.search(text):
        return text
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
