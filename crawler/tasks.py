"""What a request is for: carried in its meta from the page that offered it to the callback."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Role = Literal["start", "section", "navigation", "page", "article", "part"]

# Articles before the next page of their list, so that never more than a page's worth waits; menus last.
PRIORITY: dict[Role, int] = {"part": 30, "article": 30, "page": 20, "start": 15, "section": 10, "navigation": 0}


@dataclass(frozen=True, slots=True)
class Task:
    """One address to visit.

    `section` is the first page of the list that offered it, `depth` the number of menus on the way, `headline` the
    text of the link in a main list. `known` tells that the address was in the frontier before this run, `validators`
    are the headers that make the request conditional, `interval_s` the time between its last two checks.
    """

    url: str
    role: Role
    section: str | None = None
    found_on: str | None = None
    depth: int = 0
    headline: str | None = None
    category: str | None = None
    known: bool = False
    aliases: tuple[str, ...] = ()
    validators: tuple[tuple[str, str], ...] = ()
    interval_s: int | None = None

    @property
    def learned(self) -> bool:
        """Whether this is a list that an earlier run found, not one that the definition names."""
        return self.role == "section" and self.found_on is not None

    def redirected(self, url: str) -> Task:
        """The same task at the address that it was sent on to."""
        return replace(self, url=url, aliases=(*self.aliases, self.url))
