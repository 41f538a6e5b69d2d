"""The portal's templates, a folder a look, as `string.Template`s filled with escaped values."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from string import Template

_TEMPLATES = Path(__file__).parent.parent / "templates"


class Look:
    """One look of the portal: `classic` is that of the seed's site, `redesign` has other markup."""

    def __init__(self, name: str) -> None:
        files = sorted((_TEMPLATES / name).glob("*.html"))
        self._templates = {file.stem: Template(file.read_text(encoding="utf-8")) for file in files}

    def fill(self, template: str, **values: object) -> str:
        """Fill a template with values that are HTML already. A missing value is a KeyError."""
        return self._templates[template].substitute(values)


@cache
def look(redesign: bool) -> Look:
    """The look of an edition, loaded once."""
    return Look("redesign" if redesign else "classic")


def text(value: str) -> str:
    """Plain text as HTML."""
    return escape(value, quote=True)
