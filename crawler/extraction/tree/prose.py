"""How much running text each line of a page carries: the weight by which the article's region is found."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from crawler.extraction.plain import ends_sentence, word_count
from crawler.extraction.slots import is_date_line
from crawler.extraction.tree import hints
from crawler.extraction.tree.outline import Element, Line, Outline
from crawler.extraction.wordings import chrome_reason, starts_comments, starts_footer, starts_related

_SHORT = 45
_SHORT_WORDS = 9
_CAP = 1500
# Shares of its weight that a line keeps in a doubtful place. Fitted to nothing: any value well below a half works.
_FURNITURE_SHARE = 0.15
_FOOTER_SHARE = 0.02
_SIDE_SHARE = 0.1
_MOST = 0.75
_TEASER_SHARE = 0.15
_AFTER_RELATED_SHARE = 0.1
_MARKER_LENGTH = 60
_LINKS_TO_HALVE = 12


class Prose:
    """The weights of a page's lines, summed over any element in constant time.

    `shares`: what of its full weight each line keeps for its markup and place.
    """

    def __init__(self, page: Outline, weights: list[float], shares: list[float]) -> None:
        self.page = page
        self.weights = weights
        self.shares = shares
        self._sums = [0.0, *accumulate(weights)]

    def of(self, index: int) -> float:
        """Weight of the lines of element `index`."""
        element = self.page.elements[index]
        return self._sums[element.end] - self._sums[element.first]

    def first_line(self, index: int) -> int:
        """The first line with weight in element `index`, or the line after its last."""
        element = self.page.elements[index]
        return next((at for at in range(element.first, element.end) if self.weights[at] > _SHORT / 2), element.end)


def measure(page: Outline) -> Prose:
    """Weigh every line by its text, its element's markup and the line above it."""
    weights = [raw_weight(line) for line in page.lines]
    factors = _markup_factors(page, weights)
    for at, weight in enumerate(weights):
        if weight:
            factors[at] *= _context(page, at)
    return Prose(page, [weight * factor for weight, factor in zip(weights, factors, strict=True)], factors)


def _markup_factors(page: Outline, weights: list[float]) -> list[float]:
    """For each line, the least share that an element around it leaves to its text."""
    sums = [0.0, *accumulate(weights)]
    spans: dict[float, list[Element]] = {}
    for element in page.elements:
        text = sums[element.end] - sums[element.first]
        if text:
            spans.setdefault(_markup_share(element, text, sums[-1]), []).append(element)
    factors = [1.0] * len(weights)
    for share in sorted(spans, reverse=True):
        for at, covers in enumerate(_cover(spans[share], len(weights))):
            if covers:
                factors[at] = share
    return factors


def _cover(elements: Iterable[Element], lines: int) -> list[int]:
    """How many of the elements are around each line: a sum over their edges, so that nesting costs nothing."""
    edges = [0] * (lines + 1)
    for element in elements:
        edges[element.first] += 1
        edges[element.end] -= 1
    return list(accumulate(edges[:-1]))


def raw_weight(line: Line) -> float:
    """Characters of running text in a line: none for links, labels and menu entries."""
    length = len(line.text)
    if line.linked * 2 > length or length < _SHORT or word_count(line.text) < _SHORT_WORDS:
        return 0.0
    if length < 2 * _SHORT and not ends_sentence(line.text):
        return length * 0.5
    return float(min(length - line.linked, _CAP))


def _markup_share(element: Element, text: float, total: float) -> float:
    """An element that holds most of the page's text is no furniture, whatever its class is called; a footer is."""
    if not element.furniture:
        return _SIDE_SHARE if _is_beside(element) and text < total * _MOST else 1.0
    if hints.is_footer(element.tag, element.names):
        return _FOOTER_SHARE
    return _FURNITURE_SHARE if text < total * 0.5 else 1.0


def _context(page: Outline, at: int) -> float:
    """The share that a line keeps: less right under a headline that is a link, for it is that article's teaser."""
    line = page.lines[at]
    if chrome_reason(line.text) or starts_footer(line.text):
        return _FURNITURE_SHARE
    if at == 0:
        return 1.0
    above = page.lines[at - 1]
    headline = above.is_link and word_count(above.text) >= 5 and not above.text.startswith((">", "»"))
    return _TEASER_SHARE if headline else 1.0


def after(prose: Prose, start: int) -> Prose:
    """The weights as seen from a title that ends before line `start`.

    Nothing before it counts, nor what its markup or place makes doubtful as long as there is better. What stands
    behind many links or a heading of other news counts less.
    """
    lines = prose.page.lines
    sure = [weight if share >= 1.0 else 0.0 for weight, share in zip(prose.weights, prose.shares, strict=True)]
    if sum(sure[start:]) >= _SHORT:
        prose = Prose(prose.page, sure, prose.shares)
    weights = [0.0] * len(lines)
    links, share = 0, 1.0
    for at in range(start, len(lines)):
        line = lines[at]
        if len(line.text) < _MARKER_LENGTH and not prose.weights[at] and _is_marker(line.text):
            share = _AFTER_RELATED_SHARE
        links += line.is_link
        weights[at] = prose.weights[at] * share * _LINKS_TO_HALVE / (_LINKS_TO_HALVE + links)
    sums = [0.0, *accumulate(weights)]
    below = (one for one in prose.page.elements if one.first >= start and sums[one.end] > sums[one.first])
    for at, covers in enumerate(_cover(filter(_is_beside, below), len(weights))):
        weights[at] *= _SIDE_SHARE**covers
    return Prose(prose.page, weights, prose.shares)


def short_lines(prose: Prose, start: int) -> Prose:
    """The weights of a page without running text below its title: a timetable, a list of names.

    Every line that is neither link nor label counts by its length, up to the next heading of other news.
    """
    lines = prose.page.lines
    weights = [0.0] * len(lines)
    for at in range(start, len(lines)):
        line = lines[at]
        if _is_marker(line.text) or starts_footer(line.text):
            break
        if not line.is_link and not chrome_reason(line.text) and not is_date_line(line.text):
            weights[at] = float(min(len(line.text), _CAP))
    doubtful = (one for one in prose.page.elements if one.first >= start and (one.furniture or _is_beside(one)))
    for at, covers in enumerate(_cover(doubtful, len(weights))):
        if covers:
            weights[at] = 0.0
    return Prose(prose.page, weights, prose.shares)


def _is_marker(text: str) -> bool:
    return starts_related(text) or starts_comments(text)


def _is_beside(element: Element) -> bool:
    return element.tag in ("div", "td", "aside", "section") and hints.is_side_column(element.names, element.attributes)
