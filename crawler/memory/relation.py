"""How near a block stands to the text that is the article's own, and how near to it a furniture may be removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum

from crawler.extraction.sketches import Place


class Nearness(IntEnum):
    """From a box of its own to the flow of the text. Also the nearest place where a known furniture is removed."""

    ALONE = 0  # the page has no text of its own to compare with
    APART = 1  # in a box, or in another shape than the text in the same box
    DRESSED = 2  # among the text, under a class that the text does not bear; or in a list, a table, the lead's place
    FLOW = 3  # among the text, and like it; or in a list or a table that has lines of this article alone


def nearness(places: Sequence[Place], is_own: Callable[[int], bool]) -> Iterator[Nearness]:
    """The nearness of each place; `is_own` tells of a fingerprint whether it is this article's own text."""
    own = [place for place in places if place.prose and is_own(place.fingerprint)]
    groups = {place.group for place in own}
    dressed = {(place.group, place.dress) for place in own}
    filled = {place.group for place in places if place.held and is_own(place.fingerprint)}
    for place in places:
        if not own:
            yield Nearness.ALONE
        elif not place.group or (place.group, place.dress) in dressed or (place.held and place.group in filled):
            yield Nearness.FLOW
        elif place.group in groups or place.held:
            yield Nearness.DRESSED
        else:
            yield Nearness.APART
