"""A cheap look for what Unicode text hardly has: pages without it are not searched for legacy fonts.

It is sought in UTF-8, because a regular expression that begins with one certain byte runs over the rest of a page
several times faster than one that begins with a class of characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.entities import html5
from typing import Final

_SIGNS: Final = "".join(map(chr, range(0xA1, 0xC0))) + "\u00d7\u00df\u00f7"
_MARKS: Final = "âêûúïåäëøùüÂÊÛÚÏÅÄËØÙÜ"
_SMALL_D: Final = "®"
"""What begins more words than any other sign: đ of TCVN3."""

_BEFORE_LETTER: Final = r"(?:[A-Za-z\xc3]|\xc2[^\xa0]|&(?!nbsp))"
_INSIDE: Final = rf"(?<=[A-Za-z]..){_BEFORE_LETTER}"
_BEHIND_VOWEL: Final = "(?<=[aeoAEO]..)"


def _references(chars: str) -> str:
    """A regular expression for the rest of a character reference behind `&`: named, decimal or hexadecimal."""
    named = {name for name, char in html5.items() if char in set(chars) and name.endswith(";")}
    return "(?:" + "|".join((*sorted(named), *(rf"#{ord(char)};|#[xX]0*(?i:{ord(char):x});" for char in chars))) + ")"


def _second_bytes(chars: Iterable[str], lead: int) -> str:
    encoded = [char.encode() for char in chars]
    return "".join(f"\\x{pair[1]:02x}" for pair in encoded if pair[0] == lead)


_HINTS: Final = tuple(
    re.compile(hint.encode("ascii"))
    for hint in (
        # A sign inside a word, or đ at its beginning: TCVN3.
        rf"\xc2(?:[{_second_bytes(_SIGNS, 0xC2)}]{_INSIDE}|{_second_bytes(_SMALL_D, 0xC2)}{_BEFORE_LETTER})",
        # Such a sign beyond the first block, or a vowel and its mark: VNI.
        rf"\xc3(?:[{_second_bytes(_SIGNS, 0xC3)}]{_INSIDE}|[{_second_bytes(_MARKS, 0xC3)}]{_BEHIND_VOWEL})",
        # All of these as references.
        rf"&(?:(?<=[A-Za-z].){_references(_SIGNS)}{_BEFORE_LETTER}|{_references(_SMALL_D)}{_BEFORE_LETTER}"
        rf"|(?<=[aeoAEO].){_references(_MARKS)})",
    )
)


def hints_at_legacy(text: str) -> bool:
    """Whether a text, or the source of a page, holds what legacy fonts make: "nh©n", "nh&copy;n", "nhaân"."""
    encoded = text.encode("utf-8", "surrogatepass")
    return any(hint.search(encoded) for hint in _HINTS)
