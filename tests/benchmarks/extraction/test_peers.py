from __future__ import annotations

import socket
import sys
from collections.abc import Callable

import pytest

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.scoring.words import words

# What other tools warn of is theirs.
pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.usefixtures("peers")]
NAMES = (
    "trafilatura",
    "trafilatura (precision)",
    "readability-lxml",
    "newspaper4k",
    "news-please",
    "resiliparse",
)


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No way out: any attempt to reach another machine raises."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a peer tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", NAMES)
def test_peer_gives_title_and_body_without_the_network(labelled: Callable[..., GoldPage], name: str) -> None:
    from benchmarks.extraction.peers import peers

    tool = {peer.name: peer for peer in peers()}[name]
    found = tool.extract(labelled())
    assert found.get("title") or "title" not in tool.gives
    # news-please finds no text on so small a page, and says so without a body.
    assert {"nuôi", "quay"} <= set(words(" ".join(found["body"]))) or name == "news-please"


def test_peers_leave_the_module_path_as_it_was() -> None:
    from benchmarks.extraction.peers import peers

    assert peers()
    assert not [path for path in sys.path if path.endswith("newsplease")]
