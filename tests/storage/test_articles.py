from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage.articles import Articles
from storage.clock import utc_now
from storage.errors import DocumentRefused, DocumentsRefused
from storage.types import Database
from tests.storage.documents import FETCHED, article

LATER = FETCHED + timedelta(hours=1)
WRITTEN = datetime(2026, 3, 5, tzinfo=UTC)


@pytest.fixture
def articles(db: Database) -> Articles:
    return Articles(db)


async def _got(articles: Articles, article_id: str = "so-thu/1") -> dict[str, Any]:
    found = await articles.get(article_id)
    assert found is not None
    return found


async def _everything(db: Database) -> list[Any]:
    return [await db[name].find().sort("_id").to_list() for name in ("articles", "revisions")]


async def test_upsert_many_new_is_stored_whole(db: Database) -> None:
    articles = Articles(db, clock=lambda: WRITTEN)
    assert await articles.upsert_many([article()]) == {"so-thu/1": "new"}
    assert await _got(articles) == article(first_seen_at=FETCHED, updated_at=WRITTEN, revision=1)


async def test_upsert_many_without_aliases_and_gone_at_gets_them(articles: Articles) -> None:
    doc = article()
    del doc["aliases"], doc["gone_at"]
    await articles.upsert_many([doc])
    assert (await _got(articles))["aliases"] == []
    assert (await _got(articles))["gone_at"] is None


async def test_upsert_many_same_batch_twice_is_unchanged_and_equal(db: Database, articles: Articles) -> None:
    batch = [article(number) for number in range(1, 4)]
    await articles.upsert_many(batch)
    before = await _everything(db)
    assert set((await articles.upsert_many(batch)).values()) == {"unchanged"}
    assert await _everything(db) == before


async def test_upsert_many_unchanged_follows_the_fetch_only(db: Database, articles: Articles) -> None:
    await articles.upsert_many([article(aliases=["a"])])
    before = await _got(articles)
    snapshot = {"file": "b", "offset": 7, "digest": "y"}
    again = article(aliases=["b"], fetched_at=LATER, run_id="run-2", snapshot=snapshot, category="Khác")
    assert await articles.upsert_many([again]) == {"so-thu/1": "unchanged"}
    follows = {"aliases": ["a", "b"], "fetched_at": LATER, "run_id": "run-2", "snapshot": snapshot}
    assert await _got(articles) == before | follows
    assert await db["revisions"].count_documents({}) == 0


async def test_upsert_many_changed_keeps_the_old_version_with_its_diff(db: Database) -> None:
    await Articles(db).upsert_many([article(aliases=["a"])])
    articles = Articles(db, clock=lambda: WRITTEN)
    before = await _got(articles)
    edited = article(title="Đính chính", content_hash="h2", fetched_at=LATER, url="https://so-thu.example/moi/1")
    assert await articles.upsert_many([edited]) == {"so-thu/1": "changed"}
    now = await _got(articles)
    assert now == edited | {
        "aliases": ["a", before["url"]],
        "first_seen_at": FETCHED,
        "updated_at": WRITTEN,
        "revision": 2,
    }
    [old] = await articles.history("so-thu/1")
    assert old == before | {
        "_id": "so-thu/1@1",
        "article_id": "so-thu/1",
        "replaced_at": WRITTEN,
        "changes": {"title": [before["title"], "Đính chính"], "url": [before["url"], edited["url"]]},
    }


async def test_upsert_many_changed_drops_what_the_page_no_longer_has(articles: Articles) -> None:
    await articles.upsert_many([article()])
    await articles.upsert_many([article(attachments=[], category=None, content_hash="h2")])
    now = await _got(articles)
    assert now["attachments"] == []
    assert now["category"] is None


async def test_upsert_many_changed_repeatedly_numbers_the_history(articles: Articles) -> None:
    for version in range(4):
        await articles.upsert_many([article(content_hash=f"h{version}", title=f"Bản {version}")])
    history = await articles.history("so-thu/1")
    assert [old["revision"] for old in history] == [1, 2, 3]
    assert [old["changes"]["title"] for old in history] == [[f"Bản {n}", f"Bản {n + 1}"] for n in range(3)]


