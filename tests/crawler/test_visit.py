"""A run's answers, without a network: what each leads to, and how its address ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.http import HtmlResponse

from crawler.definitions import SiteDefinition
from crawler.discovery.listing import Listing, ListingLink
from crawler.frontier import Frontier
from crawler.listings import MOST_PAGES
from crawler.reading import PageSource, PageUnread, Reading, read_page
from crawler.schedule import DAY
from crawler.span import Span
from crawler.tasks import Task
from crawler.visit import Visit
from crawler.walks import Walk
from storage.articles import Articles
from storage.pages import Pages
from storage.types import Database

HOME = "https://so-a.example/"
OTHER = "https://so-b.example/"
NOW = datetime.now(UTC)
SITE = SiteDefinition(id="so-a", name="Sở A", hosts=("so-a.example",), start=(HOME,), path=Path("so-a.toml"))


class Ledger:
    """The part of a run's records that a visit uses."""

    def __init__(self, db: Database, run: str) -> None:
        self.opened = Frontier("so-a", run, Pages(db))
        self.articles = Articles(db)
        self.alerts: list[str] = []

    def index(self, snapshot: Mapping[str, Any] | None) -> None:
        assert snapshot is None

    def before_closing(self, write: Callable[[], Awaitable[None]]) -> None:
        self.close = write


async def no_answer(task: Task) -> None:
    raise AssertionError(f"{task.url} is no part of an article")


async def read(source: PageSource) -> Reading:
    return read_page(source)


def visit(db: Database, run: str = "run-1", limit: int | None = None) -> Visit:
    return Visit(SITE, Ledger(db, run), Span(), limit, no_answer, read)  # type: ignore[arg-type]


def article(number: int) -> Task:
    return Task(f"{HOME}bai-viet-so-{number}-{number}.html", "article", section=HOME)


async def ends(db: Database, url: str) -> tuple[str, str | None]:
    page = (await Pages(db).lookup("so-a", [url]))[url]
    return page["state"], page["reason"]


def answer(task: Task, status: int, **headers: str) -> HtmlResponse:
    return HtmlResponse(task.url, status=status, headers=headers, request=Request(task.url))


def redirect(task: Task, target: str) -> HtmlResponse:
    return answer(task, 301, Location=target)


async def test_article_that_redirects_keeps_its_place_within_the_limit(db: Database) -> None:
    run = visit(db, limit=1)
    for admission in await run.frontier.admit([article(1), article(2)]):
        run.listings.within_budget(admission)
    outcome = await run.take(article(1), redirect(article(1), f"{HOME}tin/1"), NOW)
    assert [task.url for task in outcome.follow] == [f"{HOME}tin/1"]


async def test_article_that_is_missing_makes_room_within_the_limit(db: Database) -> None:
    run = visit(db, limit=1)
    for admission in await run.frontier.admit([article(1), article(2)]):
        run.listings.within_budget(admission)
    outcome = await run.take(article(1), answer(article(1), 404), NOW)
    assert [task.url for task in outcome.follow] == [article(2).url]


async def test_redirect_back_to_an_address_on_the_way_fails(db: Database) -> None:
    run = visit(db)
    await run.frontier.admit([article(1)])
    (follow,) = (await run.take(article(1), redirect(article(1), f"{HOME}tin/1"), NOW)).follow
    await run.take(follow, redirect(follow, article(1).url), NOW)
    assert await ends(db, follow.url) == ("failed", "redirect_loop")


async def test_begin_leaves_what_exceeds_the_limit_to_the_next_run(db: Database) -> None:
    earlier = visit(db)
    for number in range(5):
        await earlier.frontier.postpone(article(number), "limit")
    later = visit(db, "run-2", limit=2)
    begun = [task for task in await later.begin() if task.role == "article"]
    await later.close()
    assert len(begun) == 2
    assert await Pages(db).reasons("so-a", "run-2", "not_due") == {"limit": 3}


async def test_begin_takes_up_a_failed_article_that_is_due_once(db: Database) -> None:
    earlier = visit(db)
    await earlier.frontier.admit([article(1)])
    await earlier.endings.missing(article(1), 404, NOW - timedelta(seconds=2 * DAY))
    begun = [task.url for task in await visit(db, "run-2").begin()]
    assert sorted(begun) == sorted([HOME, article(1).url])


