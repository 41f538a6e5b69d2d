"""Links of a page into tasks: canonical, without traps and twins, within the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from crawler.discovery.addresses import canonical
from crawler.discovery.listing import ListingLink
from crawler.discovery.traps import is_trap
from crawler.discovery.twins import main_address
from crawler.middlewares.hosts import forbidden_reason
from crawler.tasks import Role, Task
from vietnamese.dates import parse as parse_date

if TYPE_CHECKING:
    from crawler.definitions import SiteDefinition


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link that may become a request: its task, the entry's local day, and why it must not be fetched, if so."""

    task: Task
    day: str | None = None
    refused: str | None = None


def refusal(url: str, site: SiteDefinition) -> str | None:
    """Why an address is never fetched for this site, or None."""
    return forbidden_reason(url, site) or is_trap(url) or ("twin" if main_address(url) is None else None)


def article_candidates(
    links: Iterable[ListingLink], origin: Task, site: SiteDefinition, now: datetime
) -> Iterator[Candidate]:
    """The entries of a main list, in page order, each address once."""
    seen = set()
    for link in links:
        printed = canonical(link.url)
        url = main_address(printed) or printed
        if url in seen or url == origin.url:
            continue
        seen.add(url)
        section = origin.section or origin.url
        task = Task(
            url,
            "article",
            section=section,
            found_on=origin.url,
            depth=origin.depth + 1,
            headline=link.text,
            category=origin.category,
        )
        yield Candidate(task, entry_day(link.date_text, now, site.date_order), refusal(url, site))


def menu_candidates(urls: Iterable[str], origin: Task, site: SiteDefinition) -> Iterator[Task]:
    """Menu links that may lead to further lists; those that must not be fetched are left out without a trace."""
    role: Role = "navigation"
    for url in dict.fromkeys(canonical(url) for url in urls):
        if url != origin.url and refusal(url, site) is None:
            yield Task(url, role, found_on=origin.url, depth=origin.depth + 1)


def entry_day(text: str | None, now: datetime, date_order: str | None) -> str | None:
    """The local day printed beside an entry of a list, as "YYYY-MM-DD"."""
    found = parse_date(text, now, date_order) if text else None
    return found.value.date().isoformat() if found else None
