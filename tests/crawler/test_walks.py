from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler.walks import Walk

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PAGE_1 = ["https://a.vn/1", "https://a.vn/2", "https://a.vn/3"]
PAGE_2 = ["https://a.vn/4", "https://a.vn/5"]


def finished(pinned: list[str] | None = None) -> Walk:
    return Walk.resume("https://a.vn/", {"complete": True, "pinned": pinned or []}, rewalk=False)


def test_walk_for_the_first_time_goes_on_through_known_addresses() -> None:
    walk = Walk.resume("https://a.vn/", None, rewalk=False)
    assert walk.turn(PAGE_1, unknown=[]) is None


def test_walk_of_a_complete_list_stops_where_everything_is_known() -> None:
    assert finished().turn(PAGE_1, unknown=[]) == "known"


def test_walk_of_a_complete_list_goes_on_while_something_is_unknown() -> None:
    assert finished().turn(PAGE_1, unknown=PAGE_1[2:]) is None


def test_walk_goes_on_past_a_page_of_pinned_posts() -> None:
    walk = finished(pinned=PAGE_1)
    assert walk.turn(PAGE_1, unknown=[]) is None
    assert walk.turn(PAGE_2, unknown=[]) == "known"


def test_walk_goes_on_through_known_pages_when_a_rewalk_is_due() -> None:
    walk = Walk.resume("https://a.vn/", {"complete": True}, rewalk=True)
    assert walk.turn(PAGE_1, unknown=[]) is None


def test_walk_stops_when_pages_repeat() -> None:
    walk = Walk.resume("https://a.vn/", None, rewalk=False)
    assert walk.turn(PAGE_1, unknown=PAGE_1) is None
    assert walk.turn(PAGE_1, unknown=[]) is None
    assert walk.turn(PAGE_1, unknown=[]) == "repeats"


def test_walk_remembers_addresses_met_on_two_pages_as_pinned() -> None:
    walk = Walk.resume("https://a.vn/", None, rewalk=False)
    walk.turn(PAGE_1, unknown=PAGE_1)
    walk.turn([PAGE_1[0], *PAGE_2], unknown=PAGE_2)
    assert walk.remember(ended=True, now=NOW)["pinned"] == [PAGE_1[0]]


def test_walk_cut_short_is_not_complete() -> None:
    walk = Walk.resume("https://a.vn/", None, rewalk=False)
    walk.turn(PAGE_1, unknown=PAGE_1)
    assert walk.remember(ended=False, now=NOW)["complete"] is False


def test_walk_with_a_broken_page_is_not_complete() -> None:
    walk = Walk.resume("https://a.vn/", None, rewalk=False)
    walk.broken = True
    assert walk.remember(ended=True, now=NOW)["complete"] is False


def test_walk_with_falling_dates_is_ordered() -> None:
    walk = Walk.resume("https://a.vn/", None, rewalk=False)
    urls = [f"https://a.vn/{number}" for number in range(20)]
    walk.turn(urls, unknown=urls, dates=[f"2026-01-{30 - number:02}" for number in range(20)])
    assert walk.remember(ended=True, now=NOW)["unordered"] is False


def test_walk_with_rising_dates_is_unordered() -> None:
    walk = Walk.resume("https://a.vn/", None, rewalk=False)
    urls = [f"https://a.vn/{number}" for number in range(20)]
    walk.turn(urls, unknown=urls, dates=[f"2026-01-{1 + number:02}" for number in range(20)])
    assert walk.remember(ended=True, now=NOW)["unordered"] is True


def test_walk_that_ends_settles_what_was_met_before() -> None:
    memory = finished().remember(ended=True, now=NOW)
    walk = Walk.resume("https://a.vn/", memory, rewalk=False)
    assert walk.settled(NOW)
    assert not walk.settled(NOW + timedelta(seconds=1))


def test_walk_cut_short_settles_nothing() -> None:
    memory = finished().remember(ended=True, now=NOW)
    later = Walk.resume("https://a.vn/", memory, rewalk=False).remember(ended=False, now=NOW + timedelta(days=1))
    assert later["settled_at"] == NOW


def test_walk_of_what_is_new_keeps_what_a_full_walk_learned() -> None:
    before = {"complete": True, "pinned": PAGE_1, "unordered": True, "walked_at": NOW, "needed": False}
    walk = Walk.resume("https://a.vn/", before, rewalk=False)
    walk.turn(PAGE_2, unknown=[])
    assert walk.remember(ended=True, now=NOW).items() >= before.items()


def test_rewalk_cut_short_keeps_the_list_out_of_order_and_due() -> None:
    walk = Walk.resume("https://a.vn/", {"complete": True, "unordered": True, "walked_at": NOW}, rewalk=True)
    walk.turn(PAGE_1, unknown=[])
    memory = walk.remember(ended=False, now=NOW)
    assert memory["unordered"] is True
    assert memory["walked_at"] is None
