from __future__ import annotations

from benchmarks.tables import table


def test_table_aligns_names_left_and_figures_right() -> None:
    assert table(["", "a", "b"], [["tên", 1, 0.5], ["x", None, 12]]).splitlines() == [
        "     a      b",
        "tên  1  0.500",
        "x    -     12",
    ]
