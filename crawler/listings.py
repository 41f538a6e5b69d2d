"""Lists: what they offer, how far they are walked, and what is remembered of them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from crawler import schedule
from crawler.candidates import Candidate, article_candidates, refusal
from crawler.discovery.addresses import canonical
from crawler.discovery.listing import FormPost, Listing, ListingLink
from crawler.expectations import few_links
from crawler.frontier import Admission, Frontier
from crawler.outcome import Budget, Outcome, Post
from crawler.tasks import Task
from crawler.walks import Walk

if TYPE_CHECKING:
    from crawler.definitions import SiteDefinition
    from crawler.span import Span


# Of one walk. At one request a second and a half these take two hours; what has more turns pages without end.
MOST_PAGES = 5000


class Listings:
    """The walks of one run. `section` is always the address of a list's first page."""

    def __init__(self, site: SiteDefinition, frontier: Frontier, span: Span, budget: Budget) -> None:
        self.site = site
        self.frontier = frontier
        self.span = span
        self.budget = budget
        self.walks: dict[str, Walk] = {}
        self.fruitful: set[str] = set()
        self.memories: dict[str, dict[str, Any]] = {}
        self.waiting: deque[Admission] = deque()
        self.lists = 0
        self.alerts: list[str] = []

    async def read(self, task: Task, listing: Listing, now: datetime, fields: Mapping[str, Any]) -> Outcome:
        """Take in one page of a list: the articles to fetch, then the next page unless the walk ends."""
        walk = await self._walk(task, now)
        if listing.links:
            self.lists += 1
        candidates = list(article_candidates(listing.links, task, self.site, now))
        admissions = await self.offer(candidates)
        if any(not admission.known for admission in admissions):
            self.fruitful.add(walk.section)
        unknown = [a.task.url for a in admissions if not (a.known and walk.settled(a.found_at))]
        urls = [candidate.task.url for candidate in candidates]
        ends = walk.turn(urls, unknown, [candidate.day for candidate in candidates])
        outcome = Outcome(follow=_to_fetch(admissions))
        if ends is None:
            ends = await self._turn_page(task, listing, walk, candidates, outcome)
        outcome.endings.append(self._finish_page(task, fields, listing))
        if task.role in ("start", "section"):
            alert = few_links(self.site.expected, task.url, len(candidates))
            self.alerts += [alert] if alert else []
        if ends is not None:
            await self.end(walk.section, ended=ends != "limit", now=now)
        return outcome

    async def offer(self, candidates: Sequence[Candidate]) -> list[Admission]:
        """Register articles; what is refused, outside the span or over the limit is recorded and not fetched."""
        fetchable = [c for c in candidates if c.refused is None and not self.span.is_past(c.day)]
        admissions = await self.frontier.admit([c.task for c in fetchable])
        # Together, since each of these waits for its batch to be written.
        await asyncio.gather(*(self._set_aside(candidate) for candidate in candidates))
        return [self.within_budget(admission) for admission in admissions]

    async def _set_aside(self, candidate: Candidate) -> None:
        if candidate.refused is not None:
            await self.frontier.exclude(candidate.task, candidate.refused)
        elif self.span.is_past(candidate.day):
            await self.frontier.postpone(candidate.task, "before_span", candidate.day)

    def within_budget(self, admission: Admission) -> Admission:
        """The admission as it is, or within a limit that is used up, one that waits."""
        if not admission.fetch or self.budget.take():
            return admission
        self.waiting.append(admission)
        return replace(admission, fetch=False)

    def release(self) -> list[Task]:
        """One fetch came to no article: the next one that waits takes its place within the limit."""
        if self.budget.limit is None:
            return []
        self.budget.give_back()
        if not self.waiting:
            return []
        self.budget.take()
        return [self.waiting.popleft().conditional()]

    async def _walk(self, task: Task, now: datetime) -> Walk:
        section = task.section if task.role == "page" and task.section else task.url
        if section not in self.walks:
            page = (await self.frontier.pages.lookup(self.frontier.site, [section])).get(section) or {}
            memory = page.get("listing") or {}
            self.walks[section] = Walk.resume(section, memory, rewalk=_rewalk_due(memory, now))
        return self.walks[section]

    async def _turn_page(
        self, task: Task, listing: Listing, walk: Walk, candidates: Sequence[Candidate], outcome: Outcome
    ) -> str | None:
        """Add the next page to `outcome`; return why there is none to go to, or None."""
        if self.budget.exhausted:
            return "limit"
        if walk.pages >= MOST_PAGES:
            self.alerts.append(f"{walk.section} has more than {MOST_PAGES} pages; those behind were not walked")
            return "limit"
        days = [candidate.day for candidate in candidates if candidate.day is not None]
        if days and not walk.unordered and all(self.span.is_past(day) for day in days):
            return "limit"
        if listing.next_post is not None:
            return await self._post_page(task, listing.next_post, walk, outcome)
        if listing.next_page is None:
            return "end"
        url = canonical(listing.next_page)
        if refusal(url, self.site) is not None:
            return "end"
        return await self._admit_page(Task(url, "page", **_inherited(task, walk)), outcome)

    async def _admit_page(self, task: Task, outcome: Outcome) -> str | None:
        admission = (await self.frontier.admit([task], force=True))[0]
        if not admission.fetch:
            return "end"
        outcome.follow.append(admission.task)
        return None

    async def _post_page(self, task: Task, form: FormPost, walk: Walk, outcome: Outcome) -> str | None:
        """A posted page has no address of its own; its number in the walk stands in for it."""
        following = Task(f"{walk.section}#page-{walk.pages + 1}", "page", **_inherited(task, walk))
        pages: Outcome = Outcome()
        ends = await self._admit_page(following, pages)
        if ends is None:
            outcome.post = Post(following, form)
        return ends

    async def _finish_page(self, task: Task, fields: Mapping[str, Any], listing: Listing) -> None:
        if task.role == "page":
            await self.frontier.finish(task.url, "excluded", "listing", role="page", **fields)
            return
        role = "start" if task.role == "start" else "section"
        total = {} if listing.total is None else {"listed_total": listing.total}
        await self.frontier.finish(task.url, "excluded", "listing", role=role, **fields, **total)

    async def end(self, section: str, *, ended: bool, now: datetime) -> None:
        """Remember a walk that is over."""
        walk = self.walks.get(section)
        if walk is None:
            return
        # Not the time of the answer that ends the walk: its addresses were written down after it.
        memory = walk.remember(ended=ended, now=datetime.now(UTC))
        if walk.is_full:
            self.memories[section] = memory
            return
        needed = section in self.fruitful or bool(memory.get("needed", True))
        due = None if needed or not ended else schedule.after(now, schedule.REDUNDANT_LISTING)
        await self.frontier.remember(section, memory | {"needed": needed}, due)

    async def close(self, now: datetime) -> None:
        """Write down what the full walks of this run taught: lists that others make superfluous are visited less."""
        await asyncio.gather(*(self.frontier.postpone(admission.task, "limit") for admission in self.waiting))
        walked = {section: self.walks[section].seen for section in self.memories}
        needed = cover(walked, first=[canonical(url) for url in self.site.start])
        for section, memory in self.memories.items():
            memory["needed"] = section in needed or not memory["complete"]
        dues = {
            section: None if memory["needed"] else schedule.after(now, schedule.REDUNDANT_LISTING)
            for section, memory in self.memories.items()
        }
        await asyncio.gather(
            *(self.frontier.remember(section, self.memories[section], dues[section]) for section in dues)
        )

    def broken(self, section: str | None) -> None:
        """A page of a list could not be read: the walk is not whole."""
        if section in self.walks:
            self.walks[section].broken = True


def feed_listing(entries: Sequence[tuple[str, str, str | None]]) -> Listing:
    """The entries of a feed or sitemap as a list of one page: (address, headline, printed date)."""
    return Listing(links=tuple(ListingLink(*entry) for entry in entries), score=1.0)


def cover(walked: Mapping[str, Set[int]], first: Sequence[str]) -> set[str]:
    """The lists that are needed to see every article: those in `first`, then the longest that add something."""
    order = sorted(walked, key=lambda section: (section not in first, -len(walked[section]), section))
    covered: set[int] = set()
    needed = set()
    for section in order:
        if not walked[section] <= covered:
            needed.add(section)
            covered |= walked[section]
    return needed


def _to_fetch(admissions: Sequence[Admission]) -> list[Task]:
    return [admission.conditional() for admission in admissions if admission.fetch]


def _inherited(task: Task, walk: Walk) -> dict[str, Any]:
    return {"section": walk.section, "found_on": task.url, "depth": task.depth, "category": task.category}


def _rewalk_due(memory: Mapping[str, Any], now: datetime) -> bool:
    if not memory.get("unordered"):
        return False
    walked = memory.get("walked_at")
    return walked is None or (now - walked).total_seconds() >= schedule.FULL_WALK_UNORDERED
