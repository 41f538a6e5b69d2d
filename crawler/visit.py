"""What a crawl does with each answer: the routes from an address to the addresses behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from crawler.analysis import LARGEST_PAGE
from crawler.candidates import entry_day, menu_candidates, refusal
from crawler.discovery.addresses import canonical
from crawler.discovery.feeds import read_feed
from crawler.discovery.identity import stable_id
from crawler.discovery.sitemaps import read_sitemap
from crawler.discovery.sniffing import sniff
from crawler.endings import Endings
from crawler.harvest import Fetch, Harvest, PartMissing, Read
from crawler.judgement import is_listed_article, is_missing_notice
from crawler.listings import Listings, feed_listing
from crawler.outcome import Budget, Outcome
from crawler.reading import PageSource, PageUnread, Reading, page_source
from crawler.responses import GONE, NOT_MODIFIED, content_type, redirect_target, validators
from crawler.tasks import Task

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.definitions import SiteDefinition
    from crawler.extensions.ledger import Ledger
    from crawler.span import Span

MENU_DEPTH = 3
MENU_PAGES = 400
RECHECKS_A_RUN = 500
REDIRECT_CHAIN = 5
EXPLORING = frozenset({"start", "section", "navigation"})


class Visit:
    """One run over one site."""

    def __init__(
        self, site: SiteDefinition, ledger: Ledger, span: Span, limit: int | None, fetch: Fetch, read: Read
    ) -> None:
        self.site = site
        self.read = read
        self.ledger = ledger
        self.frontier = ledger.opened
        self.span = span
        self.budget = Budget(limit)
        self.listings = Listings(site, self.frontier, span, self.budget)
        self.endings = Endings(self.frontier, self.listings, ledger.articles)
        self.harvest = Harvest(site, self.frontier, fetch, read)
        self.menu_pages = 0
        self.sitemaps: list[str] = []
        ledger.before_closing(self.close)

    async def close(self) -> None:
        """Write down what was learned of the lists."""
        await self.listings.close(datetime.now(UTC))
        self.ledger.alerts += self.listings.alerts

    async def begin(self) -> list[Task]:
        """The start addresses and sections, the lists that earlier runs found, and what is unfinished or due."""
        tasks = [Task(canonical(url), "start") for url in self.site.start]
        tasks += [Task(canonical(s.url), "section", category=s.category) for s in self.site.sections]
        tasks += await self._learned_sections()
        admissions = await self.frontier.admit(tasks, force=True)
        begun = [admission.conditional() for admission in admissions if admission.fetch]
        return begun + await self._due_articles()

    async def _learned_sections(self) -> list[Task]:
        now = datetime.now(UTC)
        found = []
        async for page in self.frontier.pages.find(self.site.id, role="section"):
            due = page.get("next_due_at")
            if due is None or due <= now:
                found.append(Task(page["url"], "section", found_on=page.get("found_on"), depth=MENU_DEPTH))
        return found

    async def _due_articles(self) -> list[Task]:
        pages = await self.frontier.pages.due(self.site.id, "article", datetime.now(UTC), RECHECKS_A_RUN)
        pages += [page for page in await self.frontier.pages.unfinished(self.site.id) if page["role"] == "article"]
        wanted = [page for page in pages if not self.span.is_past(page.get("listed_on"))]
        tasks = [_remembered(page) for page in wanted]
        admissions = [self.listings.within_budget(admission) for admission in await self.frontier.admit(tasks)]
        return [admission.conditional() for admission in admissions if admission.fetch]

    async def take(self, task: Task, response: Response, now: datetime) -> Outcome:
        """Route one answer; what came to no article makes room for another within the limit."""
        outcome = await self._route(task, response, now)
        passed_on = any(task.url in follow.aliases for follow in outcome.follow)
        if task.role == "article" and outcome.item is None and not passed_on:
            outcome.follow += self.listings.release()
        return outcome

    async def _route(self, task: Task, response: Response, now: datetime) -> Outcome:
        self.ledger.index(response.meta.get("snapshot"))
        if response.status == NOT_MODIFIED:
            await self.endings.unchanged(task, now)
            return Outcome()
        target = redirect_target(response)
        if target is not None and _sets_cookie_and_returns(task, canonical(target), response):
            return Outcome(follow=[task.redirected(task.url)])
        if target is not None:
            return await self._redirected(task, canonical(target), now)
        if response.status in GONE:
            await self.endings.missing(task, response.status, now)
            return Outcome()
        if response.status != 200:
            await self.endings.lost(task, "failed", f"http_{response.status}")
            return Outcome()
        return await self._content(task, response, now)

    async def _content(self, task: Task, response: Response, now: datetime) -> Outcome:
        form = sniff(response.body, content_type(response) or "")
        fields = self._fields(task, response, now)
        if form == "html" and len(response.body) > LARGEST_PAGE:
            await self.endings.exclude(task, "too_large", now, fields)
            return Outcome()
        if form == "html":
            return await self._page(task, response, now, fields)
        if form == "feed":
            entries = [(e.url, e.title or "", e.date_text) for e in read_feed(response.body, response.url)]
            return await self.listings.read(task, feed_listing(entries), now, fields)
        if form == "sitemap":
            sitemap = read_sitemap(response.body, response.url)
            outcome = await self.listings.read(
                task, feed_listing([(e.url, "", None) for e in sitemap.entries]), now, fields
            )
            outcome.follow += await self._explore([e.url for e in sitemap.children], task)
            return outcome
        await self.endings.exclude(task, "not_a_page", now, fields)
        return Outcome()

    async def _page(self, task: Task, response: Response, now: datetime, fields: dict[str, Any]) -> Outcome:
        try:
            reading = await self.read(self._source(task, response, now))
        except PageUnread as error:
            await self.endings.lost(task, error.state, error.reason)
            return Outcome()
        if task.role == "article" and is_missing_notice(reading.article):
            await self.endings.missing(task, 404, now)
            return Outcome()
        if reading.kind == "article" or (not reading.is_list and is_listed_article(task, reading.article)):
            outcome = await self._article(task, reading, now, fields)
        elif reading.is_list or (task.role in ("start", "section", "page") and reading.listing.links):
            outcome = await self.listings.read(task, reading.listing, now, fields)
        else:
            outcome = Outcome()
            await self.endings.exclude(task, "not_an_article", now, fields)
            # A page past the last of a list, empty instead of missing.
            await self.endings.walk_ends(task, now)
        if task.role in EXPLORING and not self.site.sections:
            outcome.follow += await self._explore(reading.menu, task)
        if task.role == "start" and not (outcome.follow or reading.listing.links):
            outcome.follow += await self._explore(self._machine_readable(reading, task), task)
        return outcome

    def _source(self, task: Task, response: Response, now: datetime) -> PageSource:
        url = task.url.partition("#")[0]
        wanted = {"explore": task.role in EXPLORING, "urgent": task.role != "article"}
        return page_source(response.body, url, content_type(response), self.site, now, **wanted)

    def _machine_readable(self, reading: Reading, task: Task) -> list[str]:
        """Feeds and sitemaps of a site whose start page shows no links, as portals made by JavaScript do."""
        return [*reading.feeds, *self.sitemaps, urljoin(task.url, "/sitemap.xml")]

    async def _article(self, task: Task, reading: Reading, now: datetime, fields: dict[str, Any]) -> Outcome:
        slots = reading.article.date_slots
        day = entry_day(slots[0].raw, now, self.site.date_order) if slots else None
        if not self.span.holds(day):
            await self.frontier.postpone(task, "outside_span", day)
            return Outcome()
        try:
            return Outcome(item=await self.harvest.item(task, reading, now, fields))
        except PartMissing:
            await self.endings.lost(task, "failed", "part_missing")
            return Outcome()

    async def _explore(self, urls: Sequence[str], task: Task) -> list[Task]:
        """Menu pages not yet seen, within bounds on depth and number."""
        if task.depth >= MENU_DEPTH or self.budget.exhausted:
            return []
        tasks = list(menu_candidates(urls, task, self.site))[: MENU_PAGES - self.menu_pages]
        follow = [a.conditional() for a in await self.frontier.admit(tasks) if a.fetch]
        self.menu_pages += len(follow)
        return follow

    async def _redirected(self, task: Task, target: str, now: datetime) -> Outcome:
        if target in (task.url, *task.aliases) or len(task.aliases) >= REDIRECT_CHAIN:
            await self.endings.lost(task, "failed", "redirect_loop")
            return Outcome()
        refused = refusal(target, self.site)
        if refused is not None and task.role in ("start", "section") and not task.learned:
            await self.endings.lost(task, "failed", f"redirect:{refused}")
            return Outcome()
        await self.endings.exclude(task, "redirect", now, {"alias_of": target})
        follow = task.redirected(target)
        if refused is not None:
            await self.frontier.exclude(follow, refused)
            return Outcome()
        admission = await self.frontier.admit_target(follow, force=task.role != "article" or not task.known)
        if admission.fetch:
            return Outcome(follow=[admission.conditional()])
        await self.endings.walk_ends(task, now)
        return Outcome()

    def _fields(self, task: Task, response: Response, now: datetime) -> dict[str, Any]:
        """What the frontier keeps of an answer."""
        return {
            "fetched_at": now,
            "http_status": response.status,
            "digest": hashlib.sha256(response.body).hexdigest(),
            "snapshot": response.meta.get("snapshot"),
            "stable_id": stable_id(task.url, headline=task.headline),
            "gone_since": None,
            **validators(response),
        }


def _remembered(page: Mapping[str, Any]) -> Task:
    """An article's task with what the list said that offered it first: its headline may be all that makes it one."""
    return Task(
        page["url"],
        "article",
        section=page.get("section"),
        found_on=page.get("found_on"),
        headline=page.get("headline"),
        category=page.get("category"),
    )


def _sets_cookie_and_returns(task: Task, target: str, response: Response) -> bool:
    """Whether a portal sends a visitor to the same address again, once, to come back with its cookie."""
    return target == task.url and task.url not in task.aliases and "Set-Cookie" in response.headers
