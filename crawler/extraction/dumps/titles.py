"""Which of the lines above the running text is the title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from crawler.extraction.dumps.lines import Line
from crawler.extraction.dumps.signals import has_inner_stop, is_closed, is_list_item, is_site_name
from crawler.extraction.wording.bylines import is_name_line
from crawler.extraction.wording.captions import has_credit, is_sure_caption, looks_like_caption, names_subject
from crawler.extraction.wording.keys import fold, words
from crawler.extraction.wording.people import is_unit

_LONGEST = 60
_FARTHEST = 9.0
# A headline with a full stop is shorter than the sentences it could be taken for.
_LONGEST_CLOSED = 45
# A headline has no finished tense, no day of the event and no opening of place and time before a comma.
_STORY = re.compile(
    r"(?<!\w)(?:đã|vừa|diễn ra)(?!\w)|^(?:sáng|chiều|tối|trưa|ngày|hôm|nhằm|thực hiện|căn cứ|từ ngày)\b.*,"
    r"|ngày\s+\d{1,2}\s*[/-]\s*\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the title: its place, whether a date line stands next to it and an empty one below.

    `sentence`: it is the first sentence, so a headline above it is to be preferred. `alone`: the dump has no
    running text. `leading`: it is the first line of a dump that has no hard wraps, whose first line would be the
    beginning of a sentence.
    """

    index: int
    line: Line
    dated: bool
    followed_apart: bool
    sentence: bool = False
    alone: bool = False
    leading: bool = False


def is_title_like(text: str) -> bool:
    """Whether a closed line may be a headline that ends with a full stop: one sentence, no story."""
    return (
        len(words(text)) <= _LONGEST_CLOSED
        and text[-1] not in ":;,"
        and not text.endswith("./.")
        and not has_inner_stop(text)
        and not _STORY.search(text)
    )


def choose_title(candidates: list[Candidate], lines: list[Line], first: int, url: str | None) -> Candidate | None:
    """The best candidate, or None: many dumps have lost their title, and none is to be made up.

    `first` is the index of the first sentence: what is printed again below it is a picture's caption.
    """
    slug = slug_words(url)
    keys = Counter(fold(line.text) for line in lines[: first + 1])
    below = {fold(line.text) for line in lines[first + 1 :]}
    sure = [one for one in candidates if _is_sure(one, below, slug)]
    plain = [one.index for one in sure if not looks_like_caption(one.line.text) and fold(one.line.text) not in below]
    best = max(sure, key=lambda one: _score(one, keys, slug) - _distance(one, plain), default=None)
    if best is None or not best.line.text.isupper():
        return best
    # A theme that prints the title again in capitals has it as it was typed too.
    typed = (one for one in candidates if fold(one.line.text) == fold(best.line.text) and not one.line.text.isupper())
    return next(typed, best)


def _is_sure(one: Candidate, below: set[str], slug: frozenset[str]) -> bool:
    text = one.line.text
    count = len(words(text))
    if count < 2 or count > _LONGEST or has_credit(text) or is_list_item(text):
        return False
    if one.dated or one.followed_apart or (one.alone and count >= 4):
        return True
    if fold(text) in below:
        return False
    return overlap(text, slug) >= 0.7 or (one.leading and _is_headline(text))


def _is_headline(text: str) -> bool:
    """Whether the first line of a dump without empty lines is a headline: open, no caption, no lead."""
    caption = names_subject(text) or looks_like_caption(text) or is_sure_caption(text)
    return 5 <= len(words(text)) <= 30 and not is_closed(text) and not caption and not _STORY.search(text)


def _score(one: Candidate, keys: Counter[str], slug: frozenset[str]) -> float:
    text = one.line.text
    score = float(min(len(words(text)), 14))
    score += 8 * one.dated + 3 * one.followed_apart + 10 * overlap(text, slug)
    score += 5 * (keys[fold(text)] > 1 and not looks_like_caption(text))
    score -= 8 * (_STORY.search(text) is not None)
    score -= one.sentence * (8 if one.dated else 14)
    score -= 8 * (is_unit(text) or is_site_name(text)) + 6 * is_name_line(text) + 5 * (len(words(text)) <= 3)
    return score - 8 * is_sure_caption(text) - 5 * (text[-1] in "!:")


def _distance(one: Candidate, plain: list[int]) -> float:
    """The farther from the text, the more likely a line is of a menu; captions may stand between."""
    return min(_FARTHEST, 0.75 * (len(plain) - bisect_right(plain, one.index)))


def slug_words(url: str | None) -> frozenset[str]:
    """The words of the address's last readable part, folded; empty where the address has none."""
    if not url:
        return frozenset()
    parts = [part for part in unquote(urlsplit(url).path).split("/") if part.count("-") >= 3]
    return frozenset(words(fold(parts[-1].replace("-", " ")))) if parts else frozenset()


def overlap(text: str, slug: frozenset[str]) -> float:
    """The share of the slug's words that stand in `text`, weighed against the length of the text."""
    if len(slug) < 4:
        return 0.0
    own = frozenset(words(fold(text)))
    return 2 * len(own & slug) / (len(own) + len(slug))
