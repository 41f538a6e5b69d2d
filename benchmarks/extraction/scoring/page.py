"""One page scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.extraction.gold import GoldPage
from benchmarks.extraction.markup import visible_lines
from benchmarks.extraction.scoring.overlap import LEAK, leaks, precision_recall, strays
from benchmarks.extraction.scoring.values import address, not_wrong, same_day, same_text, same_time
from benchmarks.extraction.scoring.words import all_words, comparable, paragraphs, without, words


@dataclass(frozen=True, slots=True)
class Sets:
    """What was found of a set: how many right, wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Sets) -> Sets:
        return Sets(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @classmethod
    def of(cls, want: Iterable[str], have: Iterable[str]) -> Sets:
        """Compare two sets; the empty text is no member."""
        gold, found = set(want) - {""}, set(have) - {""}
        return cls(len(gold & found), len(found - gold), len(gold - found))


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """The fields of an article page."""

    title: bool
    published: bool
    published_day: bool
    author: bool
    category: bool | None
    wrong_date: bool
    precision: float
    recall: float
    leaks: tuple[str, ...]
    strays: tuple[str, ...]
    captions: Sets
    attachments: Sets


@dataclass(frozen=True, slots=True)
class ListingScore:
    """The fields of a listing page."""

    links: Sets
    next_page: bool


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page: its kind, and what its kind is asked for."""

    id: str
    kind: bool
    article: ArticleScore | None = None
    listing: ListingScore | None = None


def score_page(page: GoldPage, found: Mapping[str, Any]) -> PageScore:
    """Score what a tool found on a page; what it left out counts as empty."""
    kind = found.get("kind") == page.kind
    if page.kind == "article":
        return PageScore(page.id, kind, article=_article(page, found))
    if page.kind == "listing":
        return PageScore(page.id, kind, listing=_listing(page.labels, found))
    return PageScore(page.id, kind)


def _article(page: GoldPage, found: Mapping[str, Any]) -> ArticleScore:
    gold = page.labels
    optional = [words(text) for text in gold.get("optional", ())]
    lines = paragraphs(found.get("body"))
    body = tuple(word for line in lines for word in without(words(line), optional))
    precision, recall = precision_recall(all_words(gold["body"]), body)
    return ArticleScore(
        title=_accepts(same_text, gold, "title", found),
        published=_accepts(same_time, gold, "published_at", found),
        published_day=_accepts(same_day, gold, "published_at", found),
        author=_accepts(same_text, gold, "author", found),
        category=_accepts(same_text, gold, "category", found) if gold.get("category") else None,
        wrong_date=bool(found.get("published_at")) and not _accepts(not_wrong, gold, "published_at", found),
        precision=precision,
        recall=recall,
        leaks=tuple(_leaks(page, lines)),
        strays=tuple(_strays(page, lines)),
        captions=Sets.of(map(comparable, gold["captions"]), map(comparable, found.get("captions") or ())),
        attachments=Sets.of(_addresses(gold["attachments"]), _addresses(found.get("attachments") or ())),
    )


def _leaks(page: GoldPage, lines: list[str]) -> list[str]:
    gold = page.labels
    others = [*gold["captions"], gold["title"], *gold.get("optional", ())]
    right = [all_words(gold["body"]), *map(words, gold["body"]), *map(words, others)]
    return leaks(lines, right, all_words(visible_lines(page.text()))) if lines else []


def _strays(page: GoldPage, lines: list[str]) -> list[str]:
    """The leaks, and lines of one word or two that stand on the page and are no line of the article."""
    gold = page.labels
    rows = [row.split(" | ") for row in gold["body"]]
    others = [text for texts in gold.get("also", {}).values() for text in texts if isinstance(text, str)]
    units = [
        *(cell for row in rows for cell in row),
        *gold["captions"],
        gold["title"],
        *gold.get("optional", ()),
        *others,
    ]
    short = [line for line in lines if len(words(line)) < LEAK]
    found = strays(short, [words(unit) for unit in units], all_words(visible_lines(page.text()))) if short else []
    return [*_leaks(page, lines), *found]


def _listing(gold: Mapping[str, Any], found: Mapping[str, Any]) -> ListingScore:
    links = Sets.of(map(address, gold["links"]), map(address, found.get("links") or ()))
    return ListingScore(links, address(gold["next_page"]) == address(found.get("next_page")))


def _addresses(files: Iterable[Mapping[str, str]]) -> list[str]:
    return [address(file["url"]) for file in files]


def _accepts(same: Callable[[Any, Any], bool], gold: Mapping[str, Any], field: str, found: Mapping[str, Any]) -> bool:
    """Whether the value is that of the labels, or another that the labels call right."""
    right = [gold[field], *gold.get("also", {}).get(field, ())]
    return any(same(value, found.get(field)) for value in right)
