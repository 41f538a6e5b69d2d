from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawler.frontier import Frontier, is_due
from crawler.tasks import Task
from storage.pages import Pages
from storage.types import Database

NOW = datetime.now(UTC)
URL = "https://so-a.example/tin/bai-mot-4985.html"


def article(url: str = URL, headline: str = "Sở A mở lớp tập huấn") -> Task:
    return Task(url, "article", section="https://so-a.example/", headline=headline)


async def test_frontier_fetches_an_unknown_address_once(db: Database) -> None:
    frontier = Frontier("so-a", "run-1", Pages(db))
    first, again = await frontier.admit([article(), article()])
    assert (first.known, first.fetch) == (False, True)
    later = (await frontier.admit([article()]))[0]
    assert not later.fetch
    assert not later.known
    assert again.task.url == URL
    assert not again.fetch


async def test_frontier_writes_an_admitted_address_down_as_not_fetched(db: Database) -> None:
    frontier = Frontier("so-a", "run-1", Pages(db))
    await frontier.admit([article()])
    assert await frontier.pages.counts("so-a", "run-1") == {"failed": 1}
    assert await frontier.pages.reasons("so-a", "run-1", "failed") == {"not_fetched": 1}


async def test_frontier_leaves_a_settled_address_until_it_is_due(db: Database) -> None:
    pages = Pages(db)
    first = Frontier("so-a", "run-1", pages)
    await first.admit([article()])
    await first.finish(URL, "new", next_due_at=NOW + timedelta(days=1), article_id="so-a:12")
    second = Frontier("so-a", "run-2", pages)
    answer = (await second.admit([article()]))[0]
    assert (answer.known, answer.fetch) == (True, False)
    assert await pages.counts("so-a", "run-2") == {"not_due": 1}


async def test_frontier_takes_up_what_a_killed_run_left(db: Database) -> None:
    pages = Pages(db)
    await Frontier("so-a", "run-1", pages).admit([article()])
    answer = (await Frontier("so-a", "run-2", pages).admit([article()]))[0]
    assert (answer.known, answer.fetch) == (True, True)


async def test_frontier_does_not_fetch_another_address_of_a_known_article(db: Database) -> None:
    pages = Pages(db)
    first = Frontier("so-a", "run-1", pages)
    await first.admit([article()])
    await first.finish(URL, "new", article_id="so-a:12")
    twin = article("https://so-a.example/tin/bai-mot-sua-ten-4985.html")
    answer = (await Frontier("so-a", "run-2", pages).admit([twin]))[0]
    assert not answer.fetch
    assert await pages.reasons("so-a", "run-2", "excluded") == {"duplicate_address": 1}


async def test_frontier_makes_a_known_article_conditional(db: Database) -> None:
    pages = Pages(db)
    first = Frontier("so-a", "run-1", pages)
    await first.admit([article()])
    await first.finish(URL, "new", article_id="so-a:12", etag='"v1"', next_due_at=NOW - timedelta(days=1))
    task = (await Frontier("so-a", "run-2", pages).admit([article()]))[0].conditional()
    assert task.validators == (("If-None-Match", '"v1"'),)


async def test_frontier_leaves_what_an_interrupted_run_did_not_reach_to_the_next(db: Database) -> None:
    pages = Pages(db)
    await Frontier("so-a", "run-1", pages).admit([article()])
    assert await pages.leave_over("so-a", "run-1", "not_fetched", "interrupted", NOW) == 1
    assert await pages.counts("so-a", "run-1") == {"not_due": 1}
    assert await pages.reasons("so-a", "run-1", "not_due") == {"interrupted": 1}
    assert (await Frontier("so-a", "run-2", pages).admit([article()]))[0].fetch


async def test_frontier_postpones_to_the_next_run(db: Database) -> None:
    pages = Pages(db)
    await Frontier("so-a", "run-1", pages).postpone(article(), "limit")
    assert await pages.counts("so-a", "run-1") == {"not_due": 1}
    assert (await Frontier("so-a", "run-2", pages).admit([article()]))[0].fetch


def test_is_due_follows_the_schedule_before_the_state() -> None:
    assert not is_due({"state": "failed", "next_due_at": NOW + timedelta(hours=1)}, NOW)
    assert is_due({"state": "unchanged", "next_due_at": NOW}, NOW)
    assert is_due({"state": "failed"}, NOW)
    assert not is_due({"state": "excluded"}, NOW)


async def test_frontier_fetches_an_address_set_aside_when_a_redirect_leads_to_it(db: Database) -> None:
    frontier = Frontier("so-a", "run-1", Pages(db))
    twin = article("https://so-a.example/chuyen-muc/bai-mot-4985.html")
    first, aside = await frontier.admit([twin, article()])
    assert (first.fetch, aside.fetch) == (True, False)
    assert (await frontier.admit_target(article(), force=False)).fetch
    assert not (await frontier.admit_target(article(), force=False)).fetch


async def test_frontier_fetches_a_redirects_target_that_no_list_has_shown_yet(db: Database) -> None:
    frontier = Frontier("so-a", "run-1", Pages(db))
    await frontier.admit([article("https://so-a.example/chuyen-muc/bai-mot-4985.html")])
    assert (await frontier.admit_target(article(), force=False)).fetch


async def test_frontier_fetches_an_address_set_aside_when_its_article_was_never_stored(db: Database) -> None:
    pages = Pages(db)
    twin = article("https://so-a.example/chuyen-muc/bai-mot-4985.html")
    await Frontier("so-a", "run-1", pages).admit([twin, article()])
    await Frontier("so-a", "run-1", pages).finish(twin.url, "excluded", "http_404", next_due_at=NOW + timedelta(days=9))
    assert (await Frontier("so-a", "run-2", pages).admit([article()]))[0].fetch


async def test_frontier_fetches_another_article_that_seems_to_have_the_same_number(db: Database) -> None:
    urls = [f"https://so-a.example/tin/{slug}-279.html" for slug in ("thong-xe-quoc-lo", "sua-chua-quoc-lo")]
    tasks = [article(urls[0], "Thông xe quốc lộ 279"), article(urls[1], "Sửa chữa quốc lộ 279")]
    frontier = Frontier("so-a", "run-1", Pages(db))
    assert [answer.fetch for answer in await frontier.admit(tasks)] == [True, True]


async def test_frontier_fetches_an_address_without_a_headline_although_its_number_is_known(db: Database) -> None:
    frontier = Frontier("so-a", "run-1", Pages(db))
    unnamed = article("https://so-a.example/chuyen-muc/bai-mot-4985.html", "")
    assert [answer.fetch for answer in await frontier.admit([article(), unnamed])] == [True, True]
