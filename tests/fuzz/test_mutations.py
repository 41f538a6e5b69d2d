"""Broken pages: whatever was done to a page, what comes out of it is valid, and comes soon.

A test run takes 10,000 mutants; `SOTIN_SOAK=1` takes ten times as many, others. A failure names the mutant's number
and keeps its bytes: `mutant(number)` makes it again.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from operations.extraction import dump_record
from storage.types import Database
from tests.fuzz.mutations import MUTATIONS, mutant
from tests.fuzz.rules import broken_rules
from tests.fuzz.run import FETCHED, PAGE, faults, read, stored

TAG = re.compile(rb"<[^<>]*>")

BATCH = 200
BATCHES = range(500) if os.environ.get("SOTIN_SOAK") else range(50)
# Some hundred times what a page of that size takes: only a hang fails.
SECONDS, SECONDS_A_MEGABYTE = 5.0, 100.0


@pytest.mark.parametrize("batch", BATCHES)
def test_broken_page_gives_valid_output(batch: int, tmp_path: Path) -> None:
    for number in range(batch * BATCH, (batch + 1) * BATCH):
        body = mutant(number)
        kept = tmp_path / f"mutant-{number}.html"
        kept.write_bytes(body)  # stays if anything raises or is killed
        begun = time.process_time()
        found = list(faults(body))
        spent = time.process_time() - begun
        assert not found, f"mutant {number} ({kept}): {found[:5]}"
        assert spent < SECONDS + SECONDS_A_MEGABYTE * len(body) / 1e6, f"mutant {number} ({kept}) took {spent:.1f} s"
        kept.unlink()


@pytest.mark.parametrize("batch", range(4))
def test_broken_text_dump_gives_valid_output(batch: int) -> None:
    for number in range(batch * 100, (batch + 1) * 100):
        body = TAG.sub(b"\n", mutant(number))
        assert not list(broken_rules(dump_record(PAGE, body), FETCHED)), f"mutant {number} without its tags"


def test_mutant_is_the_same_each_time() -> None:
    assert [mutant(number) for number in range(20)] == [mutant(number) for number in range(20)]


def test_mutants_differ_and_every_mutation_is_used() -> None:
    assert len({mutant(number) for number in range(300)}) > 280
    assert len(MUTATIONS) >= 15


async def test_broken_pages_are_stored_by_the_database(db: Database) -> None:
    """The server's own validator takes what comes of broken pages."""
    documents = [stored(read(mutant(number)).article) | {"_id": f"so-thu:{number}"} for number in range(60)]
    await db["articles"].insert_many(documents)
    assert await db["articles"].count_documents({}) == len(documents)
