"""The printed heading of an article: found by its look and place, confirmed by the page's claims.

The `<title>` may be the same on every page and an h1 may hold the site's name, so neither decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from crawler.extraction import crumbs
from crawler.extraction.addresses import absolute
from crawler.extraction.evidence import Evidence
from crawler.extraction.plain import compact, ends_sentence, stored, word_count
from crawler.extraction.slots import cut_slot
from crawler.extraction.tree import hints
from crawler.extraction.tree.outline import Element, Line, Outline
from crawler.extraction.tree.prose import Prose
from crawler.extraction.wording.people import is_unit
from crawler.extraction.wordings import chrome_reason, starts_related
from vietnamese.folding import search_key

_MIN_LENGTH, _MAX_LENGTH = 8, 350
_HEADING_SCORES = {1: 2.5, 2: 1.6, 3: 1.2, 4: 0.8, 5: 0.4, 6: 0.2}
_MIN_CLAIM = 12
_GLUED_DATE = re.compile(
    r"(?:(?:ngày\s)?(?:cập nhật|đăng|đăng tin|đăng bài|xuất bản)(?:\s?(?:lúc|ngày))?\s*:?\s*"
    r"[\d(][\d\s:/.,()\-–|]{7,24}|[(\[]\s*[\d\s:/.,\-–|]{8,22}[)\]])\s*$",
    re.IGNORECASE,
)
_LEAST_WORDS = 4
_KICKER_WORDS = 6
_FAR = 3.0
_TELLING = 200.0
# Links that are assumed behind the last running text: a heading without text may head a list of files.
_NO_TEXT = 6
_MOST_CLAIMED = 5.0
_NAMED = 1.3
_UNCLAIMED_BELOW = -2.5
_SHORTLY = 8
_RUNNING = 40.0
_LEAST = 0.8
_NAME_WORDS = 16
# How many elements around a line tell that it is a title, or stands in furniture.
_TITLE_AROUND, _FURNITURE_AROUND = 4, 6
_SITE_NAME = re.compile(
    r"^(?:(?:trang|cổng)\s+(?:thông tin|tin)|website|chào mừng|sở\s|ủy ban|uỷ ban|ubnd|hội đồng nhân dân|hđnd"
    r"|bộ\s|chi cục\s|welcome|cục\s)",
    re.IGNORECASE,
)
_DATE_ONLY = re.compile(
    r"^[\W\d]*(?:(?:thứ|ngày|chủ nhật|cập nhật|đăng|lúc|hôm nay|tháng|năm|gmt)\b[^a-zđ]*\S{0,6}\W*)*[\W\d]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The chosen line, its score, and how far the page's claims confirm it (0: not at all)."""

    line: int
    score: float
    claimed: float


class Claims:
    """The claims of a page, prepared for comparison with its lines."""

    def __init__(self, evidence: Evidence) -> None:
        self.wholes = {compact(title) for title in evidence.titles}
        self.parts = {key for segment in evidence.segments() if len(key := compact(segment)) >= _MIN_CLAIM}
        self.cut = tuple(compact(s) for s in evidence.segments() if s.rstrip().endswith(("...", "…")) and len(s) > 20)
        slug = search_key(evidence.slug)
        self.slug = re.findall(r"[a-z0-9]+", slug)
        self.slug_key = "".join(self.slug)

    def support(self, line: Line) -> float:
        """How strongly the claims support a line: 0 to 5. A unit's name alone may be every page's title: no support."""
        key = compact(line.text)
        score = 0.0
        if word_count(line.text) <= _NAME_WORDS and is_unit(line.text):
            return score
        if key in self.wholes and len(key) >= _MIN_CLAIM:
            score = 4.0
        elif key in self.parts:
            score = 3.5
        elif any(key.startswith(cut) for cut in self.cut):
            score = 3.0
        return max(score, min(score + self._slug_support(line.text), 5.0))

    def _slug_support(self, text: str) -> float:
        if len(self.slug) < 4 or word_count(text) < 3:
            return 0.0
        words = re.findall(r"[a-z0-9]+", search_key(text))
        key = "".join(words)
        if self.slug_key.startswith(key) or key.startswith(self.slug_key) or key in self.slug_key:
            return 3.0 if len(key) > 0.5 * len(self.slug_key) else 0.0
        common = len(set(words) & set(self.slug))
        share = common / max(len(set(self.slug)), 1)
        return 2.0 if share >= 0.7 and common >= 0.5 * len(set(words)) else 0.0


