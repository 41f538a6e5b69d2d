from __future__ import annotations

import pytest

from crawler.span import Span, SpanError


def test_span_holds_both_its_ends() -> None:
    span = Span.of("2026-01-01", "2026-01-31")
    assert span.holds("2026-01-01")
    assert span.holds("2026-01-31")
    assert not span.holds("2026-02-01")
    assert not span.holds("2025-12-31")


def test_span_holds_an_unknown_day() -> None:
    assert Span.of("2026-01-01", None).holds(None)


def test_span_is_past_only_before_its_beginning() -> None:
    span = Span.of("2026-01-01", "2026-01-31")
    assert span.is_past("2025-12-31")
    assert not span.is_past("2026-02-01")
    assert not span.is_past(None)


@pytest.mark.parametrize("value", ["01/01/2026", "2026-1-1", "2026-02-30", "gestern"])
def test_span_names_what_is_no_day(value: str) -> None:
    with pytest.raises(SpanError, match=r"since.*YYYY-MM-DD"):
        Span.of(value, None)


def test_span_refuses_to_end_before_it_begins() -> None:
    with pytest.raises(SpanError, match="later"):
        Span.of("2026-02-01", "2026-01-01")
