"""Which version of the practice portal is served: its size, its look, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from practice.model import ZONE

USUAL_SIZE = 72
FIRST_NUMBER = 4211
NUMBER_STEP = 3
_OPENED = datetime(2023, 1, 9, tzinfo=ZONE)
_SPAN = timedelta(days=3 * 365 - 20)


@dataclass(frozen=True, slots=True)
class Edition:
    """The portal at one moment.

    `articles` lie within three years; `grown` more follow them at the same pace. `edited` and `gone` are
    article numbers: an edited article has one more paragraph, a gone one answers 410. `redesign` changes
    the markup only.
    """

    articles: int = USUAL_SIZE
    grown: int = 0
    redesign: bool = False
    edited: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.articles < 1 or self.grown < 0:
            raise ValueError(f"articles={self.articles}, grown={self.grown}: at least 1 and 0")

    @property
    def total(self) -> int:
        """How many articles the portal ever had."""
        return self.articles + self.grown

    @property
    def page_size(self) -> int:
        """Articles on a listing page, pinned ones not counted."""
        return 10 if self.articles <= 200 else 20

    def day(self, index: int) -> datetime:
        """When the article was posted; articles less than a day apart keep their order to the minute."""
        return _OPENED + _SPAN / max(self.articles, USUAL_SIZE) * index

    @property
    def leisurely(self) -> bool:
        """Whether articles are days apart, so that each may be given an office hour."""
        return self.articles <= _SPAN.days


def number(index: int) -> int:
    """The stable id of the article at an index."""
    return FIRST_NUMBER + NUMBER_STEP * index


def index(number: int) -> int | None:
    """The index of an article number, or None if no article bears it."""
    place, rest = divmod(number - FIRST_NUMBER, NUMBER_STEP)
    return place if rest == 0 and place >= 0 else None
