"""In CI, a skip for want of what is present is a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import fixtures_shared

SKIPPING = """
import pytest

def test_one():
    pytest.skip({reason!r})
"""
SKIPPING_AS_A_WHOLE = """
import pytest

pytest.skip({reason!r}, allow_module_level=True)
"""
WANTING = "the pages (../shared/corpus) are not present"


def outcomes(pytester: pytest.Pytester, source: str, reason: str) -> dict[str, int]:
    pytester.makepyfile(source.format(reason=reason))
    run = pytester.runpytest_inprocess("-p", "tests.fixtures_shared", "-p", "no:randomly", "-W", "ignore")
    return run.parseoutcomes()


@pytest.fixture
def present(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The material is there, and CI runs the tests."""
    monkeypatch.setattr(fixtures_shared, "SHARED", tmp_path)
    monkeypatch.setenv("CI", "true")


@pytest.mark.usefixtures("present")
def test_skip_of_a_test_for_want_of_present_material_fails(pytester: pytest.Pytester) -> None:
    assert outcomes(pytester, SKIPPING, WANTING) == {"failed": 1}


@pytest.mark.usefixtures("present")
def test_skip_of_a_module_for_want_of_present_material_fails(pytester: pytest.Pytester) -> None:
    assert outcomes(pytester, SKIPPING_AS_A_WHOLE, WANTING) == {"errors": 1}


@pytest.mark.usefixtures("present")
def test_skip_for_another_reason_stays_a_skip(pytester: pytest.Pytester) -> None:
    assert outcomes(pytester, SKIPPING, "only on Windows") == {"skipped": 1}


def test_skip_without_the_material_stays_a_skip(
    pytester: pytest.Pytester, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixtures_shared, "SHARED", tmp_path / "nowhere")
    monkeypatch.setenv("CI", "true")
    assert outcomes(pytester, SKIPPING, WANTING) == {"skipped": 1}


@pytest.mark.usefixtures("present")
def test_skip_outside_ci_stays_a_skip(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI")
    assert outcomes(pytester, SKIPPING, WANTING) == {"skipped": 1}
