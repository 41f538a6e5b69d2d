"""What one answer leads to."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import dataclass, field

from crawler.discovery.listing import FormPost
from crawler.items import ArticleItem
from crawler.tasks import Task


@dataclass(frozen=True, slots=True)
class Post:
    """A form to be posted for the next page of a list."""

    task: Task
    form: FormPost


@dataclass(slots=True)
class Outcome:
    """An item to be stored, addresses to be visited, a form to be posted.

    `endings` are what remains to be written of the page itself; whoever takes the outcome awaits them.
    """

    item: ArticleItem | None = None
    follow: list[Task] = field(default_factory=list)
    post: Post | None = None
    endings: list[Awaitable[None]] = field(default_factory=list)


@dataclass(slots=True)
class Budget:
    """How many articles a run may fetch; None is without end."""

    limit: int | None = None
    spent: int = 0

    def take(self) -> bool:
        """Use up one article's fetch; False if there is none left."""
        if self.limit is not None and self.spent >= self.limit:
            return False
        self.spent += 1
        return True

    def give_back(self) -> None:
        """A fetch that came to no article does not count."""
        self.spent -= 1

    @property
    def exhausted(self) -> bool:
        """Whether nothing is left."""
        return self.limit is not None and self.spent >= self.limit
