"""The practice department's own site definition; it lies outside `sites/`, so it never runs in production."""

from __future__ import annotations

from pathlib import Path

PORT = 8765
SITES = Path(__file__).parent / "sites"
DEFINITION = SITES / "thuc-hanh" / "practice.toml"


def definition(port: int = PORT) -> str:
    """The definition's TOML for a server on another port."""
    return DEFINITION.read_text(encoding="utf-8").replace(f"127.0.0.1:{PORT}", f"127.0.0.1:{port}")
