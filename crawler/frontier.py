"""The frontier of one run: which addresses are new, which are due, and how each of them ended.

Every address that a run comes to know is written down at once as `failed: not_fetched`, and again when it ends. So
the states add up whenever the run stops, and what was not reached is taken up by the next run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from crawler.discovery.identity import stable_id
from crawler.tasks import Task
from storage.batch import BatchWriter
from storage.pages import Pages
from storage.schema import UNFINISHED
from vietnamese.folding import search_key

Page = Mapping[str, Any]
DUPLICATE = "duplicate_address"
NOT_FETCHED = "not_fetched"
HEADLINE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Admission:
    """The frontier's answer for one address: whether it was known before this run, and whether to fetch it now.

    `found_at`: when an earlier run met it; None where none did, or where that is not known.
    """

    task: Task
    known: bool
    fetch: bool
    page: Page | None = None
    found_at: datetime | None = None

    def conditional(self) -> Task:
        """The task with what is known of the address: validators and the interval between its checks."""
        page = self.page or {}
        headers = (("If-None-Match", page.get("etag")), ("If-Modified-Since", page.get("last_modified")))
        validators = tuple((name, value) for name, value in headers if value) if page.get("article_id") else ()
        return replace(self.task, known=self.known, validators=validators, interval_s=page.get("interval_s"))


class Frontier:
    """The addresses of one site during one run."""

    def __init__(self, site: str, run_id: str, pages: Pages) -> None:
        self.site = site
        self.run_id = run_id
        self.pages = pages
        self.fresh: set[int] = set()
        self._seen: set[int] = set()
        self._articles: dict[int, str] = {}
        self._set_aside: set[int] = set()
        self._found_at: dict[int, datetime] = {}
        self._writer: BatchWriter[Mapping[str, Any], None] = BatchWriter(self._write)

    async def _write(self, documents: list[Mapping[str, Any]]) -> list[None]:
        await self.pages.record_many(documents)
        return [None] * len(documents)

    async def admit(self, tasks: Sequence[Task], *, force: bool = False) -> list[Admission]:
        """Register addresses; the answers stand in the order of `tasks`.

        An address that this run knows already is answered with `fetch=False`. `force` fetches what is not due.
        """
        first = self._first_time(tasks)
        known = await self.pages.lookup(self.site, [task.url for task in first])
        twins = await self._twins([task for task in first if _set_aside(known.get(task.url))])
        now = datetime.now(UTC)
        answers = {task.url: self._answer(task, known.get(task.url), twins, now, force=force) for task in first}
        await self._register(list(answers.values()))
        # An address that stands twice among the tasks is answered with a fetch once.
        return [answers.pop(task.url) if task.url in answers else self._again(task) for task in tasks]

    def _first_time(self, tasks: Sequence[Task]) -> list[Task]:
        first = []
        for task in tasks:
            key = hash(task.url)
            if key not in self._seen:
                self._seen.add(key)
                first.append(task)
        return first

    async def _twins(self, tasks: Sequence[Task]) -> dict[str, Page]:
        """Known articles at another address with the same stable id."""
        ids = [_identity(task) for task in tasks if task.role == "article"]
        pages = await self.pages.lookup_stable(self.site, ids) if ids else {}
        return {key: page for key, page in pages.items() if page.get("article_id")}

    def _answer(
        self, task: Task, page: Page | None, twins: Mapping[str, Page], now: datetime, *, force: bool
    ) -> Admission:
        if page is None or _set_aside(page):
            twin = task.role == "article" and self._is_twin(task, twins)
            (self._set_aside if twin else self.fresh).add(hash(task.url))
            return Admission(task, known=twin, fetch=not twin, page=None)
        found_at = self._found_at[hash(task.url)] = page["discovered_at"]
        return Admission(task, known=True, fetch=force or is_due(page, now), page=page, found_at=found_at)

    def _is_twin(self, task: Task, twins: Mapping[str, Page]) -> bool:
        """Whether another address of the same article, under the same headline, is known or waits in this run."""
        key, headline = _identity(task), _headline_key(task.headline)
        waiting = self._articles.get(hash(key))
        self._articles.setdefault(hash(key), headline)
        known = _headline_key(twins[key].get("headline")) if key in twins else None
        return bool(headline) and headline in (known, waiting)

    async def admit_target(self, task: Task, *, force: bool) -> Admission:
        """Register where a redirect leads to.

        The address that redirects waits no more for the article that both name, so its target is no twin of it; what
        was set aside as a twin is fetched now.
        """
        self._articles.pop(hash(_identity(task)), None)
        if hash(task.url) in self._set_aside:
            self._set_aside.remove(hash(task.url))
            self._seen.remove(hash(task.url))
        return (await self.admit([task], force=force))[0]

    def _again(self, task: Task) -> Admission:
        key = hash(task.url)
        return Admission(task, known=key not in self.fresh, fetch=False, found_at=self._found_at.get(key))

    async def _register(self, admissions: Sequence[Admission]) -> None:
        documents = [self._registration(admission) for admission in admissions]
        if documents:
            await self.pages.record_many(documents)

    def _registration(self, admission: Admission) -> dict[str, Any]:
        task = admission.task
        document: dict[str, Any] = {"site": self.site, "url": task.url, "run_id": self.run_id}
        if admission.page is None:
            document |= _origin(task)
        if admission.fetch:
            return document | {"state": "failed", "reason": NOT_FETCHED}
        if admission.page is None:
            return document | {"state": "excluded", "reason": DUPLICATE}
        return document | {"state": "not_due", "reason": None}

    @property
    def discovered(self) -> int:
        """How many addresses this run came to know."""
        return len(self._seen)

    def seen(self, url: str) -> bool:
        """Whether this run knows an address already."""
        return hash(url) in self._seen

    async def finish(self, url: str, state: str, reason: str | None = None, **fields: Any) -> None:
        """Write down how an address ended; returns when the database has it."""
        document = {
            "site": self.site,
            "url": url,
            "run_id": self.run_id,
            "state": state,
            "reason": reason,
            **fields,
        }
        await self._writer.submit(document)

    async def exclude(self, task: Task, reason: str) -> None:
        """Write down an address that is known to the run and never fetched."""
        if not self.seen(task.url):
            self._seen.add(hash(task.url))
            await self.finish(task.url, "excluded", reason, **_origin(task))

    async def postpone(self, task: Task, reason: str, day: str | None = None) -> None:
        """Write down an address that this run leaves to a later one; `day` is what its list prints beside it."""
        self._seen.add(hash(task.url))
        listed = {} if day is None else {"listed_on": day}
        await self.finish(task.url, "not_due", reason, next_due_at=datetime.now(UTC), **listed, **_origin(task))

    async def remember(self, section: str, memory: Mapping[str, Any], next_due_at: datetime | None) -> None:
        """Write down what was learned of a list."""
        document = {"site": self.site, "url": section, "listing": dict(memory), "next_due_at": next_due_at}
        await self._writer.submit(document)

    async def close(self) -> None:
        """Write what is waiting."""
        await self._writer.close()


def _identity(task: Task) -> str:
    return stable_id(task.url, headline=task.headline)


def _headline_key(headline: str | None) -> str:
    """The beginning of a headline, by which lists that cut it short still agree; empty where it is unknown."""
    return search_key(headline or "").rstrip(" .…")[:HEADLINE_LENGTH]


def _origin(task: Task) -> dict[str, Any]:
    return {
        "stable_id": _identity(task),
        "headline": task.headline,
        "category": task.category,
        "role": task.role,
        "found_on": task.found_on,
        "section": task.section,
    }


def _set_aside(page: Page | None) -> bool:
    """Whether an address is unknown, or known only as another address of an article."""
    return page is None or page.get("reason") == DUPLICATE


def is_due(page: Page, now: datetime) -> bool:
    """Whether a known address is to be fetched again: unfinished ones at once, others by their schedule."""
    due = page.get("next_due_at")
    if due is not None:
        return bool(due <= now)
    return page.get("state") in UNFINISHED
