"""The days that a crawl asks for, both ends included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class SpanError(ValueError):
    """Raised by `Span.of`, when a day is not written YYYY-MM-DD or the span ends before it begins."""


@dataclass(frozen=True, slots=True)
class Span:
    """Local days as "YYYY-MM-DD"; None is open."""

    since: str | None = None
    until: str | None = None

    @classmethod
    def of(cls, since: str | None, until: str | None) -> Span:
        """Check and make a span; SpanError names what is wrong."""
        for name, value in (("since", since), ("until", until)):
            if value is not None:
                _check(name, value)
        if since and until and since > until:
            raise SpanError(f"since {since} is later than until {until}")
        return cls(since, until)

    def holds(self, day: str | None) -> bool:
        """Whether a day is inside; an unknown day is."""
        if day is None:
            return True
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def is_past(self, day: str | None) -> bool:
        """Whether a known day lies before the span."""
        return day is not None and self.since is not None and day < self.since


def _check(name: str, value: str) -> None:
    try:
        well_formed = date.fromisoformat(value).isoformat() == value
    except ValueError:
        well_formed = False
    if not well_formed:
        raise SpanError(f"{name}: {value!r} is not a day written YYYY-MM-DD")
