"""Crawling some sites side by side in one process, and what came of it."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.utils.project import get_project_settings

from crawler.definitions import SiteDefinition
from crawler.extensions.ledger import Ledger
from crawler.middlewares.archive import DISK_FULL
from crawler.spiders.department import spider_for
from operations.exits import Exit
from operations.locks import SiteBusy, SiteLock
from storage.client import connect, database
from storage.locate import data_folder, mongodb_uri
from storage.runs import Runs
from storage.setup import opened

# A script that finds no database must know within ten seconds, the start of the interpreter included.
REACHED_WITHIN_S = 3.0
PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class CrawlOptions:
    """What the command line asks of a crawl. Days as "YYYY-MM-DD"."""

    since: str | None = None
    until: str | None = None
    limit: int | None = None


@dataclass(slots=True)
class CrawlResult:
    """The run documents of a crawl, the sites that another process was crawling, and the exit status."""

    runs: list[dict[str, Any]] = field(default_factory=list)
    busy: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    exit: Exit = Exit.OK


class Process(AsyncCrawlerProcess):
    """Scrapy's process, remembering which signal ended it."""

    stopped_by: int | None = None

    def _signal_shutdown(self, signum: int, frame: Any) -> None:
        self.stopped_by = signum
        super()._signal_shutdown(signum, frame)


def scrapy_settings(sites: Iterable[SiteDefinition]) -> Settings:
    """The project's settings, for these sites."""
    os.environ.setdefault("SCRAPY_SETTINGS_MODULE", "settings.production")
    settings = get_project_settings()
    private = {host.rpartition(":")[0] for site in sites for host in site.hosts if site.allows_private(host)}
    settings.set("PRIVATE_HOSTS", sorted(private), priority="cmdline")
    return settings


async def ready(uri: str) -> None:
    """Return if MongoDB answers and its schema is ours; else a StorageError says why not."""
    async with opened(uri, REACHED_WITHIN_S):
        return


def crawl(sites: Sequence[SiteDefinition], options: CrawlOptions) -> CrawlResult:
    """Crawl sites; raises MongoUnavailable if there is no database at the start."""
    uri = mongodb_uri()
    asyncio.run(ready(uri))
    result = CrawlResult()
    free = _lock(sites, result)
    if free:
        _run(free, options, uri, result)
    if result.exit is Exit.OK and result.busy:
        result.exit = Exit.SITE_BUSY
    return result


def _lock(sites: Sequence[SiteDefinition], result: CrawlResult) -> list[SiteDefinition]:
    free = []
    for site in sites:
        try:
            SiteLock(data_folder(), site.id).acquire()
        except SiteBusy as error:
            result.busy.append(site.id)
            result.problems.append(str(error))
        else:
            free.append(site)
    return free


def _run(sites: Sequence[SiteDefinition], options: CrawlOptions, uri: str, result: CrawlResult) -> None:
    process = Process(scrapy_settings(sites))
    crawlers = [process.create_crawler(spider_for(site)) for site in sites]
    for crawler in crawlers:
        process.crawl(crawler, since=options.since, until=options.until, limit=options.limit)
    process.start()
    result.runs = asyncio.run(_run_documents(uri, _run_ids(crawlers)))
    result.exit = _exit_status(process.stopped_by, sites, result.runs)


def _run_ids(crawlers: Iterable[Crawler]) -> list[str]:
    ledgers = [crawler.get_extension(Ledger) for crawler in crawlers if crawler._extensions is not None]
    return [ledger.run_id for ledger in ledgers if ledger is not None]


async def _run_documents(uri: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    client = connect(uri)
    try:
        runs = Runs(database(client))
        found = [await runs.get(run_id) for run_id in ids]
    finally:
        await client.close()
    return [run for run in found if run is not None]


def _exit_status(signum: int | None, sites: Sequence[SiteDefinition], runs: Sequence[Mapping[str, Any]]) -> Exit:
    if signum == signal.SIGINT:
        return Exit.INTERRUPTED
    if signum == signal.SIGTERM:
        return Exit.TERMINATED
    if any(run.get("finish_reason") == DISK_FULL for run in runs):
        return Exit.DISK_FULL
    if len(runs) < len(sites) or any(run.get("status") != "ok" for run in runs):
        return Exit.FAILED
    return Exit.OK
