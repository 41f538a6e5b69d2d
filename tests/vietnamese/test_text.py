"""The stored form of a text."""

from __future__ import annotations

import itertools
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.letters import VIETNAMESE_LETTERS
from vietnamese.text import normalize

TROUBLE = st.text(
    alphabet=st.one_of(
        st.sampled_from("aăâeêoôơuưyđAĂÃÂÁÄ \n\r\t\u00a0\u00ad\u0300\u0301\u0302\u0306\u031b\u0323\u200b\u2028\u0085"),
        st.sampled_from("áº»¿ƒ‘’”–…´³¡£\u0090\u0099ïð€œоОΟІХ\uf0b7\uf0e0\uff21ÐðƉ"),
        st.characters(codec="utf-8"),
    ),
    max_size=30,
)


@given(TROUBLE)
def test_normalize_twice_is_normalize_once(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(TROUBLE)
def test_normalize_gives_nfc_and_plain_white_space(text: str) -> None:
    result = normalize(text)
    assert unicodedata.is_normalized("NFC", result)
    assert result == result.strip()
    assert not any(char.isspace() and char not in " \n" for char in result)
    assert "  " not in result


def test_normalize_genuine_sentence_is_unchanged(sentences: tuple[str, ...], foreign: tuple[str, ...]) -> None:
    for sentence in sentences + foreign:
        assert normalize(sentence) == sentence


@pytest.mark.parametrize("letter", sorted(VIETNAMESE_LETTERS))
def test_normalize_marks_in_any_order_give_one_code_point(letter: str) -> None:
    base, *marks = unicodedata.normalize("NFD", letter)
    for order in itertools.permutations(marks):
        typed = base + "".join(order)
        assert normalize(f"x{typed}z") == f"x{letter}z"
        half_composed = unicodedata.normalize("NFC", typed[:2]) + typed[2:]
        assert normalize(half_composed) == letter


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("a\u0301\u0301", "á"),
        ("o\u0301\u0302\u0301", "ố"),
        ("e\u0340", "è"),
        ("d\u0335i D\u0336i", "đi Đi"),
        ("e\u0308", "ë"),
        ("a\u0302\u0308", "â\u0308"),
    ],
)
def test_normalize_odd_marks(printed: str, stored: str) -> None:
    assert normalize(printed) == stored


@pytest.mark.parametrize("space", list("\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000"))
def test_normalize_unicode_space_becomes_a_space(space: str) -> None:
    assert normalize(f"xã{space}{space}vùng{space} cao{space}") == "xã vùng cao"


@pytest.mark.parametrize(
    "sign",
    list(
        "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\u00ad\u0000\u0008\u001b\u007f\u0080\u009f\ufe0f"
    ),
)
def test_normalize_invisible_character_goes(sign: str) -> None:
    assert normalize(f"đấ{sign}t{sign}") == "đất"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029", " \t\n \u00a0"])
def test_normalize_line_end_becomes_a_line_feed(end: str) -> None:
    assert normalize(f"một{end}hai") == "một\nhai"


def test_normalize_keeps_one_empty_line_between_paragraphs() -> None:
    assert normalize("một\r\n \r\nhai\n\n\n\nba\n\n") == "một\n\nhai\n\nba"


@pytest.mark.parametrize(
    ("glyphs", "sign"),
    [
        ("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e\uf06c\uf075\uf0a8\uf0fe\uf09f", "•"),
        ("\uf0e0\uf0ae\uf0e8", "→"),
        ("\uf0df\uf0ac", "←"),
        ("\uf0de", "⇒"),
        ("\uf0b0", "°"),
    ],
)
def test_normalize_symbol_glyph_becomes_its_plain_sign(glyphs: str, sign: str) -> None:
    for glyph in glyphs:
        assert normalize(f"x{glyph}x") == f"x{sign}x"


def test_normalize_unknown_private_use_character_stays() -> None:
    assert normalize("x\uf0ffx\ue000") == "x\uf0ffx\ue000"


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("Ðà Nẵng, \u0189ắk", "Đà Nẵng, Đắk"),
        ("ði \u0256ường", "đi đường"),
        ("Ｔin ２０２１（ａ～）", "Tin 2021(a~)"),
        ("１０㎡ ² ½ ﬁ Ⅻ", "10㎡ ² ½ ﬁ Ⅻ"),
        ("ngư\ufffdi", "ngư\ufffdi"),
        ("“hoà” – ‘hòa’ … kỹ/kĩ", "“hoà” – ‘hòa’ … kỹ/kĩ"),
    ],
)
def test_normalize_letters_and_widths(printed: str, stored: str) -> None:
    assert normalize(printed) == stored


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("tỉnh ủ\u0443 tr\u0430о đổi", "tỉnh ủy trao đổi"),
        ("\u0412an \u0441hỉ đạ\u043e", "Ban chỉ đạo"),
        ("\u0391n \u039dinh, \u03a4hanh tra", "An Ninh, Thanh tra"),
        ("K\u03b1o, đ\u03bfàn", "Kao, đoàn"),
        (
            "\u043e\u0323\u0302p lại, h\u043e\u0323\u0302p",
            "\u043e\u0323\u0302p lại, hộp".replace("\u043e\u0323\u0302p", "ộp"),
        ),
        ("V\u0406\u0406\u0406, \u0425\u0406\u0406, \u0399\u0399", "VIII, XII, II"),
        ("QL1\u0410", "QL1A"),
    ],
)
def test_normalize_homoglyph_in_a_latin_word_becomes_latin(printed: str, stored: str) -> None:
    assert normalize(printed) == stored


@pytest.mark.parametrize(
    "text", ["Москва", "СССР", "ТАСС", "Αθήνα", "kΩ", "μm", "TNFα", "NFκB", "Δt", "Cочи", "α-amylase"]
)
def test_normalize_meant_foreign_letter_stays(text: str) -> None:
    assert normalize(text) == text


def test_normalize_misread_utf8_is_repaired_before_controls_go() -> None:
    assert normalize("Há»\u0099i nghá»‹ vÃ\u00a0 hÃ nh chÃ\u00adnh") == "Hội nghị và hành chính"


@pytest.mark.parametrize(
    "text",
    [" " * 200_000 + "x", "x" + "\t " * 100_000 + "\n", "Ã¡Â»â€š" * 20_000, "«" + "á»» " * 30_000, "Ã¡" * 50_000],
)
def test_normalize_hostile_text_takes_time_in_proportion(text: str) -> None:
    begun = time.process_time()
    normalize(text)
    assert time.process_time() - begun < 3


def test_normalize_blanks_around_line_ends_go() -> None:
    assert normalize("a \t \r\n \t b\n \n\t\n\nc") == "a\nb\n\nc"


def test_normalize_rubble_that_gives_up_a_letter_a_round_ends() -> None:
    rubble = "nhận đặt quaéé" + "Ã©" * 600 + " điện"
    assert len(normalize(rubble)) < len(rubble)
