"""Fixtures for every room's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

pytest_plugins = ["tests.fixtures_mongo", "tests.fixtures_practice"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the owner's material beside the project, or a skip that says so."""
    if not SHARED.is_dir():
        pytest.skip("the material beside the project (../shared) is not present")
    return SHARED
