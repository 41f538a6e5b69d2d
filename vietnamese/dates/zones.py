"""Zones: (GMT+7), +0700, +07:00, Z, ICT, UTC, Asia/Ho_Chi_Minh."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from vietnamese.dates.elements import Match, Zone
from vietnamese.dates.phrases import Phrases
from vietnamese.dates.tokens import Token

# The North American names are those of RFC 822, section 5.1.
_NAMES = Phrases(
    {
        0: "gmt, utc, ut",
        7: (
            "ict, indochina time, giờ đông dương, giờ việt nam, giờ hà nội, se asia standard time, "
            "asia ho chi minh, asia saigon, asia bangkok"
        ),
        -4: "edt",
        -5: "est, cdt",
        -6: "cst, mdt",
        -7: "mst, pdt",
        -8: "pst",
    }
)
_MAX_HOURS = 14


def match_zone(tokens: Sequence[Token], at: int) -> Match | None:
    """A zone that starts with the word at `at`."""
    token = tokens[at]
    if token.text == "Z" or (token.low == "z" and token.glued):
        return Zone(timedelta()), at + 1
    name = _NAMES.match(tokens, at)
    if not name:
        return None
    hours, end = name
    if hours == 0:
        return match_offset(tokens, end) or (Zone(timedelta()), end)
    return Zone(timedelta(hours=hours)), end


def match_offset(tokens: Sequence[Token], at: int) -> Match | None:
    """An offset that starts with the sign at `at`: +7, +07, +0700, +07:00."""
    sign, number = tokens[at], tokens[at + 1]
    if sign.text not in ("+", "-") or number.kind != "n" or not number.glued:
        return None
    end = at + 2
    digits = number.text
    if len(digits) == 4:
        hours, minutes = int(digits[:2]), int(digits[2:])
    elif len(digits) <= 2:
        hours, minutes = int(digits), 0
        if tokens[end].text == ":" and tokens[end + 1].kind == "n" and len(tokens[end + 1].text) == 2:
            minutes, end = int(tokens[end + 1].text), end + 2
    else:
        return None
    if hours > _MAX_HOURS or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    return Zone(-offset if sign.text == "-" else offset), end
