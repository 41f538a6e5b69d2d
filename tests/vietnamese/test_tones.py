"""Where tone marks stand."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.folding import place_tones, search_key
from vietnamese.letters import VIETNAMESE_LETTERS, VOWELS, add_tone, split_tone
from vietnamese.syllables import is_syllable, parse_syllable

WORDS = st.text(alphabet=sorted(VIETNAMESE_LETTERS) + list("aeiouyqghnctpmkAEGQU -’.1"), max_size=20)
STYLES = st.sampled_from(["old", "new"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa", "hoà"),
        ("xóa khóa", "xoá khoá"),
        ("khỏe", "khoẻ"),
        ("lòe", "loè"),
        ("thủy", "thuỷ"),
        ("ủy lũy tùy", "uỷ luỹ tuỳ"),
        ("ỦY THÓA", "UỶ THOÁ"),
        ("Òa", "Oà"),
    ],
)
def test_place_tones_styles_differ_in_open_oa_oe_uy(old: str, new: str) -> None:
    for text in (old, new):
        assert place_tones(text, "old") == old
        assert place_tones(text, "new") == new


@pytest.mark.parametrize(
    ("misplaced", "right"),
    [
        ("Hôị nghị", "Hội nghị"),
        ("ngừơi, ngươì", "người, người"),
        ("đựơc, đươc̣", "được, đươc̣"),
        ("cuả, kià, cưả", "của, kìa, cửa"),
        ("thụân, thuậń", "thuận, thuậń"),
        ("qúy, qùa, qủan, qúôc, qùynh", "quý, quà, quản, quốc, quỳnh"),
        ("gìa, gỉai, gíup, gìơ, gíêng, gịôi", "già, giải, giúp, giờ, giếng, giội"),
        ("gì, gìn, gịt", "gì, gìn, gịt"),
        ("tòan, tóat, lọach, qùang, khóang", "toàn, toát, loạch, quàng, khoáng"),
        ("hụyên, tuýêt, khủyu, khúyu", "huyện, tuyết, khuỷu, khuýu"),
        ("nuí, haỉ, đaọ, chiụ", "núi, hải, đạo, chịu"),
        ("xóay, ngòeo, ngóao", "xoáy, ngoèo, ngoáo"),
        ("yêú, ýêu", "yếu, yếu"),
        ("xòong, sóoc", "xoòng, soóc"),
        ("HÔỊ, QÚY, GÌA, NGỪƠI", "HỘI, QUÝ, GIÀ, NGƯỜI"),
        ("Qúy, qÚy", "Quý, quÝ".replace("quÝ", "qUý")),
        ("nghìêng, NGHỊÊM", "nghiềng, NGHIỆM"),
        ("thưở", "thưở"),
        ("hoà-bình/qúy_2", "hoà-bình/quý_2"),
    ],
)
def test_place_tones_misplaced_mark_goes_home_in_both_styles(misplaced: str, right: str) -> None:
    assert place_tones(misplaced, "new") == right
    assert place_tones(misplaced, "old") == place_tones(right, "old")


@pytest.mark.parametrize(
    "text",
    [
        "café résumé naïve",
        "Krông Búk, Môdun, Pleiku",
        "Ñandú óa1óa".replace("óa1óa", ""),
        "gậpgậpgập",
        "kóa, cíê, ngíê",
        "càt",
        "tốán",
    ],
)
def test_place_tones_word_that_is_no_syllable_is_untouched(text: str) -> None:
    assert place_tones(text, "new") == text
    assert place_tones(text, "old") == text


def test_place_tones_decomposed_text_is_composed_first() -> None:
    assert place_tones(unicodedata.normalize("NFD", "hòa thúy"), "new") == "hoà thuý"


def test_place_tones_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="style: 'newest'"):
        place_tones("hòa", "newest")  # type: ignore[arg-type]


def test_place_tones_every_syllable_from_every_place(syllables: list[str]) -> None:
    for syllable in syllables:
        letters = [split_tone(letter)[0] for letter in syllable]
        tone = "".join(split_tone(letter)[1] for letter in syllable)
        old = place_tones(syllable, "old")
        assert place_tones(old, "new") == syllable
        for index, letter in enumerate(letters):
            if tone and letter in VOWELS:
                moved = "".join([*letters[:index], add_tone(letter, tone), *letters[index + 1 :]])
                assert place_tones(moved, "new") == syllable
                assert place_tones(moved.upper(), "old") == old.upper()


@given(WORDS, STYLES)
def test_place_tones_twice_is_once(text: str, style: str) -> None:
    once = place_tones(text, style)  # type: ignore[arg-type]
    assert place_tones(once, style) == once  # type: ignore[arg-type]


@given(WORDS, STYLES)
def test_place_tones_keeps_the_search_key_and_the_case(text: str, style: str) -> None:
    placed = place_tones(text, style)  # type: ignore[arg-type]
    assert search_key(placed) == search_key(text)
    assert [char.isupper() for char in placed] == [char.isupper() for char in text]


def test_parse_syllable_takes_a_word_apart() -> None:
    assert parse_syllable("Nghiễng") == ("ngh", "iê", "ng", "\u0303")
    assert parse_syllable("quýt") == ("qu", "y", "t", "\u0301")
    assert parse_syllable("gì") == ("g", "i", "", "\u0300")
    assert parse_syllable("giờ") == ("gi", "ơ", "", "\u0300")
    assert parse_syllable("uống") == ("", "uô", "ng", "\u0301")


def test_is_syllable_every_word_of_the_sentences(sentences: tuple[str, ...]) -> None:
    words = [word for line in sentences for word in "".join(c if c.isalpha() else " " for c in line).split()]
    assert [word for word in words if not is_syllable(word)] == ["Ea"]


@pytest.mark.parametrize(
    "word", ["the", "ke", "is", "of", "für", "été", "cê", "gè", "nge", "kha1", "hòà", "bộộ", "", "tàt", "họcc"]
)
def test_is_syllable_foreign_or_misspelt_word_is_none(word: str) -> None:
    assert is_syllable(word) == (word in {"the", "ke"})
