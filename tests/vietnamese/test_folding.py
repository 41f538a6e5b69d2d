"""Search keys and dedupe keys."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.folding import dedupe_key, place_tones, search_key
from vietnamese.letters import VIETNAMESE_LETTERS
from vietnamese.text import normalize

ANY = st.text(
    alphabet=st.one_of(
        st.sampled_from(sorted(VIETNAMESE_LETTERS)),
        st.sampled_from("’'´²½ﬁĐðİß\u00a0\n\u0301оІ"),
        st.characters(codec="utf-8"),
    ),
    max_size=25,
)


@given(ANY)
def test_search_key_of_stored_text_is_that_of_the_text(text: str) -> None:
    assert search_key(normalize(text)) == search_key(text)


@given(ANY)
def test_search_key_of_a_key_is_the_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@pytest.mark.parametrize("letter", sorted(VIETNAMESE_LETTERS))
def test_search_key_every_letter_is_ascii(letter: str) -> None:
    key = search_key(letter)
    assert key.isascii()
    assert key.islower()
    assert len(key) == 1
    assert search_key(unicodedata.normalize("NFD", letter)) == key


def test_search_key_sentences_are_ascii_letters_in_small(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        key = search_key(sentence)
        assert key == search_key(sentence.upper()) == search_key(unicodedata.normalize("NFD", sentence))
        assert all(char.isascii() or not char.isalpha() for char in key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đắk  Lắk\n(2021)", "dak lak (2021)"),
        ("KRÔNG PĂK, M’Đrắk, m'đrắk, M‘đrắk", "krong pak, m'drak, m'drak, m'drak"),
        ("Số 12/QĐ-UBND; 5 m³, ½", "so 12/qd-ubnd; 5 m3, 1/2"),
        ("Straße, Łódź, Ørsted, Œuvre", "strasse, lodz, orsted, oeuvre"),
        ("T\u0443 \u00ad\u200bчас", "ty час"),
        ("ĐIỆN BIÊN", "dien bien"),
        ("", ""),
    ],
)
def test_search_key_folds(text: str, key: str) -> None:
    assert search_key(text) == key


def test_dedupe_key_ignores_case_tone_place_punctuation_and_space() -> None:
    assert dedupe_key("Hoà bình – THUỶ LỢI…") == dedupe_key("hòa  bình, thủy\nlợi")
    assert dedupe_key("Hôị nghị") == dedupe_key("HỘI NGHỊ.")


def test_dedupe_key_keeps_words_apart_that_differ_in_a_mark() -> None:
    assert dedupe_key("bàn") != dedupe_key("bán") != dedupe_key("ban")


@given(ANY)
def test_dedupe_key_is_blind_to_the_style_of_tones(text: str) -> None:
    assert dedupe_key(place_tones(text, "old")) == dedupe_key(place_tones(text, "new"))


def test_search_key_foreign_letter_that_loses_its_marks_inside_a_latin_word() -> None:
    assert search_key("h\u04e7a") == "hoa"