def find_heading(page: Outline, evidence: Evidence, prose: Prose, content: int) -> Heading | None:
    """The line that is the article's heading. `content` is the element that holds the page's main text."""
    claims = Claims(evidence)
    gaps = _gaps(page, prose)
    # Little text says nothing about where the article is.
    start = prose.first_line(content) if prose.of(content) >= _TELLING else len(page.lines)
    best: Heading | None = None
    for line in page.lines:
        if not _MIN_LENGTH <= len(line.text) <= _MAX_LENGTH or _is_entry(line):
            continue
        most = _HEADING_SCORES.get(line.heading, 0.0) + 0.5 * line.bold + _NAMED + gaps[line.index] + _MOST_CLAIMED
        if best and most < best.score:
            continue
        look = _look(page, line, evidence.url) + gaps[line.index] - (1.5 if line.index > start else 0.0)
        if best and look + _MOST_CLAIMED <= best.score:
            continue
        claimed = claims.support(line)
        score = look + claimed + (_UNCLAIMED_BELOW if line.index > start and not claimed else 0.0)
        if (best is None or score > best.score) and not _is_label(line.text):
            best = Heading(line.index, score, claimed)
    return best if best and best.score >= _LEAST else None


def _is_label(text: str) -> bool:
    """Whether a line is furniture by its wording, or nothing but a date or the way to the page."""
    return bool(_DATE_ONLY.match(text) or crumbs.is_here(text) or chrome_reason(text) or starts_related(text))


def _is_entry(line: Line) -> bool:
    """Whether a line is a link that nothing sets apart: an entry of a menu or a list."""
    return line.is_link and not line.heading and not hints.is_titled(line.names)


def _look(page: Outline, line: Line, url: str) -> float:
    """Points for the look of a headline, and against furniture, links and sentences."""
    score = _HEADING_SCORES.get(line.heading, 0.0) + 0.5 * line.bold
    around = page.around(line, _FURNITURE_AROUND)
    if _named_as_title(line, around[:_TITLE_AROUND]):
        score += _NAMED
    if line.is_link and not leads_to(line.href, url):
        score -= 3.0
    if any(element.traits.furniture for element in around):
        score -= 2.0
    words = word_count(line.text)
    if len(line.text) < 18 or words < 4:
        score -= 1.5
    elif len(line.text) > 250 or (len(line.text) > 120 and ends_sentence(line.text)):
        score -= 1.0
    if words <= _NAME_WORDS and _SITE_NAME.match(line.text) and not line.text.endswith("?"):
        score -= 3.0 if is_unit(line.text) else 1.0
    return score


def leads_to(href: str | None, url: str) -> bool:
    """Whether a link leads to the page that it stands on, as headings do in blogs."""
    return href is not None and unquote((absolute(href, url) or "").partition("#")[0]).rstrip("/") == unquote(
        url
    ).rstrip("/")


def _named_as_title(line: Line, around: Sequence[Element]) -> bool:
    if hints.is_titled(line.names):
        return True
    for element in around:
        if element.attributes.get("itemprop") in ("headline", "name") or (
            hints.is_titled(element.names) and element.end - element.first <= 3
        ):
            return True
    return False


def _gaps(page: Outline, prose: Prose) -> list[float]:
    """For each line, points for running text shortly below it, and against links in between."""
    gaps = [0.0] * len(page.lines)
    links, lines = _NO_TEXT, _SHORTLY + 1
    for line in reversed(page.lines):
        gaps[line.index] = (1.0 if lines <= _SHORTLY else 0.0) - min(_FAR, 0.2 * links)
        lines += 1
        if prose.weights[line.index] > _RUNNING:
            links = lines = 0
        elif line.is_link:
            links += 1
    return gaps


def heading_text(text: str) -> str:
    """The heading as stored: normalized, without a portlet's "null " and a glued date, once where it is doubled."""
    text = split_date(stored(text).removeprefix("null "))[0]
    half = len(text) // 2
    return text[:half] if len(text) > 40 and len(text) % 2 and text[:half] == text[half + 1 :] else text


def without_kicker(text: str, page: Outline, line: Line, evidence: Evidence) -> str:
    """The heading without the section's name that some themes print within it, in an element of its own.

    What is left must be a title that the page's head claims: `<h1><span>Giao thông</span> Thông xe cầu tạm …</h1>`.
    """
    for claimed in evidence.segments():
        kicker = text.removesuffix(claimed)
        if kicker in ("", text) or word_count(claimed) < _LEAST_WORDS or word_count(kicker) > _KICKER_WORDS:
            continue
        parts = page.elements[line.element].node.iter()
        if any(compact(part.text()) == compact(kicker) for part in parts):
            return claimed
    return text


def split_date(text: str) -> tuple[str, str | None]:
    """Split a heading from a date glued to it, labelled or bracketed: "… Cập nhật 26/11/2021", "… (26/08/2010 )"."""
    match = _GLUED_DATE.search(text)
    if match is None or word_count(text[: match.start()]) < _LEAST_WORDS or cut_slot(match[0]) is None:
        return text, None
    return text[: match.start()].rstrip(" -–|•"), match[0].strip()
