"""The department's stories: the sentences of `data/*.toml`, a file a section, loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the portal: the slug in its address, and its name in the menu and the breadcrumb."""

    slug: str
    name: str


SECTIONS = (
    Section("hoat-dong-cua-so", "Hoạt động của Sở"),
    Section("nghien-cuu-ung-dung", "Nghiên cứu và ứng dụng"),
    Section("tieu-chuan-do-luong", "Tiêu chuẩn - Đo lường - Chất lượng"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """Templates of one kind of news; each article takes a title, the lead and some of the rest."""

    titles: tuple[str, ...]
    lead: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    heading: str | None
    items: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    attachments: tuple[str, ...]
    source: str | None


@cache
def stories(section: str) -> tuple[Story, ...]:
    """The stories of a section, in the file's order."""
    with (DATA / f"{section}.toml").open("rb") as file:
        entries = tomllib.load(file)["story"]
    return tuple(_story(entry) for entry in entries)


def section_name(slug: str) -> str:
    """The printed name of a section."""
    return next(section.name for section in SECTIONS if section.slug == slug)


def _story(entry: dict[str, Any]) -> Story:
    return Story(
        titles=tuple(entry["titles"]),
        lead=entry["lead"],
        paragraphs=tuple(entry["paragraphs"]),
        captions=tuple(entry["captions"]),
        heading=entry.get("heading"),
        items=tuple(entry.get("items", ())),
        table=tuple(tuple(row) for row in entry.get("table", ())),
        attachments=tuple(entry.get("attachments", ())),
        source=entry.get("source"),
    )
