"""How addresses end that gave no page: unchanged, missing, failed, left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from crawler import schedule
from crawler.frontier import Frontier
from crawler.listings import Listings
from crawler.tasks import Task
from storage.articles import Articles


class Endings:
    """Writes endings into the frontier; a walk that ends with an address ends with it."""

    def __init__(self, frontier: Frontier, listings: Listings, articles: Articles) -> None:
        self.frontier = frontier
        self.listings = listings
        self.articles = articles

    async def unchanged(self, task: Task, now: datetime) -> None:
        """304: checked, and checked again after twice the time."""
        interval = schedule.next_interval(task.interval_s, changed=False)
        due = schedule.after(now, interval)
        await self.frontier.finish(task.url, "unchanged", None, interval_s=interval, next_due_at=due, fetched_at=now)

    async def missing(self, task: Task, status: int, now: datetime) -> None:
        """404 or 410: a menu or a page past the last is left out; the others fail first.

        A day later an article is gone, and a list that an earlier run found is left out; what the definition names
        goes on failing.
        """
        if task.role in ("navigation", "page"):
            await self.exclude(task, f"http_{status}", now, {"http_status": status})
            await self.walk_ends(task, now)
            return
        page = (await self.frontier.pages.lookup(self.frontier.site, [task.url])).get(task.url) or {}
        since = page.get("gone_since") or now
        lasting = (now - since).total_seconds() >= schedule.GONE_AFTER
        if lasting and task.role == "article":
            await self._gone(task, page.get("article_id"), status, now)
            return
        if lasting and task.learned:
            await self.exclude(task, f"http_{status}", now, {"http_status": status})
            return
        due = schedule.after(since, schedule.GONE_AFTER)
        await self.frontier.finish(task.url, "failed", f"http_{status}", gone_since=since, next_due_at=due)

    async def _gone(self, task: Task, article_id: str | None, status: int, now: datetime) -> None:
        if article_id:
            await self.articles.mark_gone([article_id], now)
        due = schedule.after(now, schedule.LONGEST)
        await self.frontier.finish(task.url, "gone", f"http_{status}", next_due_at=due)

    async def lost(self, task: Task, state: str, reason: str) -> None:
        """An address that gave nothing; a list with such a page is walked whole again."""
        now = datetime.now(UTC)
        if task.role == "page":
            self.listings.broken(task.section)
            await self.listings.end(task.section or task.url, ended=False, now=now)
        due = schedule.after(now, schedule.EXCLUDED_PAGE) if state == "excluded" else None
        await self.frontier.finish(task.url, state, reason, next_due_at=due)

    async def exclude(self, task: Task, reason: str, now: datetime, fields: Mapping[str, Any]) -> None:
        """A page that holds no article, or an address that leads elsewhere."""
        due = schedule.after(now, schedule.EXCLUDED_PAGE)
        await self.frontier.finish(task.url, "excluded", reason, **{**fields, "next_due_at": due})

    async def walk_ends(self, task: Task, now: datetime) -> None:
        """The walk that came to this page is over, if it was a page of a list."""
        if task.role == "page" and task.section:
            await self.listings.end(task.section, ended=True, now=now)
