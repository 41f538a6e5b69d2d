"""The cheap look for legacy fonts: it must see every text that detection would decode, and pass Unicode by."""

from __future__ import annotations

import pytest

from vietnamese.legacy_hints import hints_at_legacy

WORDS = ("nh©n d©n", "®èi tîng", "®¬n ®¨ng ký", "nhaân daân", "KEÁ HOAÏCH", "trùc tuyÕn t¹i huyÖn")


def referenced(text: str, form: str) -> str:
    """The text with a character reference for each character beyond ASCII."""
    return "".join(char if char.isascii() else form.format(ord(char)) for char in text)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("form", ["{:c}", "&#{};", "&#x{:x};", "&#X00{:X};"])
def test_hints_at_legacy_font_words_are_seen_however_written(words: str, form: str) -> None:
    assert hints_at_legacy(f"<p>{referenced(words, form)}</p>")


def test_hints_at_legacy_named_references_are_seen() -> None:
    assert hints_at_legacy("nh&copy;n")
    assert hints_at_legacy("&reg;&igrave;nh")
    assert hints_at_legacy("nha&acirc;n")


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân tỉnh, số điện thoại 0258",
        "th&agrave;nh phố, x&atilde;&nbsp;Ea Kao",
        "rộng 120 m² và 5 m²&nbsp;nữa, 30\xa0°C",
        "© 2022 «Cổng thông tin» · Microsoft® Office",
        "?a=1&b=2&copy=3",
        "",
        "\ud800",
    ],
)
def test_hints_at_legacy_unicode_is_passed_by(text: str) -> None:
    assert not hints_at_legacy(text)
