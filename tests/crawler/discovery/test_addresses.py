"""Canonical addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.addresses import _spell, canonical, same_host
from crawler.discovery.identity import stable_id
from crawler.discovery.traps import is_trap

BASE = "http://so.example.vn/tin/danh-sach.html?z=1"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("HTTP://SO.Example.VN:80/Tin", "http://so.example.vn/Tin"),
        ("https://so.example.vn:443/a", "https://so.example.vn/a"),
        ("https://so.example.vn:8443/a", "https://so.example.vn:8443/a"),
        ("http://so.example.vn", "http://so.example.vn/"),
        ("/bai-viet#binh-luan", "http://so.example.vn/bai-viet"),
        ("bai.html", "http://so.example.vn/tin/bai.html"),
        ("?page=2", "http://so.example.vn/tin/danh-sach.html?page=2"),
        ("//www.example.vn/x", "http://www.example.vn/x"),
        ("/a//b///c", "http://so.example.vn/a/b/c"),
        ("/a/./b/../c/", "http://so.example.vn/a/c/"),
        ("../../../a", "http://so.example.vn/a"),
        ("/a?", "http://so.example.vn/a"),
        ("/a?&id=5&", "http://so.example.vn/a?id=5"),
        ("/a?utm_source=zalo&id=5&fbclid=x&gclid=y&zarsrc=30", "http://so.example.vn/a?id=5"),
        ("/a;jsessionid=0A1B2C?id=5", "http://so.example.vn/a?id=5"),
        ("/a?PHPSESSID=0a1b2c&id=5", "http://so.example.vn/a?id=5"),
        ("/a?sid=7c9e6679f0a24b1c8d3e&id=5", "http://so.example.vn/a?id=5"),
        ("/a?sid=1283&id=5", "http://so.example.vn/a?sid=1283&id=5"),
        ("/(S(lit3py55t21z5v55vlm25s55))/tin.aspx", "http://so.example.vn/tin.aspx"),
        ("/a?inheritRedirect=false&redirect=%2Fb&id=5", "http://so.example.vn/a?id=5"),
        ("/a?Source=%2Fb&ItemID=5", "http://so.example.vn/a?ItemID=5"),
        ("/Tin-tức/x", "http://so.example.vn/Tin-t%E1%BB%A9c/x"),
        ("/Tin-t%e1%bb%a9c/x", "http://so.example.vn/Tin-t%E1%BB%A9c/x"),
        ("/%7Ea/%62", "http://so.example.vn/~a/b"),
        ("/a%2Fb?q=%26", "http://so.example.vn/a%2Fb?q=%26"),
        ("/100%/a b", "http://so.example.vn/100%25/a%20b"),
        (" /a\n ", "http://so.example.vn/a"),
        ("\\tin\\bai.html", "http://so.example.vn/tin/bai.html"),
        ("/index.html", "http://so.example.vn/index.html"),
        ("http://cổng.example.vn/", "http://xn--cng-qmz.example.vn/"),
    ],
)
def test_canonical_spells_an_address_one_way(printed: str, expected: str) -> None:
    assert canonical(printed, BASE) == expected


@pytest.mark.parametrize("printed", ["javascript:void(0)", "mailto:a@example.vn", "tel:1900", "http:///a"])
def test_canonical_leaves_what_is_no_address(printed: str) -> None:
    assert not canonical(printed).startswith("https://")
    assert canonical(f" {printed} ") == printed


@pytest.mark.parametrize("printed", ["http://[x", "http://[bad/tin-10006.html", "http://so.example.vn:99999/", "//[x"])
def test_canonical_marks_what_cannot_be_read_so_that_nobody_fails_on_it(printed: str) -> None:
    address = canonical(printed, BASE)
    assert address.startswith("unreadable:")
    assert canonical(address, BASE) == address
    assert is_trap(address) == "scheme"
    assert stable_id(address)


def test_canonical_spells_half_a_character_as_a_question_mark() -> None:
    assert canonical("/a\ud800b", BASE) == "http://so.example.vn/a%3Fb"


def test_canonical_keeps_the_order_of_parameters() -> None:
    assert canonical("http://so.example.vn/?b=1&a=2") == "http://so.example.vn/?b=1&a=2"


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=40))
def test_canonical_is_idempotent(text: str) -> None:
    once = canonical(f"http://so.example.vn/{text}")
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.so.example.vn/a", "https://so.example.vn/b", True),
        ("http://so.example.vn:80/", "http://so.example.vn/", True),
        ("http://so.example.vn:8080/", "http://so.example.vn/", False),
        ("http://x.so.example.vn/", "http://so.example.vn/", False),
    ],
)
def test_same_host_ignores_www_and_scheme(one: str, other: str, same: bool) -> None:
    assert same_host(one, other) is same


PIECES = (
    "/",
    "//",
    ".",
    "..",
    "a",
    "tin-tuc",
    "?",
    "#",
    "&",
    "=",
    "%C3",
    "%2f",
    " ",
    "\\",
    "\n",
    ":",
    ";",
    "[",
    "(",
    "ẩ",
)
ADDRESSES = (
    "",
    "/",
    "http://a.vn",
    "https://B.vn/",
    "http://b.vn:8093/",
    "http://b.vn:80/",
    "http://b.vn:99999/",
    "//c.vn",
)
BASES = (None, "http://a.vn", "https://www.a.vn:8443/x/y?z=1", "http://a.vn:80/b/", "about:blank", "http://[::1]:80/")


@given(st.sampled_from(ADDRESSES), st.lists(st.sampled_from(PIECES), max_size=7), st.sampled_from(BASES))
def test_canonical_short_ways_lead_where_the_long_one_does(start: str, pieces: list[str], base: str | None) -> None:
    href = start + "".join(pieces)
    assert canonical(href, base) == _spell(href, base)