async def test_list_that_an_earlier_run_found_fails_first_and_is_left_out_a_day_later(db: Database) -> None:
    run = visit(db)
    found = Task(f"{HOME}tin-tuc", "section", found_on=HOME)
    await run.endings.missing(found, 404, NOW - timedelta(seconds=DAY))
    assert await ends(db, found.url) == ("failed", "http_404")
    await run.endings.missing(found, 404, NOW)
    assert await ends(db, found.url) == ("excluded", "http_404")


async def test_list_that_the_definition_names_goes_on_failing(db: Database) -> None:
    run = visit(db)
    named = Task(f"{HOME}tin-tuc", "section")
    await run.endings.missing(named, 404, NOW - timedelta(seconds=DAY))
    await run.endings.missing(named, 404, NOW)
    assert await ends(db, named.url) == ("failed", "http_404")


async def test_redirect_to_another_host_fails_for_a_start_address_only(db: Database) -> None:
    run = visit(db)
    for task in (Task(HOME, "start"), Task(f"{HOME}tin-tuc", "section", found_on=HOME)):
        await run.take(task, redirect(task, OTHER), NOW)
    assert await ends(db, HOME) == ("failed", "redirect:other_host")
    assert await ends(db, f"{HOME}tin-tuc") == ("excluded", "redirect")


async def test_portal_that_sets_a_cookie_and_returns_is_asked_once_more(db: Database) -> None:
    run = visit(db)
    await run.frontier.admit([article(1)])
    challenge = answer(article(1), 302, **{"Location": article(1).url, "Set-Cookie": "seen=1"})
    outcome = await run.take(article(1), challenge, NOW)
    assert [task.url for task in outcome.follow] == [article(1).url]
    assert (await run.take(outcome.follow[0], challenge, NOW)).follow == []
    await run.frontier.close()
    assert await ends(db, article(1).url) == ("failed", "redirect_loop")


async def test_article_whose_page_says_that_it_is_missing_fails_instead_of_being_stored(db: Database) -> None:
    run = visit(db)
    await run.frontier.admit([article(1)])
    page = "<html><body><h1>Bài viết không tồn tại</h1><p>05/03/2024 08:15</p><p>Mời về trang chủ.</p></body></html>"
    response = HtmlResponse(article(1).url, body=page.encode(), request=Request(article(1).url))
    assert (await run.take(article(1), response, NOW)).item is None
    await run.frontier.close()
    assert await ends(db, article(1).url) == ("failed", "http_404")


async def test_list_without_end_is_left_with_an_alert(db: Database) -> None:
    run = visit(db)
    walk = Walk(HOME, pages=MOST_PAGES - 1)
    run.listings.walks[HOME] = walk
    links = tuple(ListingLink(f"{HOME}tin/bai-{n}-{n}.html", f"Bài số {n}") for n in range(5000, 5005))
    page = Task(f"{HOME}?page={MOST_PAGES}", "page", section=HOME)
    await run.frontier.admit([page])
    outcome = await run.listings.read(page, Listing(links=links, next_page=f"{HOME}?page=9999", score=1.0), NOW, {})
    await asyncio.gather(*outcome.endings)
    assert not any(task.role == "page" for task in outcome.follow)
    assert "more than" in run.listings.alerts[0]


async def test_begin_remembers_what_the_list_said_of_a_due_article(db: Database) -> None:
    listed = replace(article(1), headline="Tập huấn phần mềm quản lý văn bản", category="Chuyển đổi số")
    await visit(db).frontier.admit([listed])
    again = [task for task in await visit(db, "run-2").begin() if task.role == "article"]
    assert [(task.headline, task.category) for task in again] == [(listed.headline, listed.category)]


async def test_page_that_takes_more_than_its_budget_is_left_out(db: Database) -> None:
    async def too_slow(source: PageSource) -> Reading:
        raise PageUnread(source.url, "excluded", "too_slow")

    run = Visit(SITE, Ledger(db, "run-1"), Span(), None, no_answer, too_slow)  # type: ignore[arg-type]
    await run.frontier.admit([article(1)])
    response = HtmlResponse(article(1).url, body=b"<html><body>", request=Request(article(1).url))
    assert (await run.take(article(1), response, NOW)).item is None
    await run.frontier.close()
    assert await ends(db, article(1).url) == ("excluded", "too_slow")
