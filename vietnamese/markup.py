"""The text nodes of a page's markup, found without parsing it, so that all else can stay byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Final

_MARKUP: Final = re.compile(r"<!--|<!\[CDATA\[|\]\]>|<(script|style)\b|<[a-zA-Z/!?]", re.IGNORECASE)
_RAW_END: Final = {name: re.compile(rf"</{name}[^>]*>", re.IGNORECASE) for name in ("script", "style")}
_ENTITY: Final = re.compile(r"&(?:#(\d{3})|#[xX]0*([0-9a-fA-F]{2})|([a-zA-Z]{2,6}[1-4]{0,2}));")
_LATIN1: Final = range(0xA1, 0x100)


def text_spans(page: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every stretch of text outside tags, comments, scripts and style sheets."""
    done = 0
    while match := _MARKUP.search(page, done):
        if match.start() > done:
            yield done, match.start()
        done = _end_of_markup(page, match)
    if done < len(page):
        yield done, len(page)


def unescape_latin1(text: str) -> str:
    """Resolve the references to U+00A1 to U+00FF (`&copy;`, `&#169;`, `&#xA9;`), and no others."""
    return _ENTITY.sub(_resolve, text) if "&" in text else text


def _end_of_markup(page: str, match: re.Match[str]) -> int:
    """Past the markup that begins at the match; unclosed, it lasts to the end of the page, as in browsers."""
    opening = match[0]
    if opening == "]]>" or opening.upper() == "<![CDATA[":
        return match.end()
    if match[1]:
        closing = _RAW_END[match[1].lower()].search(page, match.end())
        return closing.end() if closing else len(page)
    end = "-->" if opening == "<!--" else ">"
    at = page.find(end, match.end())
    return at + len(end) if at >= 0 else len(page)


def _resolve(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    char = html5.get(f"{name};", "") if name else chr(int(decimal) if decimal else int(hexadecimal, 16))
    return char if len(char) == 1 and ord(char) in _LATIN1 else match[0]
