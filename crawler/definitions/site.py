"""What a department's site is, as its TOML file says: plain, frozen data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from crawler.definitions.hosts import HostEntry, host_port


@dataclass(frozen=True, slots=True)
class Section:
    """A listing to walk, and the category of the articles it lists (None: as their pages say)."""

    url: str
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """CSS selectors for what generic extraction gets wrong on a site; None leaves a field to it.

    `exclude` names elements that are no part of the article. A layout holds for pages fetched up to and
    including `valid_until` (local day); None: until further notice.
    """

    title: str | None = None
    date: str | None = None
    body: str | None = None
    byline: str | None = None
    exclude: tuple[str, ...] = ()
    valid_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Politeness:
    """How a site wants to be asked; None leaves a value to the settings.

    `delay_s`: seconds between requests. `concurrency`: requests at a time. `robots`: obey robots.txt.
    """

    delay_s: float | None = None
    concurrency: int | None = None
    robots: bool = True


@dataclass(frozen=True, slots=True)
class Expected:
    """What a healthy run looks like; another one fires an alert, which fails it. None: nothing is expected.

    `least_links`: article links on a section's first page. `most_new_articles`: of one run after the first.
    `silent_days`: days without a new article.
    """

    least_links: int | None = None
    most_new_articles: int | None = None
    silent_days: int | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """How often unattended runs take the site up; None: once a day (`operations.due`)."""

    interval: dt.timedelta | None = None


@dataclass(frozen=True, slots=True)
class SiteDefinition:
    """One department's site. docs/sites.md describes the keys of its file, `path`."""

    id: str
    name: str
    hosts: tuple[str, ...]
    start: tuple[str, ...]
    path: Path
    department: str | None = None
    province: str | None = None
    province_now: str | None = None
    sections: tuple[Section, ...] = ()
    platform: str | None = None
    layouts: tuple[Layout, ...] = ()
    date_order: str | None = None
    politeness: Politeness = Politeness()
    expected: Expected = Expected()
    schedule: Schedule = Schedule()
    verified: bool = False
    verified_on: dt.date | None = None

    def host_allowed(self, url: str) -> bool:
        """Say whether an http(s) address lies on the site.

        A host without a port stands for ports 80 and 443, and for its twin with or without "www.".
        """
        host, port = host_port(url)
        return port is not None and any(HostEntry.of(entry).allows(host, port) for entry in self.hosts)

    def allows_private(self, netloc: str) -> bool:
        """Say whether "host:port" may be, or resolve to, a loopback or private address.

        Only a host that the definition names together with that port may. Without a port, 80 or 443 is meant.
        """
        ports = {host_port(f"{scheme}://{netloc}") for scheme in ("http", "https")}
        return any((entry.host, entry.port) in ports for entry in map(HostEntry.of, self.hosts))

    @property
    def is_loopback(self) -> bool:
        """Whether every host is a loopback address: practice and tests, which need no delay."""
        return all(HostEntry.of(entry).is_loopback for entry in self.hosts)

    def layout_on(self, day: dt.date | None) -> Layout | None:
        """Return the layout for a page fetched on `day`: of those still valid, the one that ends soonest.

        Where the day is not known, the layout without an end.
        """
        valid = [one for one in self.layouts if one.valid_until is None or (day and day <= one.valid_until)]
        return min(valid, key=lambda one: one.valid_until or dt.date.max, default=None)
