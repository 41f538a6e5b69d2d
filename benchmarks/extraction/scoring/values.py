"""When two values of a field are the same."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from urllib.parse import unquote, urlsplit

from benchmarks.extraction.scoring.words import comparable

VIETNAM = timezone(timedelta(hours=7))
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def same_text(gold: object, found: object) -> bool:
    """The same text by the text rule."""
    return comparable(gold) == comparable(found)


def same_day(gold: str | None, found: str | None) -> bool:
    """The same day in Vietnam, or none on both sides."""
    if not gold or not found:
        return not gold and not found
    have = moment(found)
    return have is not None and _known(gold).date() == have.date()


def same_time(gold: str | None, found: str | None) -> bool:
    """The same minute where the label has one, else the same day."""
    if not gold or not found or DAY.fullmatch(gold):
        return same_day(gold, found)
    have = moment(found)
    if have is None or DAY.fullmatch(found.strip()):
        return False
    return _known(gold).replace(second=0, microsecond=0) == have.replace(second=0, microsecond=0)


def not_wrong(gold: str | None, found: str | None) -> bool:
    """The same time, or the right day from a tool that tells no time."""
    return same_time(gold, found) or (DAY.fullmatch((found or "").strip()) is not None and same_day(gold, found))


def moment(value: str) -> datetime | None:
    """An ISO 8601 time in Vietnam's zone, which is also that of times without one; None if it is no such time."""
    try:
        when = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return when.astimezone(VIETNAM) if when.tzinfo else when.replace(tzinfo=VIETNAM)


def _known(label: str) -> datetime:
    when = moment(label)
    if when is None:
        raise ValueError(f"published_at: {label!r} of the labels is no ISO 8601 time")
    return when


def address(value: object) -> str:
    """An address for comparing: percent-escapes decoded, without fragment and closing slash; "" for none."""
    parts = urlsplit(str(value or "").strip())
    if not parts.netloc:
        return ""
    query = f"?{unquote(parts.query)}" if parts.query else ""
    return f"{parts.scheme}://{parts.netloc}".lower() + comparable(unquote(parts.path)).rstrip("/") + query
