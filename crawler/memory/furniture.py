"""What is known of one site's furniture, how it grows and ages, and which blocks of an article it takes away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from crawler.extraction.sketches import Place
from crawler.memory.learning import Verdict, learn
from crawler.memory.relation import Nearness, nearness
from crawler.memory.sample import SeenPage

MOST_TEXTS = 2000


@dataclass(frozen=True, slots=True)
class Known:
    """One text of the template: where it is removed (see `Verdict`), its last day, and what the verdict rests on."""

    reach: Nearness
    last_day: int
    articles: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture of one site, by fingerprint."""

    texts: Mapping[int, Known] = field(default_factory=dict)

    def strips(self, places: Sequence[Place]) -> list[bool]:
        """For each place of an article's body, whether a text of the template stands there."""
        if not any(place.fingerprint in self.texts for place in places):
            return [False] * len(places)
        return [
            place.fingerprint in self.texts and near <= self.texts[place.fingerprint].reach
            for place, near in zip(places, nearness(places, lambda key: key not in self.texts), strict=True)
        ]

    def relearned(self, pages: Sequence[SeenPage]) -> Furniture:
        """What is known after a sample was judged.

        A verdict gives way only to one that rests on as many articles. So what was learned from the first few pages is
        put right, and what an old design had is not forgotten as its pages leave the sample one by one: they are in
        the archive still.
        """
        verdicts = learn(pages)
        on_day = Counter(page.day for page in pages if page.kind == "article")
        texts = {}
        for key in verdicts.keys() | self.texts.keys():
            old = self.texts.get(key)
            gone = Verdict(None, 0, on_day[old.last_day] if old else 0)
            known = _settled(old, verdicts.get(key, gone))
            if known is not None:
                texts[key] = known
        return Furniture(texts)

    def bounded(self, most: int = MOST_TEXTS) -> Furniture:
        """Only the `most` texts that were seen last."""
        newest = sorted(self.texts.items(), key=lambda entry: (-entry[1].last_day, entry[0]))
        return Furniture(dict(newest[:most]))

    def differing(self, other: Furniture) -> set[int]:
        """Fingerprints that the other removes elsewhere, or not at all, or that it alone removes."""
        keys = self.texts.keys() | other.texts.keys()
        return {key for key in keys if self._reach(key) != other._reach(key)}

    def _reach(self, key: int) -> Nearness | None:
        known = self.texts.get(key)
        return known.reach if known else None


def _settled(old: Known | None, verdict: Verdict) -> Known | None:
    """What is known of a text after a verdict on it."""
    if old is not None and verdict.articles < old.articles:
        return replace(old, last_day=max(old.last_day, verdict.last_day))
    return None if verdict.reach is None else Known(verdict.reach, verdict.last_day, verdict.articles)
