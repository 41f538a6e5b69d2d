"""Fixtures for every room's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Sotin

pytest_plugins = ["pytester", "tests.fixtures_mongo", "tests.fixtures_practice", "tests.fixtures_shared"]


@pytest.fixture
def sotin(tmp_path: Path, mongo_uri: str) -> Sotin:
    """The command line with a data folder, an empty catalogue and a database of the test's own."""
    sites = tmp_path / "sites"
    sites.mkdir()
    return Sotin(tmp_path / "data", sites, mongo_uri)
