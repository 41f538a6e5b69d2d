from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.extraction.columns import COLUMNS, missed, rivals
from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.report import left_out, verdict
from benchmarks.extraction.scoring.totals import Figures, score
from benchmarks.extraction.speed import speed
from benchmarks.extraction.timing import Outcome
from benchmarks.extraction.tools import ALL_FIELDS, ARTICLE_FIELDS, Tool

PERFECT: Figures = {c.figure: 0.0 if c.less_is_better else 1.0 for c in COLUMNS}
OWN = ("sotin", "sotin (no memory)")


def outcome(name: str, milliseconds: float = 1.0, fields: frozenset[str] = ARTICLE_FIELDS) -> Outcome:
    return Outcome(Tool(name, lambda _: {}, fields), {}, {"a/1": milliseconds})


def outcomes(*peers: Outcome) -> list[Outcome]:
    return [*(outcome(name, fields=ALL_FIELDS) for name in OWN), *peers]


def test_missed_names_figure_and_limit() -> None:
    assert missed(PERFECT) == []
    assert missed(PERFECT | {"title": 0.97, "leak": 0.03}) == ["title 0.970 (limit 0.98)", "leak 0.030 (limit 0.02)"]


def test_missed_one_wrong_date_is_one_too_many() -> None:
    assert missed(PERFECT | {"published_wrong": 1}) == ["wrong 1.000 (limit 0)"]


def test_rivals_better_equal_and_fields_a_peer_lacks() -> None:
    own = PERFECT | {"title": 0.9, "leak": 0.01, "captions_f1": 0.5}
    figures = {"sotin": own, "peer": PERFECT | {"body_f1": 0.5, "leak": 0.0}}
    better, equal = rivals(outcomes(outcome("peer")), figures, OWN)
    assert better == ["title (peer)", "leak (peer)"]
    assert "body_f1 (peer)" not in equal
    assert "bodyP (peer)" in equal
    assert not [entry for entry in better + equal if entry.startswith("capF1")]


def test_verdict_all_well_and_not() -> None:
    worse = {c.figure: 1.0 if c.less_is_better else 0.0 for c in COLUMNS}
    figures = {"sotin": PERFECT, "peer": worse}
    said = verdict(outcomes(outcome("peer")), figures, OWN, [])
    assert said == "every limit holds; no peer is better in any column"
    assert verdict(outcomes(), figures, OWN, ["speed"]) == "limits not held: speed"


@pytest.mark.parametrize(
    ("trafilatura", "resiliparse", "holds"), [(4.0, 0.5, True), (3.9, 0.5, False), (9.0, 0.2, False)]
)
def test_speed_limits(trafilatura: float, resiliparse: float, *, holds: bool) -> None:
    peers = (outcome("trafilatura", trafilatura), outcome("resiliparse", resiliparse))
    printed, all_hold = speed(outcomes(*peers))
    assert all_hold is holds
    assert ("over" in printed) is not holds


def test_left_out_falls_with_what_is_not_known(labelled: Callable[..., GoldPage]) -> None:
    page = labelled()
    right = score([page], {page.id: page.labels})
    wrong = score([page], {page.id: page.labels | {"body": page.labels["body"][:1]}})
    assert left_out(right, right)[1]
    printed, holds = left_out(right, wrong)
    assert not holds
    assert "pooled over the left-out" in printed
