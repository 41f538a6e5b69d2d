"""Addresses of pages on the command line."""

from __future__ import annotations

from urllib.parse import urlsplit

import click


class HttpAddress(click.ParamType[str]):
    """An absolute http(s) address; anything else is wrong usage."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address as given."""
        try:
            parts = urlsplit(value)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            sound = False
        if not sound:
            self.fail(f"{value!r} is no http(s) address", param, ctx)
        return value
