"""A definition file in one call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.definitions import SiteDefinition, load_site

HEAD = {
    "id": '"thu-skhcn"',
    "name": '"Sở Khoa học và Công nghệ Thử"',
    "hosts": '["dost.example.gov.vn"]',
    "start": '["https://dost.example.gov.vn/"]',
}
"""The keys without which there is no definition, as they stand in a file."""

Define = Callable[..., SiteDefinition]


@pytest.fixture
def define(tmp_path: Path) -> Define:
    """Return a function that writes a definition and loads it: `rest` after HEAD, keys of `changes` replaced in it.

    A change to None leaves the key out.
    """

    def define_(rest: str = "", **changes: str | None) -> SiteDefinition:
        head = {**HEAD, **changes}
        text = "".join(f"{key} = {value}\n" for key, value in head.items() if value is not None) + rest
        path = tmp_path / "thu.toml"
        path.write_text(text, encoding="utf-8")
        return load_site(path)

    return define_
