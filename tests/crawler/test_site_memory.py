"""What a run notes of each article, so that what is learned later still reaches it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.extraction.sketches import Place, Sketch
from crawler.items import ArticleItem
from crawler.memory.furniture import Furniture, Known
from crawler.memory.records import text_records
from crawler.memory.relation import Nearness
from crawler.site_memory import MOST_DOUBTFUL, SiteMemory, doubtful
from storage.errors import MongoUnavailable
from storage.furniture import FurnitureStore
from storage.types import Database

NOW = datetime(2026, 3, 4, tzinfo=UTC)
TEXT, ASIDE, TABLE = 1, 2, 3
OWN = tuple(Place(100 + n, TEXT, 0, prose=True, held=False) for n in range(5))


def at(key: int, group: int) -> Place:
    return Place(key, group, 0, prose=group != TABLE, held=group == TABLE)


def test_doubtful_is_what_stands_outside_of_the_main_text() -> None:
    assert doubtful(Sketch((*OWN, at(7, ASIDE))), set(), {}) == [7]


def test_doubtful_is_every_block_of_a_short_text() -> None:
    assert doubtful(Sketch(OWN[:2]), set(), {}) == [100, 101]


@pytest.mark.parametrize(("lines", "known"), [({9}, set()), (set(), {9})], ids=["printed by lists", "known"])
def test_doubtful_in_the_flow_is_what_lists_print_or_what_is_known(lines: set[int], known: set[int]) -> None:
    assert doubtful(Sketch((*OWN, at(9, TEXT))), lines, known) == [9]
    assert doubtful(Sketch((*OWN, at(9, TEXT))), set(), set()) == []


def test_doubtful_box_is_not_crowded_out_by_a_table() -> None:
    rows = tuple(at(1000 + n, TABLE) for n in range(MOST_DOUBTFUL))
    found = doubtful(Sketch((*OWN, *rows, at(7, ASIDE), at(9, TEXT))), {9}, {})
    assert found[:2] == [9, 7]
    assert len(found) == MOST_DOUBTFUL


async def test_load_knows_the_lines_of_lists_that_earlier_runs_read(db: Database) -> None:
    store = FurnitureStore(db)
    first = SiteMemory("so-a", store)
    first.see_list("http://a.example/tin", Sketch(lines=(9,)), NOW)
    await first.close()
    await store.learn("so-a", text_records(Furniture({8: Known(Nearness.FLOW, 5, 6)})), [])
    second = SiteMemory("so-a", store)
    await second.load()
    item = ArticleItem(site="so-a", url="http://a.example/1", stable_id="1", fetched_at=NOW, run_id="so-a-1")
    item.sketch = Sketch((*OWN, at(8, TEXT), at(9, TEXT)))
    second.see_article(item)
    await second.close()
    assert item.page["doubtful"] == [8, 9]


async def test_close_raises_what_a_write_during_the_run_raised(db: Database) -> None:
    class Away(FurnitureStore):
        async def remember(self, site: str, pages: Any) -> None:
            raise MongoUnavailable("gone")

    memory = SiteMemory("so-a", Away(db))
    memory.see_list("http://a.example/tin", Sketch(lines=(9,)), NOW)
    await asyncio.sleep(0.5)  # longer than a batch waits
    with pytest.raises(MongoUnavailable):
        await memory.close()
