"""The articles of one edition, composed when asked for, and the order in which the listings show them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from practice import edition as editions
from practice.compose import TWO_SECTIONS, compose
from practice.edition import Edition
from practice.model import Article
from practice.stories import SECTIONS

_KEPT_ARTICLES = 512
REPEATING_SECTION = SECTIONS[1].slug


class Newsroom:
    """All articles of an edition. Only the last few hundred composed ones are kept in memory."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.article = lru_cache(maxsize=_KEPT_ARTICLES)(self._compose)
        self._order = {section.slug: self._section_order(place) for place, section in enumerate(SECTIONS)}

    def _compose(self, index: int) -> Article:
        return compose(index, self.edition)

    def _section_order(self, place: int) -> range | list[int]:
        """Indices of a section, newest first; the article of two sections stands in both."""
        last = self.edition.total - 1
        newest = last - (last - place) % len(SECTIONS)
        order = range(newest, -1, -len(SECTIONS))
        guest_of = (TWO_SECTIONS + 1) % len(SECTIONS)
        if place != guest_of or last < TWO_SECTIONS:
            return order
        return sorted([*order, TWO_SECTIONS], reverse=True)

    def by_number(self, number: int) -> Article | None:
        """The article that bears a number, or None. A gone article is still known here."""
        index = editions.index(number)
        return self.article(index) if index is not None and index < self.edition.total else None

    def articles(self) -> Iterator[Article]:
        """Every article that is not gone, oldest first."""
        for index in range(self.edition.total):
            if editions.number(index) not in self.edition.gone:
                yield self._compose(index)

    def pages(self, section: str) -> int:
        """How many pages the listing of a section has."""
        step = self._step(section)
        return max(1, -(-(len(self._order[section]) - self._overlap(section)) // step))

    def page(self, section: str, page: int) -> list[Article]:
        """The articles of a listing page, counted from 1, newest first, without the pinned ones."""
        start = (page - 1) * self._step(section)
        return self._present(self._order[section][start : start + self.edition.page_size])

    def pinned(self, section: str) -> list[Article]:
        """Articles that stand at the top of every page of a section: a middle one and its oldest."""
        order = self._order[section]
        return self._present([order[len(order) // 2], order[-1]] if len(order) > 1 else [])

    def newest(self, section: str, count: int) -> list[Article]:
        """The newest articles of a section."""
        return self._present(self._order[section][:count])

    def related(self, article: Article, count: int = 5) -> list[Article]:
        """Older articles of the same section, as "Tin liên quan" lists them; newer ones where there are none."""
        steps = range(1, count + 1)
        older = [article.index - len(SECTIONS) * step for step in steps]
        newer = [article.index + len(SECTIONS) * step for step in steps]
        return self._present([index for index in older + newer if 0 <= index < self.edition.total][:count])

    def _present(self, indices: list[int] | range) -> list[Article]:
        gone = self.edition.gone
        return [self.article(index) for index in indices if editions.number(index) not in gone]

    def _overlap(self, section: str) -> int:
        # One section repeats the last article of a page as the first of the next, as a shifting listing does.
        return 1 if section == REPEATING_SECTION else 0

    def _step(self, section: str) -> int:
        return self.edition.page_size - self._overlap(section)
