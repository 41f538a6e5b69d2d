"""A definition's file into data; everything in it is checked, and nothing in it is passed over."""

from __future__ import annotations

import tomllib
from pathlib import Path

from crawler.definitions import checks
from crawler.definitions.errors import DefinitionError
from crawler.definitions.provinces import province_now
from crawler.definitions.site import Expected, Layout, Politeness, Schedule, Section, SiteDefinition
from crawler.definitions.table import Table

KEYS = (
    *("id", "name", "department", "province", "province_now", "hosts", "start", "sections", "platform"),
    *("layouts", "date_order", "politeness", "expected", "schedule", "verified", "verified_on"),
)

# Below half a second a public site is not asked again, whatever a file says; above a minute a run never ends.
_LEAST_DELAY_S, _MOST_DELAY_S = 0.5, 60.0
_MOST_CONCURRENCY = 4


def load_site(path: Path) -> SiteDefinition:
    """Read one definition. DefinitionError names the file, the key and what would be right."""
    table = Table(path, _parsed(path))
    table.refuse_unknown(KEYS)
    province = table.text("province")
    site = SiteDefinition(
        id=_required(table, "id", table.text("id", checks.check_id), "khanhhoa-skhcn"),
        name=_required(table, "name", table.text("name"), "Sở Khoa học và Công nghệ Khánh Hòa"),
        hosts=table.texts("hosts", checks.check_host),
        start=table.texts("start", checks.check_url),
        path=path,
        department=table.text("department"),
        province=province,
        province_now=table.text("province_now") or province_now(province),
        sections=tuple(_section(one) for one in table.tables("sections")),
        platform=table.text("platform", checks.check_platform),
        layouts=_layouts(table),
        date_order=table.text("date_order", checks.check_date_order),
        expected=_expected(table.table("expected")),
        schedule=_schedule(table.table("schedule")),
        verified=table.flag("verified", False),
        verified_on=table.day("verified_on"),
        politeness=_politeness(table.table("politeness")),
    )
    _check_addresses(table, site)
    _check_delay(table, site)
    return site


def _parsed(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise DefinitionError(path, None, f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DefinitionError(path, None, f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(path, None, f"is not valid TOML: {error}") from error


def _required(table: Table, key: str, value: str | None, example: str) -> str:
    if value is None:
        raise table.error(key, f'is missing; give it, such as {key} = "{example}"')
    return value


def _section(table: Table) -> Section:
    table.refuse_unknown(("url", "category"))
    url = _required(table, "url", table.text("url", checks.check_url), "https://dost.example.gov.vn/tin-tuc")
    return Section(url, table.text("category"))


def _layouts(table: Table) -> tuple[Layout, ...]:
    layouts = tuple(_layout(one) for one in table.tables("layouts"))
    ends = [one.valid_until for one in layouts]
    for number, end in enumerate(ends):
        if end in ends[:number]:
            raise table.error(f"layouts[{number}].valid_until", "two layouts end alike; give each its own last day")
    return layouts


def _layout(table: Table) -> Layout:
    table.refuse_unknown(("title", "date", "body", "byline", "exclude", "valid_until"))
    return Layout(
        title=table.text("title", checks.check_css),
        date=table.text("date", checks.check_css),
        body=table.text("body", checks.check_css),
        byline=table.text("byline", checks.check_css),
        exclude=table.texts("exclude", checks.check_css),
        valid_until=table.day("valid_until"),
    )


def _politeness(table: Table) -> Politeness:
    table.refuse_unknown(("delay_s", "concurrency", "robots"))
    return Politeness(
        delay_s=table.number("delay_s", 0, _MOST_DELAY_S),
        concurrency=table.whole("concurrency", 1, _MOST_CONCURRENCY),
        robots=table.flag("robots", True),
    )


def _expected(table: Table) -> Expected:
    table.refuse_unknown(("least_links", "most_new_articles", "silent_days"))
    return Expected(
        least_links=table.whole("least_links", 1, 1000),
        most_new_articles=table.whole("most_new_articles", 1, 1_000_000),
        silent_days=table.whole("silent_days", 1, 3660),
    )


def _schedule(table: Table) -> Schedule:
    table.refuse_unknown(("interval",))
    interval = table.text("interval", checks.parse_interval)
    return Schedule(checks.parse_interval(interval) if interval else None)


def _check_addresses(table: Table, site: SiteDefinition) -> None:
    if not site.hosts:
        raise table.error("hosts", 'is missing; give it, such as hosts = ["dost.example.gov.vn"]')
    if not site.start and not site.sections:
        raise table.error("start", 'is missing; give it, such as start = ["https://dost.example.gov.vn/"]')
    addresses = {f"start[{number}]": url for number, url in enumerate(site.start)}
    addresses |= {f"sections[{number}].url": one.url for number, one in enumerate(site.sections)}
    for key, url in addresses.items():
        if not site.host_allowed(url):
            raise table.wrong(key, url, f"an address on one of the hosts ({', '.join(site.hosts)})")


def _check_delay(table: Table, site: SiteDefinition) -> None:
    delay_s = site.politeness.delay_s
    if delay_s is not None and delay_s < _LEAST_DELAY_S and not site.is_loopback:
        right = f"at least {_LEAST_DELAY_S:g} seconds for a site that is not on this machine"
        raise table.wrong("politeness.delay_s", delay_s, right)
