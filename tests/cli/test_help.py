from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from cli.main import cli
from tests.command import Sotin

EXPECTED = {"crawl", "extract", "import", "show", "runs", "sites list", "practice"} | {
    f"db {command}" for command in ("start", "stop", "status", "uri")
}


def commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        words = (*before, name)
        if isinstance(command, click.Group):
            yield from commands(command, words)
        else:
            yield " ".join(words), command


COMMANDS = dict(commands(cli))


def test_every_command_of_the_contract_is_there() -> None:
    assert COMMANDS.keys() >= EXPECTED


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_what_a_command_and_each_of_its_options_do(name: str) -> None:
    done = CliRunner().invoke(cli, [*name.split(), "--help"])
    assert done.exit_code == 0
    command = COMMANDS[name]
    assert command.help
    assert command.help.split(".")[0].split(";")[0].split()[0] in done.output
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help and option.name != "as_json"] == []


@pytest.mark.parametrize("name", sorted(EXPECTED - {"extract", "db start", "db stop", "db uri"}))
def test_every_command_that_reports_takes_json(name: str) -> None:
    assert "as_json" in {parameter.name for parameter in COMMANDS[name].params}


def test_help_and_version_go_to_standard_output(offline: Sotin) -> None:
    helped = offline.run("--help")
    assert helped.returncode == 0
    assert helped.stdout.startswith("Usage: ")
    assert helped.stderr == ""
    version = offline.run("--version")
    assert version.returncode == 0
    assert version.stdout.startswith("sotin, version ")
