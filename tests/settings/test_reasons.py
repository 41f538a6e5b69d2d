"""A changed setting names the default that it changes, in a comment before it."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from typing import Any

import pytest
from scrapy.settings import default_settings

from tests.command import ROOT

# The project's own name, spiders, components and helpers: there is no default to weigh them against.
OWN = {"BOT_NAME", "SPIDER_MODULES", "CONTACT", "PRIVATE_HOSTS", "READING_PROCESSES", "FEEDS"}
OWN |= {"DEFAULT_REQUEST_HEADERS", "DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "ITEM_PIPELINES"}
WORDS = {False: r"\b(?:false|off)\b", True: r"\b(?:true|on|handlers)\b"}


def source(module: str) -> list[str]:
    return (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8").splitlines()


def assigned(module: str) -> dict[str, int]:
    """The line of each setting that a module assigns, counted from 0."""
    found = {}
    for node in ast.parse("\n".join(source(module))).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        found |= {target.id: node.lineno - 1 for target in targets if isinstance(target, ast.Name)}
    return found


def reason(module: str, line: int) -> str:
    """The comment before a setting, or before the group of settings without an empty line to which it belongs."""
    lines = source(module)
    place = line - 1
    while place >= 0 and lines[place].strip() and not lines[place].startswith("#"):
        place -= 1
    comment: list[str] = []
    while place >= 0 and lines[place].startswith("#"):
        comment.insert(0, lines[place].removeprefix("#").strip())
        place -= 1
    return " ".join(comment)


BASE = assigned("settings.base")
CHANGED = [
    name
    for name in BASE
    if name not in OWN and getattr(import_module("settings.base"), name) != getattr(default_settings, name, None)
]


def test_settings_are_scrapys() -> None:
    assert [name for name in BASE if name not in OWN and not hasattr(default_settings, name)] == []


@pytest.mark.parametrize("name", CHANGED)
def test_changed_default_is_named_with_a_reason(name: str) -> None:
    said = reason("settings.base", BASE[name])
    assert said.startswith("Default: ")
    default: Any = getattr(default_settings, name)
    if isinstance(default, bool):
        assert re.search(WORDS[default], said)
    elif isinstance(default, int | float) and 1 < default < 1000:
        assert re.search(rf"\b{int(default)}\b", said)


@pytest.mark.parametrize("module", ["settings.production", "settings.test"])
def test_other_settings_differ_from_base_and_say_why(module: str) -> None:
    base, own = import_module("settings.base"), import_module(module)
    for name, line in assigned(module).items():
        assert getattr(own, name) != getattr(base, name, None), name
        assert reason(module, line).startswith("base: "), name


@pytest.mark.parametrize("line", [line for line in source("settings.base") if line.rstrip().endswith(": None,")])
def test_component_that_is_switched_off_says_what_takes_its_place(line: str) -> None:
    lines = source("settings.base")
    assert lines[lines.index(line) - 1].strip().startswith("# Replaced by ")
