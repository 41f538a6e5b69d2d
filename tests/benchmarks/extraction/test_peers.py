from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.peers import peers
from benchmarks.extraction.scoring.words import words

# What other tools warn of is theirs.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.parametrize("index", range(4))
def test_peer_gives_title_and_body(labelled: Callable[..., GoldPage], index: int) -> None:
    tool = peers()[index]
    found = tool.extract(labelled())
    assert found["title"]
    assert {"nuôi", "quay"} <= set(words(" ".join(found["body"])))
