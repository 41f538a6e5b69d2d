"""A definition's file: what it may say, and how each mistake is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from crawler.definitions import (
    DefinitionError,
    Expected,
    Layout,
    Politeness,
    Schedule,
    Section,
    SiteDefinition,
    load_site,
)

Define = Callable[..., SiteDefinition]

FULL = """
department = "Sở Khoa học và Công nghệ"
province = "Đắk Nông"
province_now = "Lâm Đồng"
platform = "nukeviet"
date_order = "mdy"
verified = true
verified_on = 2026-11-20

[[sections]]
url = "https://dost.example.gov.vn/tin-tuc"
category = "Tin tức"

[[sections]]
url = "https://www.dost.example.gov.vn/thong-bao"

[[layouts]]
title = "h1.ten-bai"
date = "p.ngay"
body = "div#noi-dung > div"
byline = "p:last-child"
exclude = [".quang-cao", "div:has(> iframe)"]
valid_until = 2025-06-30

[[layouts]]
title = "h2"

[politeness]
delay_s = 3
concurrency = 2
robots = false

[expected]
least_links = 10
most_new_articles = 40
silent_days = 14

[schedule]
interval = "6h"
"""


def test_least_definition(tmp_path: Path) -> None:
    path = tmp_path / "thu.toml"
    path.write_text('id = "thu-skhcn"\nname = "Sở Thử"\nhosts = ["a.vn"]\nstart = ["http://a.vn/"]\n', encoding="utf-8")
    site = load_site(path)
    assert (site.id, site.name, site.hosts, site.start) == ("thu-skhcn", "Sở Thử", ("a.vn",), ("http://a.vn/",))
    assert (site.department, site.province, site.province_now, site.platform) == (None, None, None, None)
    assert (site.sections, site.layouts, site.date_order) == ((), (), None)
    assert site.politeness == Politeness(delay_s=None, concurrency=None, robots=True)
    assert (site.expected, site.schedule) == (Expected(), Schedule())
    assert (site.verified, site.verified_on, site.path) == (False, None, path)


def test_every_key(define: Define) -> None:
    site = define(FULL)
    assert (site.department, site.province, site.province_now) == ("Sở Khoa học và Công nghệ", "Đắk Nông", "Lâm Đồng")
    assert (site.platform, site.date_order, site.verified) == ("nukeviet", "mdy", True)
    assert site.verified_on == dt.date(2026, 11, 20)
    assert site.sections == (
        Section("https://dost.example.gov.vn/tin-tuc", "Tin tức"),
        Section("https://www.dost.example.gov.vn/thong-bao", None),
    )
    assert site.layouts == (
        Layout(
            "h1.ten-bai",
            "p.ngay",
            "div#noi-dung > div",
            "p:last-child",
            (".quang-cao", "div:has(> iframe)"),
            dt.date(2025, 6, 30),
        ),
        Layout(title="h2"),
    )
    assert site.politeness == Politeness(3.0, 2, False)
    assert site.expected == Expected(10, 40, 14)
    assert site.schedule == Schedule(dt.timedelta(hours=6))


def test_definition_is_frozen(define: Define) -> None:
    with pytest.raises(AttributeError):
        define().id = "khac"  # type: ignore[misc]


def test_sections_do_without_start(define: Define) -> None:
    site = define('[[sections]]\nurl = "https://dost.example.gov.vn/tin"\n', start=None)
    assert (site.start, len(site.sections)) == ((), 1)


def test_texts_are_stored_in_nfc_without_outer_spaces(define: Define) -> None:
    site = define(name='" So\u031b\u0309 Thu\u031b\u0309 "')
    assert site.name == "Sở Thử"


def test_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    text = 'id = "a"\nname = "A"\nhosts = ["a.vn"]\nstart = ["http://a.vn"]\n'
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_site(path).id == "a"


@pytest.mark.parametrize(
    ("province", "now"),
    [("Ninh Thuận", "Khánh Hòa"), ("Thừa Thiên Huế", "Huế"), ("Hà Nội", "Hà Nội"), ("Huế", "Huế"), ("Thực Hành", None)],
)
def test_province_now_follows_from_the_province(define: Define, province: str, now: str | None) -> None:
    assert define(f'province = "{province}"\n').province_now == now


@pytest.mark.parametrize(
    ("text", "span"),
    [("10m", dt.timedelta(minutes=10)), ("24h", dt.timedelta(days=1)), ("90d", dt.timedelta(days=90))],
)
def test_interval(define: Define, text: str, span: dt.timedelta) -> None:
    assert define(f'[schedule]\ninterval = "{text}"\n').schedule.interval == span


UNKNOWN = [
    ('departmnet = "Sở"\n', "departmnet", '"department"'),
    ('Province = "Hà Nội"\n', "Province", '"province"'),
    ("[polite]\ndelay_s = 2\n", "polite", '"politeness"'),
    ("[politeness]\ndelay = 2\n", "politeness.delay", '"delay_s"'),
    ('[[layouts]]\ntitel = "h1"\n', "layouts[0].titel", '"title"'),
    ('[[layouts]]\ntitle = "h1"\n[[layouts]]\nbodi = "p"\n', "layouts[1].bodi", '"body"'),
    ('[[sections]]\nurl = "https://dost.example.gov.vn/"\nnganh = "x"\n', "sections[0].nganh", "url, category"),
    ("[expected]\nmost_new = 4\n", "expected.most_new", '"most_new_articles"'),
    ('[schedule]\nintervall = "6h"\n', "schedule.intervall", '"interval"'),
]


@pytest.mark.parametrize(("rest", "key", "nearest"), UNKNOWN, ids=[case[1] for case in UNKNOWN])
def test_unknown_key_is_refused_with_the_nearest(define: Define, rest: str, key: str, nearest: str) -> None:
    with pytest.raises(DefinitionError) as error:
        define(rest)
    assert error.value.key == key
    assert str(error.value).startswith(f"{error.value.path}: {key}: unknown key")
    assert nearest in error.value.problem


@pytest.mark.parametrize("key", ["id", "name", "hosts", "start"])
def test_missing_key_is_named_with_an_example(define: Define, key: str) -> None:
    with pytest.raises(DefinitionError, match=rf"{key}: is missing; give it, such as {key} = ") as error:
        define(**{key: None})
    assert error.value.key == key


WRONG_HEAD = [
    ("id", '"Thu"', "lower-case"),
    ("id", '"thu_skhcn"', "lower-case"),
    ("id", '"-thu"', "lower-case"),
    ("id", '"sở"', "lower-case"),
    ("id", '"../thu"', "lower-case"),
    ("id", '""', "text in quotes"),
    ("id", f'"{"a" * 65}"', "lower-case"),
    ("id", "7", "text in quotes"),
    ("name", '" "', "text in quotes"),
    ("name", '["a"]', "text in quotes"),
    ("hosts", '"dost.example.gov.vn"', "list of texts"),
    ("hosts", "[]", "list of texts"),
    ("hosts[0]", "[7]", "text in quotes"),
    ("hosts[0]", '["https://dost.example.gov.vn"]', "the host alone"),
    ("hosts[0]", '["dost.example.gov.vn/"]', "the host alone"),
    ("hosts[0]", '["Dost.example.gov.vn"]', '"dost.example.gov.vn"'),
    ("hosts[1]", '["a.vn", "a.vn:x"]', "a port from 1 to 65535"),
    ("hosts[0]", '["a.vn:0"]', "a port from 1 to 65535"),
    ("hosts[0]", '["a.vn:65536"]', "a port from 1 to 65535"),
    ("hosts[0]", '["*.gov.vn"]', "letters, digits"),
    ("hosts[0]", '["sở.gov.vn"]', "xn--"),
    ("hosts[0]", '[":80"]', "letters, digits"),
    ("hosts[0]", '["[::x]:80"]', "IPv6"),
    ("hosts[0]", '["127.0.0.1"]', '"127.0.0.1:80"'),
    ("hosts[0]", '["localhost"]', '"localhost:80"'),
    ("hosts[0]", '["10.1.2.3"]', '"10.1.2.3:80"'),
    ("hosts[0]", '["169.254.169.254"]', '"169.254.169.254:80"'),
    ("hosts[1]", '["a.vn", "a.vn"]', "each value once"),
    ("start", '"https://dost.example.gov.vn/"', "list of texts"),
    ("start[0]", '["dost.example.gov.vn"]', "absolute address"),
    ("start[0]", '["/tin-tuc"]', "absolute address"),
    ("start[0]", '["ftp://dost.example.gov.vn/"]', "absolute address"),
    ("start[0]", '["https://dost.example.gov.vn/a b"]', "absolute address"),
    ("start[0]", '["https://dost.example.gov.vn:x/"]', "absolute address"),
    ("start[0]", '["https://a:b@dost.example.gov.vn/"]', "without user"),
    ("start[0]", '["https://other.example.gov.vn/"]', "on one of the hosts (dost.example.gov.vn)"),
    ("start[0]", '["https://dost.example.gov.vn:8443/"]', "on one of the hosts"),
]


@pytest.mark.parametrize(("key", "value", "right"), WRONG_HEAD, ids=[f"{k}={v[:30]}" for k, v, _ in WRONG_HEAD])
def test_wrong_value_is_named_with_what_would_be_right(define: Define, key: str, value: str, right: str) -> None:
    with pytest.raises(DefinitionError) as error:
        define(**{key.partition("[")[0]: value})
    assert error.value.key == key
    assert "is not right; expected" in error.value.problem
    assert right in error.value.problem


WRONG_REST = [
    ("department", "department = 7", "text in quotes"),
    ("province", 'province = ""', "text in quotes"),
    ("platform", 'platform = "Nuke Viet"', '"nukeviet"'),
    ("date_order", 'date_order = "DMY"', "dmy, mdy, ymd"),
    ("verified", 'verified = "true"', "without quotes"),
    ("verified", "verified = 1", "true or false"),
    ("verified_on", 'verified_on = "2026-11-20"', "2026-01-31"),
    ("verified_on", "verified_on = 2026-11-20T08:00:00Z", "2026-01-31"),
    ("sections", 'sections = ["https://dost.example.gov.vn/tin"]', "[[sections]]"),
    ("sections", '[sections]\nurl = "https://dost.example.gov.vn/tin"', "[[sections]]"),
    ("sections[0].url", '[[sections]]\nurl = "https://other.vn/tin"', "on one of the hosts"),
    ("sections[0].url", '[[sections]]\nurl = "tin"', "absolute address"),
    ("sections[0].category", '[[sections]]\nurl = "https://dost.example.gov.vn/"\ncategory = 1', "text in quotes"),
    ("layouts[0].title", '[[layouts]]\ntitle = "h1["', "CSS selector"),
    ("layouts[0].date", '[[layouts]]\ndate = "p::text"', "CSS selector"),
    ("layouts[0].body", '[[layouts]]\nbody = "div >"', "CSS selector"),
    ("layouts[0].exclude[1]", '[[layouts]]\nexclude = ["p", "//p"]', "CSS selector"),
    ("layouts[0].exclude", '[[layouts]]\nexclude = "p"', "list of texts"),
    ("layouts[0].valid_until", '[[layouts]]\nvalid_until = "30/06/2025"', "2026-01-31"),
    ("politeness", "politeness = 2", "[politeness]"),
    ("politeness.delay_s", '[politeness]\ndelay_s = "2"', "number from 0 to 60"),
    ("politeness.delay_s", "[politeness]\ndelay_s = -1", "number from 0 to 60"),
    ("politeness.delay_s", "[politeness]\ndelay_s = 61", "number from 0 to 60"),
    ("politeness.delay_s", "[politeness]\ndelay_s = nan", "number from 0 to 60"),
    ("politeness.delay_s", "[politeness]\ndelay_s = true", "number from 0 to 60"),
    ("politeness.delay_s", "[politeness]\ndelay_s = 0.4", "at least 0.5 seconds"),
    ("politeness.concurrency", "[politeness]\nconcurrency = 0", "whole number from 1 to 4"),
    ("politeness.concurrency", "[politeness]\nconcurrency = 5", "whole number from 1 to 4"),
    ("politeness.concurrency", "[politeness]\nconcurrency = 1.0", "whole number from 1 to 4"),
    ("politeness.robots", '[politeness]\nrobots = "no"', "true or false"),
    ("expected.least_links", "[expected]\nleast_links = 0", "whole number from 1"),
    ("expected.most_new_articles", "[expected]\nmost_new_articles = true", "whole number from 1"),
    ("expected.silent_days", "[expected]\nsilent_days = -3", "whole number from 1"),
    ("schedule.interval", '[schedule]\ninterval = "9m"', '"10m" to "90d"'),
    ("schedule.interval", '[schedule]\ninterval = "91d"', '"10m" to "90d"'),
    ("schedule.interval", '[schedule]\ninterval = "6 hours"', '"10m" to "90d"'),
    ("schedule.interval", "[schedule]\ninterval = 6", "text in quotes"),
]


@pytest.mark.parametrize(
    ("key", "rest", "right"), WRONG_REST, ids=[rest.replace("\n", " ")[:50] for _, rest, _ in WRONG_REST]
)
def test_wrong_optional_value_is_named(define: Define, key: str, rest: str, right: str) -> None:
    with pytest.raises(DefinitionError) as error:
        define(rest + "\n")
    assert error.value.key == key
    assert right in error.value.problem


def test_missing_section_address(define: Define) -> None:
    with pytest.raises(DefinitionError, match=r"sections\[0\]\.url: is missing"):
        define('[[sections]]\ncategory = "Tin"\n')


def test_two_layouts_that_end_alike(define: Define) -> None:
    with pytest.raises(DefinitionError, match=r"layouts\[1\]\.valid_until: two layouts end alike"):
        define('[[layouts]]\ntitle = "h1"\n[[layouts]]\ntitle = "h2"\n')


def test_loopback_site_may_have_no_delay(define: Define) -> None:
    site = define("[politeness]\ndelay_s = 0\n", hosts='["127.0.0.1:8091"]', start='["http://127.0.0.1:8091/"]')
    assert site.politeness.delay_s == 0


def test_long_value_is_shortened_in_the_message(define: Define) -> None:
    with pytest.raises(DefinitionError) as error:
        define(id=f'"{"A" * 500}"')
    assert len(error.value.problem) < 200


BROKEN = [
    (b'id = "a"\nid = "b"\n', "is not valid TOML: .*line 2"),
    (b"id = khanh\n", "is not valid TOML"),
    ("name = 'Sở'".encode("utf-16"), "is not UTF-8"),
    (b"name = '\xd0\xe0'\n", "is not UTF-8"),
]


@pytest.mark.parametrize(("data", "problem"), BROKEN)
def test_file_that_is_no_toml(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "hong.toml"
    path.write_bytes(data)
    with pytest.raises(DefinitionError, match=problem) as error:
        load_site(path)
    assert str(error.value).startswith(f"{path}: ")
    assert error.value.key is None


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="cannot be read"):
        load_site(tmp_path / "none.toml")
