"""What a crawl does with each answer: the routes from an address to the addresses behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from crawler import schedule
from crawler.analysis import Analysis, analyse
from crawler.candidates import entry_day, menu_candidates, refusal
from crawler.discovery.addresses import canonical
from crawler.discovery.feeds import read_feed
from crawler.discovery.identity import stable_id
from crawler.discovery.links import menu_links
from crawler.discovery.sitemaps import read_sitemap
from crawler.discovery.sniffing import sniff
from crawler.items import ArticleItem
from crawler.judgement import is_listed_article
from crawler.listings import Listings, feed_listing
from crawler.outcome import Budget, Outcome
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

    def __init__(self, site: SiteDefinition, ledger: Ledger, span: Span, limit: int | None) -> None:
        self.site = site
        self.ledger = ledger
        assert ledger.frontier is not None
        self.frontier = ledger.frontier
        self.span = span
        self.budget = Budget(limit)
        self.listings = Listings(site, self.frontier, span, self.budget)
        self.menu_pages = 0
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
        tasks = [Task(p["url"], "article", section=p.get("section"), found_on=p.get("found_on")) for p in wanted]
        admissions = await self.frontier.admit(tasks)
        return [a.conditional() for a in admissions if a.fetch and self.budget.take()]

    async def take(self, task: Task, response: Response, now: datetime) -> Outcome:
        """Route one answer by its status and content."""
        await self.ledger.index(response.meta.get("snapshot"))
        if response.status == NOT_MODIFIED:
            return await self._unchanged(task, now)
        target = redirect_target(response)
        if target is not None:
            return await self._redirected(task, canonical(target), now)
        if response.status in GONE:
            return await self._missing(task, response.status, now)
        if response.status != 200:
            await self.lost(task, "failed", f"http_{response.status}")
            return Outcome()
        return await self._content(task, response, now)

    async def _content(self, task: Task, response: Response, now: datetime) -> Outcome:
        form = sniff(response.body, content_type(response) or "")
        fields = self._fields(task, response, now)
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
        await self._exclude(task, "not_a_page", now, fields)
        return Outcome()

    async def _page(self, task: Task, response: Response, now: datetime, fields: dict[str, Any]) -> Outcome:
        analysis = analyse(
            response.body,
            task.url.partition("#")[0],
            content_type=content_type(response),
            fetched_at=now,
            date_order=self.site.date_order,
        )
        is_list = analysis.kind in ("listing", "home")
        if analysis.kind == "article" or (not is_list and is_listed_article(task, analysis.article)):
            outcome = await self._article(task, analysis, now, fields)
        elif is_list or (task.role in ("start", "section", "page") and analysis.listing.links):
            outcome = await self.listings.read(task, analysis.listing, now, fields)
        else:
            outcome = Outcome()
            await self._exclude(task, "not_an_article", now, fields)
        if task.role in EXPLORING and not self.site.sections:
            outcome.follow += await self._explore(menu_links(analysis.document), task)
        return outcome

    async def _explore(self, urls: Sequence[str], task: Task) -> list[Task]:
        """Menu pages not yet seen, within bounds on depth and number."""
        if task.depth >= MENU_DEPTH or self.budget.exhausted:
            return []
        tasks = list(menu_candidates(urls, task, self.site))[: MENU_PAGES - self.menu_pages]
        follow = [a.conditional() for a in await self.frontier.admit(tasks) if a.fetch]
        self.menu_pages += len(follow)
        return follow

    async def _article(self, task: Task, analysis: Analysis, now: datetime, fields: dict[str, Any]) -> Outcome:
        slots = analysis.article.date_slots
        day = entry_day(slots[0].raw, now, self.site.date_order) if slots else None
        if not self.span.holds(day):
            await self.frontier.postpone(task, "outside_span", day)
            return Outcome()
        item = ArticleItem(
            site=self.site.id,
            url=task.url,
            stable_id=stable_id(task.url),
            fetched_at=now,
            run_id=self.frontier.run_id,
            province=self.site.province,
            department=self.site.department,
            date_order=self.site.date_order,
            aliases=list(task.aliases),
            snapshot=fields["snapshot"],
            page={"url": task.url, "role": "article", "interval_s": task.interval_s, **fields},
        )
        item.take(replace(analysis.article, warnings=analysis.warnings))
        item.category = item.category or task.category
        return Outcome(item=item)

    async def _redirected(self, task: Task, target: str, now: datetime) -> Outcome:
        if target == task.url or len(task.aliases) >= REDIRECT_CHAIN:
            await self.lost(task, "failed", "redirect_loop")
            return Outcome()
        refused = refusal(target, self.site)
        if refused is not None and task.role in ("start", "section"):
            await self.lost(task, "failed", f"redirect:{refused}")
            return Outcome()
        await self._exclude(task, "redirect", now, {"alias_of": target})
        follow = task.redirected(target)
        if refused is not None:
            await self.frontier.exclude(follow, refused)
            return Outcome()
        admission = await self.frontier.admit_target(follow, force=task.role != "article" or not task.known)
        if admission.fetch:
            return Outcome(follow=[admission.conditional()])
        await self._walk_ends(task, now)
        return Outcome()

    async def _missing(self, task: Task, status: int, now: datetime) -> Outcome:
        """404 or 410: a menu or a page past the last is left out, an article fails first, and is gone a day later."""
        if task.role in ("navigation", "page"):
            await self._exclude(task, f"http_{status}", now, {"http_status": status})
            await self._walk_ends(task, now)
            return Outcome()
        page = (await self.frontier.pages.lookup(self.site.id, [task.url])).get(task.url) or {}
        since = page.get("gone_since") or now
        if task.role == "article" and (now - since).total_seconds() >= schedule.GONE_AFTER:
            if page.get("article_id"):
                await self.ledger.articles.mark_gone([page["article_id"]], now)
            due = schedule.after(now, schedule.LONGEST)
            await self.frontier.finish(task.url, "gone", f"http_{status}", next_due_at=due)
            return Outcome()
        due = schedule.after(since, schedule.GONE_AFTER)
        await self.frontier.finish(task.url, "failed", f"http_{status}", gone_since=since, next_due_at=due)
        return Outcome()

    async def _unchanged(self, task: Task, now: datetime) -> Outcome:
        interval = schedule.next_interval(task.interval_s, changed=False)
        due = schedule.after(now, interval)
        await self.frontier.finish(task.url, "unchanged", None, interval_s=interval, next_due_at=due, fetched_at=now)
        return Outcome()

    async def lost(self, task: Task, state: str, reason: str) -> None:
        """Write down an address that gave nothing; a list with such a page is walked whole again."""
        if task.role == "page":
            self.listings.broken(task.section)
            await self.listings.end(task.section or task.url, ended=False, now=datetime.now(UTC))
        due = schedule.after(datetime.now(UTC), schedule.EXCLUDED_PAGE) if state == "excluded" else None
        await self.frontier.finish(task.url, state, reason, next_due_at=due)

    async def _walk_ends(self, task: Task, now: datetime) -> None:
        if task.role == "page" and task.section:
            await self.listings.end(task.section, ended=True, now=now)

    async def _exclude(self, task: Task, reason: str, now: datetime, fields: dict[str, Any]) -> None:
        due = schedule.after(now, schedule.EXCLUDED_PAGE)
        await self.frontier.finish(task.url, "excluded", reason, **fields | {"next_due_at": due})

    def _fields(self, task: Task, response: Response, now: datetime) -> dict[str, Any]:
        """What the frontier keeps of an answer."""
        return {
            "fetched_at": now,
            "http_status": response.status,
            "digest": hashlib.sha256(response.body).hexdigest(),
            "snapshot": response.meta.get("snapshot"),
            "stable_id": stable_id(task.url),
            "gone_since": None,
            **validators(response),
        }
