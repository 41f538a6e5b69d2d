from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.portals.recorded import Portal, portals, served_at
from crawler.definitions import load_catalogue


def test_portals_pairs_gold_and_archive(tmp_path: Path) -> None:
    for name in ("gold-alpha.jsonl", "gold-beta.jsonl", "mirror-alpha-theme.tar.xz", "mirror-gamma.tar.xz"):
        (tmp_path / name).touch()
    assert portals(tmp_path) == [Portal("alpha", "alpha-theme", tmp_path)]


def test_definition_is_the_least_that_loads(tmp_path: Path) -> None:
    portal = Portal("alpha", "alpha-theme", tmp_path)
    (tmp_path / "alpha.toml").write_text(portal.definition("http://127.0.0.1:8091/"), encoding="utf-8")
    site = load_catalogue(tmp_path)["recorded-alpha"]
    assert (site.hosts, site.start) == (("127.0.0.1:8091",), ("http://127.0.0.1:8091/",))
    assert (tmp_path / "alpha.toml").read_text(encoding="utf-8").count("=") == 4


def test_served_at_reads_the_servers_line() -> None:
    assert served_at("serving 7 addresses on http://127.0.0.1:8091/") == "http://127.0.0.1:8091/"
    with pytest.raises(ValueError, match="no address"):
        served_at("serving nothing")
