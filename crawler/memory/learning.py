"""From a sample of a site's pages to the texts that are its furniture.

A text is furniture if it stands on enough articles, and never nearer to their own text than a template would put it:
- in a box of its own, on a seventh of the articles (a section's box, one of several layouts);
- under a class of its own among the text, or in a list, on nearly all articles;
- in the flow of the text only if the lists of the site print it too: a standard closing sentence stands there by
  right, however often it does, and so do the paragraphs of a recurring announcement, which have no text of the
  article's own beside them or stand among it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.memory.relation import Nearness, nearness
from crawler.memory.sample import SeenPage

LEAST_PAGES = 3
# Articles of the days on which the text was seen, at least; a younger or older design has no say.
LEAST_SHARE: Mapping[Nearness, float] = {Nearness.APART: 0.15, Nearness.DRESSED: 0.9, Nearness.FLOW: 0.5}
LEAST_DRESSED = 5
LEAST_LISTS = 2
LIST_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sample says of one text: the nearest place to an article's own text where it is removed, None if nowhere.

    `last_day`: when it was seen last; `articles`: on how many articles the verdict rests, with it or without it.
    """

    reach: Nearness | None
    last_day: int
    articles: int


@dataclass(slots=True)
class _Text:
    """How often one text stands in articles' bodies, by nearness, and between which days."""

    counts: Counter[Nearness]
    first: int
    last: int


def learn(pages: Sequence[SeenPage]) -> dict[int, Verdict]:
    """A verdict on every text in the bodies of the sampled articles, by fingerprint."""
    articles = [page for page in pages if page.kind == "article"]
    lists = [frozenset(page.sketch.lines) for page in pages if page.kind == "list"]
    days = Counter(page.day for page in articles)
    verdicts = {}
    for key, text in _texts(articles).items():
        span = sum(count for day, count in days.items() if text.first <= day <= text.last)
        reach = None
        if text.counts.total() >= LEAST_PAGES:
            reach = _reach(text.counts, span, [key in lines for lines in lists])
        verdicts[key] = Verdict(reach, text.last, span)
    return verdicts


def _texts(articles: Sequence[SeenPage]) -> dict[int, _Text]:
    pages_of = Counter(key for page in articles for key in {place.fingerprint for place in page.sketch.body})
    texts: dict[int, _Text] = {}
    for page in articles:
        places = page.sketch.body
        nearest: dict[int, Nearness] = defaultdict(lambda: Nearness.ALONE)
        for place, near in zip(places, nearness(places, lambda key: pages_of[key] < LEAST_PAGES), strict=True):
            nearest[place.fingerprint] = max(nearest[place.fingerprint], near)
        nearest.pop(0, None)  # lines without letters have nothing by which they would be known again
        for key, near in nearest.items():
            text = texts.setdefault(key, _Text(Counter(), page.day, page.day))
            text.counts[near] += 1
            text.first, text.last = min(text.first, page.day), max(text.last, page.day)
    return texts


def _reach(counts: Counter[Nearness], span: int, on_lists: Sequence[bool]) -> Nearness | None:
    """How near to an article's own text a text is removed; None if it is no furniture."""
    share = counts.total() / span
    listed = sum(on_lists)
    if share >= LEAST_SHARE[Nearness.FLOW] and listed >= LEAST_LISTS and listed >= LIST_SHARE * len(on_lists):
        return Nearness.FLOW
    apart, dressed = counts[Nearness.APART], counts[Nearness.DRESSED]
    flow = counts[Nearness.FLOW]
    # An article of one short paragraph leaves little to compare with, so single pages may err.
    if apart + dressed >= max(LEAST_DRESSED, 10 * flow) and share >= LEAST_SHARE[Nearness.DRESSED]:
        return Nearness.DRESSED
    if apart >= LEAST_PAGES and share >= LEAST_SHARE[Nearness.APART] and apart > 2 * (dressed + flow):
        return Nearness.APART
    return None
