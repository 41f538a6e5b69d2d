"""Names of months: Tháng Mười Một, thg 1, Th12, Tháng M. hai, January, Sept."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.dates.phrases import Phrases
from vietnamese.dates.tokens import Token

_ENGLISH = Phrases(
    {
        1: "january, jan",
        2: "february, feb",
        3: "march, mar",
        4: "april, apr",
        5: "may",
        6: "june, jun",
        7: "july, jul",
        8: "august, aug",
        9: "september, sept, sep",
        10: "october, oct",
        11: "november, nov",
        12: "december, dec",
    }
)

# "Giêng" is January in .NET Framework's vi-VN; "Chạp" is only ever lunar, so it is no month here. NukeViet
# writes "M. một" and "M. hai" for the eleventh and the twelfth.
_VIETNAMESE = Phrases(
    {
        1: "một, giêng",
        2: "hai",
        3: "ba",
        4: "tư, bốn",
        5: "năm",
        6: "sáu",
        7: "bảy, bẩy",
        8: "tám",
        9: "chín",
        10: "mười",
        11: "mười một, m một",
        12: "mười hai, m hai",
    }
)
_HEADS = frozenset({"tháng", "thang", "thg"})


def match_english_month(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The month whose English name stands at `at`, and where it ends."""
    return _ENGLISH.match(tokens, at)


def match_month(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The month that stands at `at` by its English or Vietnamese name or as "tháng 12", and where it ends."""
    return _ENGLISH.match(tokens, at) or match_vietnamese_month(tokens, at)


def match_vietnamese_month(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The month after tháng or thg, or glued to Th (WordPress: "Th12"); and where it ends."""
    head = tokens[at].low
    if head in _HEADS:
        after = at + 1 + (tokens[at + 1].text == ".")
        return _numbered(tokens, after) or _VIETNAMESE.match(tokens, after)
    if head == "th":
        after = at + 1 + (tokens[at + 1].text == ".")
        return _numbered(tokens, after) if tokens[after].glued else None
    return None


def match_short_month(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The month in CLDR's narrowest form, "T7". Only after a day: elsewhere T7 is Saturday."""
    if tokens[at].low == "t" and tokens[at + 1].glued:
        return _numbered(tokens, at + 1)
    return None


def _numbered(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    token = tokens[at]
    if token.kind == "n" and len(token.text) <= 2 and 1 <= int(token.text) <= 12:
        return int(token.text), at + 1
    return None
