from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.definitions import SiteDefinition
from crawler.discovery.listing import Listing, ListingLink
from crawler.frontier import Frontier
from crawler.listings import Listings, cover
from crawler.outcome import Budget, Outcome
from crawler.span import Span
from crawler.tasks import Role, Task
from storage.pages import Pages
from storage.types import Database

HOME = "https://so-a.example/"
A, B, ALL = HOME + "a", HOME + "b", HOME + "tat-ca"
PAGE_2 = HOME + "?page=2"


def test_cover_leaves_out_lists_that_others_make_superfluous() -> None:
    assert cover({A: {1, 2}, B: {3}, ALL: {1, 2, 3, 4}}, first=[HOME]) == {ALL}


def test_cover_keeps_a_list_that_alone_has_an_article() -> None:
    assert cover({A: {1, 2, 9}, ALL: {1, 2, 3, 4}}, first=[HOME]) == {A, ALL}


def test_cover_takes_the_start_page_first() -> None:
    assert cover({HOME: {1, 2}, A: {1, 2}}, first=[HOME]) == {HOME}


def listing(numbers: range, following: str | None) -> Listing:
    links = tuple(
        ListingLink(f"{HOME}bai-viet-so-{number}-{number}.html", f"Bài viết số {number}") for number in numbers
    )
    return Listing(links=links, score=1.0, next_page=following)


def listings(db: Database, run: str, limit: int | None = None) -> Listings:
    site = SiteDefinition(id="so-a", name="Sở A", hosts=("so-a.example",), start=(HOME,), path=Path("so-a.toml"))
    return Listings(site, Frontier("so-a", run, Pages(db)), Span(), Budget(limit))


async def read(lists: Listings, role: Role, page: Listing) -> Outcome:
    task = Task(HOME if role == "start" else PAGE_2, role, section=None if role == "start" else HOME)
    outcome = await lists.read(task, page, datetime.now(UTC), {})
    await asyncio.gather(*outcome.endings)
    return outcome


def pages_of(outcome: Outcome) -> list[str]:
    return [task.url for task in outcome.follow if task.role == "page"]


async def walked(db: Database, run: str, first: Listing, second: Listing) -> None:
    lists = listings(db, run)
    await read(lists, "start", first)
    await read(lists, "page", second)
    await lists.close(datetime.now(UTC))


async def test_listing_is_left_where_everything_is_known(db: Database) -> None:
    await walked(db, "run-1", listing(range(10, 20), PAGE_2), listing(range(10), None))
    outcome = await read(listings(db, "run-2"), "start", listing(range(10, 20), PAGE_2))
    assert pages_of(outcome) == []


async def test_listing_whose_news_a_killed_run_met_is_walked_to_the_news_behind_it(db: Database) -> None:
    await walked(db, "run-1", listing(range(10, 20), PAGE_2), listing(range(10), None))
    top, below = listing(range(30, 40), PAGE_2), listing(range(20, 30), None)
    killed = await read(listings(db, "run-2"), "start", top)
    assert pages_of(killed) == [PAGE_2]

    lists = listings(db, "run-3")
    unfinished = [
        Task(page["url"], "article") for page in await Pages(db).unfinished("so-a") if page["role"] == "article"
    ]
    await lists.frontier.admit(unfinished)
    assert pages_of(await read(lists, "start", top)) == [PAGE_2]
    assert [task.role for task in (await read(lists, "page", below)).follow] == ["article"] * 10
    assert pages_of(await read(listings(db, "run-4"), "start", top)) == []


async def test_listing_whose_news_a_limit_cut_short_is_walked_on_by_the_next_run(db: Database) -> None:
    await walked(db, "run-1", listing(range(10, 20), PAGE_2), listing(range(10), None))
    top = listing(range(30, 40), PAGE_2)
    limited = listings(db, "run-2", limit=3)
    assert pages_of(await read(limited, "start", top)) == []
    await limited.close(datetime.now(UTC))
    assert pages_of(await read(listings(db, "run-3"), "start", top)) == [PAGE_2]


async def test_superfluous_list_is_left_alone_again_after_a_look_at_it(db: Database) -> None:
    memory = {"complete": True, "needed": False, "pinned": []}
    lists = listings(db, "run-2")
    await lists.frontier.remember(HOME, memory, datetime(2026, 1, 1, tzinfo=UTC))
    await read(lists, "start", listing(range(0), None))
    page = (await Pages(db).lookup("so-a", [HOME]))[HOME]
    assert page["next_due_at"] > datetime.now(UTC) + timedelta(days=6)
    assert page["listing"]["needed"] is False


async def test_closing_writes_down_what_waits_in_batches(db: Database) -> None:
    lists = listings(db, "run-1", limit=1)
    await read(lists, "start", listing(range(300), None))
    begun = time.monotonic()
    await lists.close(datetime.now(UTC))
    # One after the other, each waiting for its batch, they would take a minute.
    assert time.monotonic() - begun < 10
    assert await Pages(db).reasons("so-a", "run-1", "not_due") == {"limit": 299}