async def test_upsert_many_twins_in_one_batch_are_stored_in_turn(articles: Articles) -> None:
    batch = [article(), article(2), article(), article(content_hash="h2", title="Sửa")]
    assert await articles.upsert_many(batch) == {"so-thu/1": "new", "so-thu/2": "new"}
    assert (await _got(articles))["title"] == "Sửa"
    assert len(await articles.history("so-thu/1")) == 1


async def test_upsert_many_twin_that_changes_outweighs_one_that_does_not(articles: Articles) -> None:
    await articles.upsert_many([article()])
    batch = [article(content_hash="h2"), article(content_hash="h2")]
    assert await articles.upsert_many(batch) == {"so-thu/1": "changed"}


async def test_upsert_many_empty_batch_is_no_outcome(articles: Articles) -> None:
    assert await articles.upsert_many([]) == {}


async def test_upsert_many_killed_between_revision_and_article_ends_the_same(
    db: Database, articles: Articles, monkeypatch: pytest.MonkeyPatch
) -> None:
    await articles.upsert_many([article()])
    edited = article(content_hash="h2", title="Sửa")

    async def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(articles._writer._articles, "bulk_write", killed)
        with pytest.raises(KeyboardInterrupt):
            await articles.upsert_many([edited])
    assert await db["revisions"].count_documents({}) == 1
    assert (await _got(articles))["revision"] == 1
    assert await articles.history("so-thu/1") == [], "what is current is no earlier version"

    assert await articles.upsert_many([edited]) == {"so-thu/1": "changed"}
    [old] = await articles.history("so-thu/1")
    assert (old["revision"], old["title"]) == (1, article()["title"])
    assert (await _got(articles))["revision"] == 2


async def test_upsert_many_killed_then_changed_otherwise_keeps_the_true_diff(db: Database, articles: Articles) -> None:
    await articles.upsert_many([article()])
    kept = article(_id="so-thu/1@1", article_id="so-thu/1", revision=1, changes={"title": ["x", "never stored"]})
    await db["revisions"].insert_one(kept)
    await articles.upsert_many([article(content_hash="h3", title="Lần ba")])
    [old] = await articles.history("so-thu/1")
    assert old["changes"] == {"title": [article()["title"], "Lần ba"]}


