"""What the documents tell is so: commands and options exist, links lead somewhere, examples run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from cli.main import cli
from crawler.items import ArticleItem
from pipelines.documents import document
from storage.articles import Articles
from storage.types import Database
from tests.command import ROOT

DOCUMENTS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "practice" / "README.md"})
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
COMMAND = re.compile(r"(?:^|`|\s)(?:\.venv/bin/)?sotin((?: [\w<>'\"./:#=-]+)+)")
VARIABLE = re.compile(r"SOTIN_\w+")


def name_of(document: Path) -> str:
    return str(document.relative_to(ROOT))


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def commands_in(text: str) -> Iterator[list[str]]:
    """The arguments of each command line: of indented blocks and of code within sentences."""
    for line in text.splitlines():
        shown = [line] if line.startswith("    ") else re.findall(r"`([^`]+)`", line)
        for code in shown:
            for found in COMMAND.finditer(code.partition("  #")[0]):
                yield shlex.split(found[1])


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_of_a_document_lead_somewhere(document: Path) -> None:
    broken = []
    for target, anchor in LINK.findall(text_of(document)):
        file = document.parent / target if target else document
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append((target, anchor))
    assert broken == []


def anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text_of(document), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_commands_in_a_document_exist_with_their_options(document: Path) -> None:
    wrong = [words for words in commands_in(text_of(document)) if not exists(words)]
    assert wrong == []


def exists(words: list[str]) -> bool:
    command: click.Command = cli
    for word in words:
        if isinstance(command, click.Group):
            if word.startswith("-") or word not in command.commands:
                return word in ("--help", "--version") or word == "COMMAND"
            command = command.commands[word]
        elif word.startswith("--"):
            known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
            if word.partition("=")[0] not in known:
                return False
    return True


def test_readme_shows_every_command() -> None:
    shown = {words[0] for name in ("README.md", "README.vi.md") for words in commands_in(text_of(ROOT / name))}
    assert cli.commands.keys() - shown <= {"practice"}


def test_make_targets_that_the_documents_name_exist() -> None:
    named = {name for document in DOCUMENTS for name in re.findall(r"(?:^    |`)make (\w+)", text_of(document), re.M)}
    rules = set(re.findall(r"^(\w+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    assert named >= {"crawl", "test"}
    assert named <= rules


def test_environment_of_the_documents_is_that_of_the_code() -> None:
    rooms = [folder for folder in ROOT.iterdir() if (folder / "__init__.py").is_file() and folder.name != "benchmarks"]
    used = {name for room in rooms for file in room.rglob("*.py") for name in VARIABLE.findall(text_of(file))}
    told = set(VARIABLE.findall(text_of(ROOT / "README.md")))
    assert told == used


def test_dependencies_page_gives_a_reason_for_every_requirement() -> None:
    page = text_of(ROOT / "docs" / "dependencies.md")
    told = {name for row in re.findall(r"^\| ([\w, .-]+) \|", page, re.MULTILINE) for name in row.split(", ")}
    files = [ROOT / "requirements.txt", ROOT / "requirements-dev.txt", ROOT / "benchmarks" / "requirements.txt"]
    required = set(re.findall(r"^([\w.-]+)==", "\n".join(map(text_of, files)), re.MULTILINE))
    assert told - {"package", "---"} == required


def test_architecture_names_every_decision() -> None:
    decisions = {file.name for file in (ROOT / "docs" / "decisions").glob("*.md")}
    assert {Path(target).name for target, _ in LINK.findall(text_of(ROOT / "docs" / "architecture.md"))} >= decisions


async def test_examples_for_analysts_run(mongo_uri: str, db: Database, capsys: pytest.CaptureFixture[str]) -> None:
    item = ArticleItem("practice", "http://practice.example/4424", "#4424", datetime.now(UTC), "r1")
    item.title, item.body = "Lịch đo lường", ["Kiểm định phương tiện đo."]
    item.published_at, item.published_on = datetime(2025, 12, 3, 17, tzinfo=UTC), "2025-12-04"
    await Articles(db).upsert_many([document(item)])
    examples = re.findall(r"^```python\n(.*?)^```", text_of(ROOT / "README.vi.md"), re.MULTILINE | re.DOTALL)
    source = re.sub(r'"mongodb://[^"]+"', repr(mongo_uri), "\n".join(examples))
    names: dict[str, object] = {}
    exec(compile(source, "README.vi.md", "exec"), names)
    names["client"].close()  # type: ignore[attr-defined]
    printed = capsys.readouterr().out.splitlines()
    assert printed[:5] == ["1", "2025-12-04 Lịch đo lường", "practice:#4424 Lịch đo lường", "1", "2025-12 1"]
    assert printed[5:] == ["0", "0", "0", "0"]
