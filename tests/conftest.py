"""Fixtures for every room's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Sotin

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

pytest_plugins = ["tests.fixtures_mongo", "tests.fixtures_practice"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the owner's material beside the project, or a skip that says so."""
    if not SHARED.is_dir():
        pytest.skip("the material beside the project (../shared) is not present")
    return SHARED


@pytest.fixture
def sotin(tmp_path: Path, mongo_uri: str) -> Sotin:
    """The command line with a data folder, an empty catalogue and a database of the test's own."""
    sites = tmp_path / "sites"
    sites.mkdir()
    return Sotin(tmp_path / "data", sites, mongo_uri)