async def test_upsert_many_lost_race_is_planned_anew(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = Articles(db), Articles(db)
    await ours.upsert_many([article(), article(2)])
    real = ours._writer._articles.bulk_write

    async def late(*args: Any, **kwargs: Any) -> Any:
        monkeypatch.setattr(ours._writer._articles, "bulk_write", real)
        await theirs.upsert_many([article(content_hash="theirs"), article(3)])
        return await real(*args, **kwargs)

    monkeypatch.setattr(ours._writer._articles, "bulk_write", late)
    batch = [article(content_hash="ours"), article(2), article(3, content_hash="ours")]
    assert await ours.upsert_many(batch) == {"so-thu/1": "changed", "so-thu/2": "unchanged", "so-thu/3": "changed"}
    assert [old["content_hash"] for old in await ours.history("so-thu/1")] == ["hash-1", "theirs"]
    assert (await _got(ours))["content_hash"] == "ours"
    assert (await _got(ours, "so-thu/3"))["revision"] == 2


async def test_upsert_many_refused_documents_do_not_hold_up_the_others(articles: Articles) -> None:
    batch = [
        article(1),
        article(2, title=None),
        article(3, headline="x"),
        article(4, title="\ud800"),
        article(5, fetched_at=datetime(2026, 3, 2)),
        article(6, text="x" * 16_000_000),
        article(7),
    ]
    with pytest.raises(DocumentsRefused) as caught:
        await articles.upsert_many(batch)
    assert caught.value.outcomes == {"so-thu/1": "new", "so-thu/7": "new"}
    refused = caught.value.refused
    assert sorted(refused) == [f"so-thu/{n}" for n in range(2, 7)]
    assert "title" in refused["so-thu/2"]
    assert "headline unknown" in refused["so-thu/3"]
    assert "without a zone: fetched_at" in refused["so-thu/5"]
    assert await articles.count() == 2


async def test_upsert_many_refused_change_keeps_the_article(articles: Articles) -> None:
    await articles.upsert_many([article()])
    before = await _got(articles)
    with pytest.raises(DocumentsRefused):
        await articles.upsert_many([article(content_hash="h2", body=[1])])
    assert await _got(articles) == before
    assert await articles.history("so-thu/1") == []


async def test_upsert_batch_gives_each_document_its_own_result(articles: Articles) -> None:
    first, second, third = await articles.upsert_batch([article(), article(2, tags=None), article()])
    assert (first, third) == ("new", "new")
    assert isinstance(second, DocumentRefused)
    assert "tags" in str(second)


async def test_upsert_many_gone_article_that_is_back_is_not_gone(articles: Articles) -> None:
    await articles.upsert_many([article()])
    await articles.mark_gone(["so-thu/1"], LATER)
    await articles.upsert_many([article(fetched_at=LATER + timedelta(days=1))])
    assert (await _got(articles))["gone_at"] is None


@pytest.mark.parametrize("content_hash", ["hash-1", "better extractor"])
async def test_upsert_many_old_response_does_not_revive_or_age(articles: Articles, content_hash: str) -> None:
    await articles.upsert_many([article(fetched_at=LATER)])
    gone = LATER + timedelta(days=1)
    await articles.mark_gone(["so-thu/1"], gone)
    await articles.upsert_many([article(content_hash=content_hash)])
    now = await _got(articles)
    assert (now["gone_at"], now["fetched_at"]) == (gone, LATER)


async def test_mark_gone_keeps_the_first_time(articles: Articles) -> None:
    await articles.upsert_many([article(), article(2)])
    assert await articles.mark_gone(["so-thu/1"], LATER) == 1
    assert await articles.mark_gone(["so-thu/1", "so-thu/2", "so-thu/9"], LATER + timedelta(days=1)) == 1
    assert (await _got(articles))["gone_at"] == LATER


async def test_get_unknown_is_none(articles: Articles) -> None:
    assert await articles.get("so-thu/1") is None
    assert await articles.history("so-thu/1") == []


async def test_by_url_finds_address_and_alias_of_its_site(articles: Articles) -> None:
    await articles.upsert_many([article(aliases=["https://so-thu.example/in/1"])])
    for url in (article()["url"], "https://so-thu.example/in/1"):
        found = await articles.by_url("so-thu", url)
        assert found is not None
        assert found["_id"] == "so-thu/1"
    assert await articles.by_url("khac", article()["url"]) is None
    assert await articles.by_url("so-thu", "https://so-thu.example/") is None


async def test_find_is_newest_first_and_undated_last(articles: Articles) -> None:
    days = {1: 3, 2: 9, 3: None, 4: 5}
    await articles.upsert_many(
        [
            article(n, published_at=day and datetime(2026, 2, day, tzinfo=UTC), site="a" if n < 4 else "b")
            for n, day in days.items()
        ]
    )
    assert [doc["_id"] async for doc in articles.find()] == [f"so-thu/{n}" for n in (2, 4, 1, 3)]
    assert [doc["_id"] async for doc in articles.find(limit=2)] == ["so-thu/2", "so-thu/4"]
    assert [doc["_id"] async for doc in articles.find("a", limit=0)] == ["so-thu/2", "so-thu/1", "so-thu/3"]
    assert (await articles.count(), await articles.count("a"), await articles.count("c")) == (4, 3, 0)


async def test_get_gives_aware_datetimes(articles: Articles) -> None:
    await articles.upsert_many([article()])
    found = await _got(articles)
    assert found["published_at"].utcoffset() == timedelta(0)
    assert utc_now() - found["updated_at"] < timedelta(minutes=1)
