"""The owner's material beside the project, and the rule that CI does not skip what it has.

With `CI=true`, a test that skips for want of something that is present is a failure: a renamed folder or a broken
guard would otherwise turn the most telling tests off, and nobody would see it.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Generator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
NO_SHARED = "the material beside the project (../shared) is not present"
NO_PEERS = "the peers (benchmarks/requirements.txt) are not installed"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the owner's material beside the project, or a skip that says so."""
    if not SHARED.is_dir():
        pytest.skip(NO_SHARED)
    return SHARED


@pytest.fixture(scope="session")
def peers() -> None:
    """The tools that the benchmarks compare with, or a skip that says so."""
    if importlib.util.find_spec("newsplease") is None:
        pytest.skip(NO_PEERS)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a dishonest skip of a test into a failure."""
    report = yield
    _judge(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a dishonest skip of a module into a failure."""
    report = yield
    _judge(report)
    return report


def _judge(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.outcome != "skipped" or os.environ.get("CI") != "true":
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if "../shared" in reason and SHARED.is_dir():
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where what it needs must be used: {reason}"
