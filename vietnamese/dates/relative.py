"""Times counted back from the fetch: 2 giờ trước, một tháng trước, hôm qua, vừa xong, 3 hours ago."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.dates.elements import Ago, Match, NearDay, Unit
from vietnamese.dates.phrases import Phrases
from vietnamese.dates.tokens import Token

_NEAR_DAYS = Phrases(
    {
        0: "hôm nay, today",
        1: "hôm qua, yesterday",
        2: "hôm kia",
    }
)
_JUST_NOW = Phrases({True: "vừa xong, vừa mới đăng, vừa đăng, vừa mới, mới đăng, ngay bây giờ, just now"})
# True: it means "before now" by itself.
_ABOUT = Phrases({False: "khoảng, hơn, gần, about, over, almost", True: "cách đây, cách đây khoảng"})
_FEW = Phrases({True: "vài, một vài, mấy, a few"})
_COUNTS = Phrases(
    {
        1: "một, a, an, one",
        2: "hai, two",
        3: "ba, three",
        4: "bốn, four",
        5: "năm, five",
        6: "sáu, six",
        7: "bảy, bẩy, seven",
        8: "tám, eight",
        9: "chín, nine",
        10: "mười, ten",
    }
)
# No years: an article "2 năm trước" has no day worth storing.
_UNITS: Phrases[Unit] = Phrases(
    {
        "second": "giây, second, seconds, sec, secs, s",
        "minute": "phút, ph, p, minute, minutes, min, mins, m",
        "hour": "giờ, tiếng, giờ đồng hồ, tiếng đồng hồ, h, hour, hours, hr, hrs",
        "day": "ngày, day, days, d",
        "week": "tuần, tuần lễ, week, weeks, w",
        "month": "tháng, month, months",
    }
)
_BEFORE = Phrases({True: "trước, trước đây, ago"})
_MAX_DIGITS = 4


def match_near_day(tokens: Sequence[Token], at: int) -> Match | None:
    """Today, yesterday, the day before. With a colon after it, it heads the page's clock and is no match."""
    found = _NEAR_DAYS.match(tokens, at)
    if not found or tokens[found[1]].text == ":":
        return None
    return NearDay(found[0]), found[1]


def match_ago(tokens: Sequence[Token], at: int) -> Match | None:
    """A count of units before now that starts at `at`."""
    now = _JUST_NOW.match(tokens, at)
    if now:
        return Ago(((0, "minute"),)), now[1]
    said_before, at = _ABOUT.match(tokens, at) or (False, at)
    few = _FEW.match(tokens, at)
    if few:
        return _few_ago(tokens, few[1])
    terms: list[tuple[int, Unit]] = []
    while len(terms) < 2 and (term := _term(tokens, at)):
        terms.append(term[0])
        at = term[1]
    before, end = _BEFORE.match(tokens, at) or (said_before, at)
    return (Ago(tuple(terms)), end) if terms and before else None


def _term(tokens: Sequence[Token], at: int) -> tuple[tuple[int, Unit], int] | None:
    """One count with its unit: "2 giờ", "một tháng"."""
    token = tokens[at]
    if token.kind == "n":
        if len(token.text) > _MAX_DIGITS:
            return None
        count, after = int(token.text), at + 1
    else:
        word = _COUNTS.match(tokens, at)
        if not word:
            return None
        count, after = word
    unit = _UNITS.match(tokens, after)
    return ((count, unit[0]), unit[1]) if unit else None


def _few_ago(tokens: Sequence[Token], at: int) -> Match | None:
    """A few seconds or minutes are now, at the precision they have; a few hours or days are no date."""
    unit = _UNITS.match(tokens, at)
    if not unit or unit[0] not in ("second", "minute"):
        return None
    end = _BEFORE.match(tokens, unit[1])
    return (Ago(((0, unit[0]),), vague=unit[0] == "minute"), end[1]) if end else None
