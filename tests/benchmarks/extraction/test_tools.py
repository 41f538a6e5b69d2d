from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.extraction.__main__ import main
from benchmarks.extraction.gold import GoldPage, load
from benchmarks.extraction.markup import visible_lines
from benchmarks.extraction.referee import judge
from benchmarks.extraction.timing import run
from benchmarks.extraction.tools import ARTICLE_FIELDS, Tool

Labelled = Callable[..., GoldPage]


def test_visible_lines_blocks_and_inline() -> None:
    markup = "<div>Một <b>h</b>ai<script>x()</script><p>Ba\n  bốn</p>năm<br>sáu</div>"
    assert visible_lines(markup) == ["Một hai", "Ba bốn", "năm", "sáu"]


@pytest.mark.parametrize("markup", ["", "<!-- nothing -->"])
def test_visible_lines_empty(markup: str) -> None:
    assert visible_lines(markup) == []


def test_load_without_pages_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=tmp_path.name):
        load(tmp_path)


def test_load_labels_without_a_page(labelled: Labelled) -> None:
    page = labelled()
    page.file.unlink()
    with pytest.raises(ValueError, match=r"expected\.json"):
        load(page.file.parents[2])


def test_run_warms_up_and_times_every_page(labelled: Labelled) -> None:
    page, calls = labelled(), []

    def extract(found: GoldPage) -> dict[str, object]:
        calls.append(found.id)
        return {"title": "x"}

    [outcome] = run([Tool("t", extract, ARTICLE_FIELDS)], [page], rounds=2)
    assert calls == ["so/001"] * 3
    assert outcome.predictions == {"so/001": {"id": "so/001", "title": "x"}}
    assert outcome.median_ms >= 0
    assert outcome.milliseconds.keys() == {"so/001"}


def test_run_takes_tools_in_turn_page_by_page(labelled: Labelled) -> None:
    page, calls = labelled(), []

    def tool(name: str) -> Tool:
        return Tool(name, lambda _: calls.append(name) or {}, ARTICLE_FIELDS)

    run([tool("a"), tool("b")], [page], rounds=2)
    # Once each before the clock, then in turn; the other one first in the second round.
    assert calls == ["a", "b", "a", "b", "b", "a"]


def test_judge_asks_the_folders_own_scorer(tmp_path: Path) -> None:
    scorer = (
        "import json, sys\n"
        "lines = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]\n"
        "assert sys.argv[2] == '--json'\n"
        "print(json.dumps({'hosts': {'a': {'title': 1}}, 'overall': {'title': len(lines)}}))\n"
    )
    (tmp_path / "score.py").write_text(scorer, encoding="utf-8")
    assert judge(tmp_path, [{"id": "a/1"}, {"id": "a/2"}]) == {"a": {"title": 1}, "overall": {"title": 2}}


def test_main_prints_sotins_figures_and_keeps_answers(
    labelled: Labelled, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labelled(captions=[], attachments=[], author=None, published_at=None)
    assert main([str(tmp_path), "--alone", "--faults", "--keep", str(tmp_path / "kept")]) == 0
    printed = capsys.readouterr().out
    assert "1 pages, judged by this project's scorer" in printed
    assert "sotin by portal" in printed
    assert "sotin (no memory)" in printed
    assert "pooled over the left-out" in printed
    assert "limits not held: bodyP" in printed
    answer = json.loads((tmp_path / "kept" / "sotin.jsonl").read_text(encoding="utf-8"))
    assert answer["title"] == "Khai giảng lớp tập huấn ghi chép sổ ong"


def test_main_empty_folder_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
