"""Many saved pages at once: those of one host teach what the furniture of their site is, as a crawl would learn it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

from crawler.memory.furniture import Furniture
from crawler.memory.learning import LEAST_PAGES
from crawler.memory.sample import MOST, SeenPage, page_key, sample
from operations.extraction import Extracted, SavedPage, extracted
from pipelines.strip_boilerplate import NOTHING_KNOWN
from vietnamese.dates import VIETNAM

T = TypeVar("T")
R = TypeVar("R")
# Pages of a host that are read before its furniture is known: twice what is remembered, since others are neither
# articles nor lists.
DRAWN = 2 * sum(MOST.values())
# Pages of whole hosts that are held at a time.
AT_ONCE = 2000


class Mapper(Protocol):
    """`map`, or the same over several processes; results in any order."""

    def __call__(self, work: Callable[[T], R], values: Sequence[T], /) -> Iterable[R]:
        """Apply `work` to each of the values."""


def extract_sites(pages: Iterable[SavedPage], spread: Mapper) -> Iterator[dict[str, Any] | str]:
    """The record of each page, or what is wrong with its file. Only pages that hold furniture are read twice."""
    hosts: dict[str, list[SavedPage]] = {}
    for page in pages:
        hosts.setdefault(_host(page), []).append(page)
    waiting: dict[str, list[SavedPage]] = {}
    for host, saved in hosts.items():
        waiting[host] = saved
        if sum(map(len, waiting.values())) >= AT_ONCE:
            yield from _extract_hosts(waiting, spread)
            waiting = {}
    yield from _extract_hosts(waiting, spread)


def _extract_hosts(hosts: dict[str, list[SavedPage]], spread: Mapper) -> Iterator[dict[str, Any] | str]:
    drawn = {host: sorted(pages, key=_key)[:DRAWN] for host, pages in hosts.items()}
    found: dict[str, list[Extracted]] = {host: [] for host in hosts}
    for answer in spread(read, [(page, NOTHING_KNOWN) for pages in drawn.values() for page in pages]):
        if isinstance(answer, str):
            yield answer
        else:
            found[_host(answer.page)].append(answer)
    again: list[tuple[SavedPage, Furniture]] = []
    for host, pages in hosts.items():
        furniture = furniture_of(found[host]) if host else NOTHING_KNOWN
        for answer in found[host]:
            if any(furniture.strips(answer.sketch.body)):
                again.append((answer.page, furniture))
            else:
                yield answer.record
        again += [(page, furniture) for page in sorted(pages, key=_key)[DRAWN:]]
    for answer in spread(read, again):
        yield answer if isinstance(answer, str) else answer.record


def furniture_of(pages: Sequence[Extracted]) -> Furniture:
    """What the pages of one host teach."""
    if len(pages) < LEAST_PAGES:
        return NOTHING_KNOWN
    return Furniture().relearned(sample(filter(None, map(_seen, pages))))


def _seen(answer: Extracted) -> SeenPage | None:
    page, kind = answer.page, answer.record["kind"]
    day = page.fetched_at.astimezone(VIETNAM).toordinal() if page.fetched_at else 0
    if kind == "other" or page.is_dump:
        return None
    return SeenPage(_key(page), "article" if kind == "article" else "list", day, answer.sketch)


def read(work: tuple[SavedPage, Furniture]) -> Extracted | str:
    """Extract a page of a site that is known for this furniture; a sentence if its file cannot be read."""
    page, furniture = work
    try:
        return extracted(page, furniture)
    except OSError as error:
        return f"{page.file}: {error.strerror or error}"


def _host(page: SavedPage) -> str:
    return urlsplit(page.url or "").netloc


def _key(page: SavedPage) -> int:
    return page_key(page.url or page.id)
