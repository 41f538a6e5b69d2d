"""UTF-8 read as windows-1252 or latin-1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.charsets import read_windows_1252
from vietnamese.text import repair

GENUINE = (
    "“ĐÔ THỊ”, “MÃ”, ‘XÃ’, «Má», “CHÁ”…",
    "UBND XÃ\u00a0PHÚ LÃ – MÃ… XÃ¹, XÃ², MÃ® KHÁ° BÃ• TÃ·",
    "XÃ HỘI, MÃ NGÀNH, ĐÃ XONG, NGÃ BA, Â, Ã, Ă, 5Â",
    "XÃ, MÃ SỐ, CÂU “NGÔ”, Â”, Ê’, NHÀ–XE",
    "QÐ–UBND, Ð… 12/QÐ-TTg",
    "Ä, ‚Ä’, Æ, Å – på, É”, naïve",
    "«cá»… «lá»”",
    "XÃ\u00a0EA KAO",
    "MÃ”",
    "Ã",
)


def misread(text: str) -> str:
    return read_windows_1252(text.encode())


def test_repair_every_sentence_misread_as_windows_1252_or_latin_1(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        assert repair(misread(sentence)) == sentence
        assert repair(sentence.encode().decode("latin-1")) == sentence


def test_repair_text_misread_twice_and_three_times(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        assert repair(misread(misread(sentence))) == sentence
        assert repair(misread(misread(misread(sentence)))) == sentence


def test_repair_every_syllable_beside_a_misread_word(syllables: list[str]) -> None:
    for syllable in syllables:
        for word in (syllable, syllable.capitalize(), syllable.upper()):
            assert repair(misread(f"nghỉ {word} nghỉ")) == f"nghỉ {word} nghỉ"
            assert repair(misread(f"nghỉ {word}")) == f"nghỉ {word}"


def test_repair_every_genuine_syllable_is_unchanged(syllables: list[str]) -> None:
    for syllable in syllables:
        for word in (syllable, syllable.capitalize(), syllable.upper()):
            text = f"“{word}” {word}\u00a0{word}… ({word})¹ ‘{word}’ {word}–{word}® «{word}» {word}\u00b2"
            assert repair(text) == text


@pytest.mark.parametrize("text", GENUINE)
def test_repair_genuine_capitals_and_signs_are_unchanged(text: str) -> None:
    assert repair(text) == text


def test_repair_genuine_sentence_is_unchanged(sentences: tuple[str, ...], foreign: tuple[str, ...]) -> None:
    for sentence in sentences + foreign:
        assert repair(sentence) == sentence
        assert repair(sentence.upper()) == sentence.upper()


@given(st.lists(st.sampled_from(GENUINE), max_size=4), st.sampled_from(" \n\u00a0"))
def test_repair_genuine_lines_together_are_unchanged(lines: list[str], joint: str) -> None:
    assert repair(joint.join(lines)) == joint.join(lines)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("nghá»‰ lÃ m viá»‡c", "nghỉ làm việc"),
        ("ngÃ y háº¡n, nhÃ  nÆ°á»›c", "ngày hạn, nhà  nước"),
        ("nhÃ nÆ°á»›c vÃ xÃ£ há»™i", "nhà nước và xã hội"),
        ("viá»‡c nhÃ", "việc nhà"),
        ("Háº NG Má»¤C", "HẠNG MỤC"),
        ("vÃ o cá»\u00ada, lÃ anh", "vào cửa, là anh"),
        ("chá»‰ lÃ\u00a0 thá»­", "chỉ là thử"),
    ],
)
def test_repair_no_break_space_turned_plain(broken: str, right: str) -> None:
    assert repair(broken) == right


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("â€œtin tá»©câ€\u009d â€“ â€¦ â€˜tinâ€™", "“tin tức” – … ‘tin’"),
        ("30Â°C, 5 mÂ²", "30°C, 5 m²"),
        ("ï»¿Sá»Ÿ ï‚· mÃ\u00a1y", "\ufeffSở \uf0b7 máy"),
        ("ho\u00cc\u00a3p", "ho\u0323p"),
        ("ðŸ˜€ vui", "😀 vui"),
    ],
)
def test_repair_signs_that_were_misread_too(broken: str, right: str) -> None:
    assert repair(broken) == right


def test_repair_line_by_line_leaves_the_right_lines_alone() -> None:
    genuine = "UBND XÃ\u00a0ĐỨC LÃNG – “MÃ”"
    assert repair(f"{genuine}\ncÃ´ng nghá»‡\n{genuine}") == f"{genuine}\ncông nghệ\n{genuine}"


def test_repair_mixed_line_fixes_only_what_cannot_be_meant() -> None:
    assert repair("“MÃ” của cÃ´ng ty") == "“MÃ” của công ty"


def test_repair_weak_line_follows_a_text_that_is_misread_throughout() -> None:
    assert repair("VÃ\u00a0\ncÃ´ng nghá»‡ má»›i") == "Và\ncông nghệ mới"
