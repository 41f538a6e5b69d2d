from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio
from scrapy.exceptions import DropItem

from crawler.frontier import Frontier
from crawler.items import ArticleItem
from pipelines.store import Store, settle
from pipelines.validate import Validate
from storage.articles import Articles
from storage.pages import Pages
from storage.rejected import Rejected
from storage.types import Database

Make = Callable[..., ArticleItem]
URL = "http://so-thu.example/tin/17/mo-kho-giong"
PAGE = {"url": URL, "role": "article", "etag": '"1"', "http_status": 200}


class Records:
    """What the pipelines use of a run's ledger, over a real database."""

    def __init__(self, db: Database) -> None:
        self.articles = Articles(db)
        self.rejected = Rejected(db)
        self.frontier = Frontier("so-thu", "so-thu-1", Pages(db))

    async def store(self, document: dict[str, Any]) -> Any:
        (outcome,) = await self.articles.upsert_batch([document])
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@pytest_asyncio.fixture
async def records(db: Database) -> AsyncIterator[Records]:
    records = Records(db)
    yield records
    await records.frontier.close()


def crawler_of(records: Records) -> Any:
    return SimpleNamespace(get_extension=lambda _: records)


@pytest.fixture
def article(make_item: Make) -> ArticleItem:
    return make_item(title="Mở kho giống", body=["Kho mở cửa."], page=dict(PAGE))


async def test_store_writes_the_article_and_then_settles_its_address(
    records: Records, article: ArticleItem, db: Database
) -> None:
    assert await Store(crawler_of(records)).process_item(article) is article
    assert await db["articles"].count_documents({"_id": article.article_id}) == 1
    page = await db["pages"].find_one({"url": URL})
    assert page is not None
    assert (page["state"], page["article_id"], page["etag"]) == ("new", article.article_id, '"1"')
    assert page["next_due_at"] > datetime.now(UTC)


async def test_store_of_what_mongodb_refuses_keeps_it_among_the_rejected(
    records: Records, article: ArticleItem, db: Database
) -> None:
    article.tags = [7]  # type: ignore[list-item]
    with pytest.raises(DropItem):
        await Store(crawler_of(records)).process_item(article)
    assert await db["articles"].count_documents({}) == 0
    kept = await db["rejected"].find_one({"url": URL})
    assert kept is not None
    assert kept["reasons"][0].startswith("refused: ")


async def test_validate_drops_a_broken_item_after_it_was_written_down(
    records: Records, article: ArticleItem, db: Database
) -> None:
    article.title = None
    with pytest.raises(DropItem, match="no_title"):
        await Validate(crawler_of(records)).process_item(article)
    kept = await db["rejected"].find_one({"url": URL})
    page = await db["pages"].find_one({"url": URL})
    assert kept is not None
    assert page is not None
    assert kept["reasons"] == ["no_title"]
    assert (page["state"], page["reason"]) == ("rejected", "no_title")


async def test_validate_passes_a_sound_item_on(records: Records, article: ArticleItem, db: Database) -> None:
    assert await Validate(crawler_of(records)).process_item(article) is article
    assert await db["rejected"].count_documents({}) == 0


@pytest.mark.parametrize(
    ("outcome", "before", "days"), [("unchanged", 2, 4), ("changed", 8, 1), ("unchanged", 80, 90), ("new", None, 1)]
)
async def test_settle_checks_again_the_later_the_longer_nothing_changed(
    records: Records, article: ArticleItem, db: Database, outcome: str, before: int | None, days: int
) -> None:
    article.page["interval_s"] = None if before is None else before * 86_400
    await settle(records.frontier, article, outcome)
    page = await db["pages"].find_one({"url": URL})
    assert page is not None
    assert page["interval_s"] == days * 86_400
    due = page["next_due_at"] - datetime.now(UTC)
    assert timedelta(days=days) - timedelta(minutes=1) < due <= timedelta(days=days)
