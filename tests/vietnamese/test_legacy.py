"""Text of legacy fonts."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.legacy import decode, detect
from vietnamese.legacy_tables import TCVN3, TCVN3_CAPITALS, TCVN3_PAIRS, VNI
from vietnamese.letters import VIETNAMESE_LETTERS

TO_TCVN3 = {letter: code for table in (TCVN3_PAIRS, TCVN3, TCVN3_CAPITALS) for code, letter in table.items()}
TO_TCVN3_CAPITAL_FONT = (
    TO_TCVN3
    | {letter.upper(): code for code, letter in TCVN3.items()}
    | {letter: code for code, letter in TCVN3_CAPITALS.items()}
)
TO_VNI = {letter: code for code, letter in VNI.items() if code == code.lower() or code == code.upper()}
TABLES = {"tcvn3": TO_TCVN3, "vni": TO_VNI}
ENCODINGS: list[Literal["tcvn3", "vni"]] = ["tcvn3", "vni"]
MARKED = st.sampled_from(sorted(letter for letter in VIETNAMESE_LETTERS if not letter.isascii()))


def encode(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(char, char) for char in text)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_decode_every_letter_there_and_back(encoding: Literal["tcvn3", "vni"]) -> None:
    for letter in sorted(letter for letter in VIETNAMESE_LETTERS if not letter.isascii()):
        code = TABLES[encoding][letter]
        assert code.encode("cp1252").decode("cp1252") == code
        assert decode(code, encoding) == letter


@given(st.lists(MARKED, max_size=12))
def test_decode_vni_any_letters_there_and_back(letters: list[str]) -> None:
    text = " ".join(letters)
    assert decode(encode(text, TO_VNI), "vni") == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_decode_sentences_there_and_back(sentences: tuple[str, ...], encoding: Literal["tcvn3", "vni"]) -> None:
    for sentence in sentences:
        assert decode(encode(sentence, TABLES[encoding]), encoding) == sentence


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_decode_every_syllable_there_and_back(syllables: list[str], encoding: Literal["tcvn3", "vni"]) -> None:
    for syllable in syllables:
        for word in (syllable, f"X {syllable} x"):
            assert decode(encode(word, TABLES[encoding]), encoding) == word


def test_decode_tcvn3_capital_font_takes_the_case_of_the_ascii_letters(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        typed = encode(sentence.upper(), TO_TCVN3_CAPITAL_FONT)
        assert decode(typed, "tcvn3") == sentence.upper()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Së Y tÕ", "Sở Y tế"),
        ("Së Y TÕ TØNH", "SỞ Y TẾ TỈNH"),
        ("Së KH&CN TØNH", "SỞ KH&CN TỈNH"),
        ("ñy ban", "ủy ban"),
        ("ñY BAN", "ỦY BAN"),
        ("Së KH&CN tØnh", "Sở KH&CN tỉnh"),
        ("¤ng Vâ §¹i Lª", "Ông Võ Đại Lê"),
        ("Sè: 15/Q§-UBND", "Số: 15/QĐ-UBND"),
        ("Hµ Néi, ngµy 2 th¸ng 3", "Hà Nội, ngày 2 tháng 3"),
        ("ý KIÕN Cö TRI", "Ý KIẾN CỬ TRI"),
        ("C«ng b¸o\nC¤NG B¸O", "Công báo\nCÔNG BÁO"),
    ],
)
def test_decode_tcvn3_case(typed: str, read: str) -> None:
    assert decode(typed, "tcvn3") == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Aán Ñoä", "Ấn Độ"),
        ("ÖÙng duïng", "Ứng dụng"),
        ("Öùng duïng", "Ứng dụng"),
        ("ñöôøng xaù, loái reõ", "đường xá, lối rẽ"),
        (
            "Yù kieán, thuûy lôïi, nguyeãn, kyø dieäu, kyî",
            "Ý kiến, thủy lợi, nguyễn, kỳ diệu, kỵ".replace("kyî", "kyỵ"),
        ),
    ],
)
def test_decode_vni_case_and_pairs(typed: str, read: str) -> None:
    assert decode(typed.replace("kyî", "kî"), "vni") == read


def test_decode_unknown_encoding_is_refused() -> None:
    with pytest.raises(ValueError, match="encoding: 'viscii'"):
        decode("a", "viscii")  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_detect_every_sentence_alone_and_together(
    sentences: tuple[str, ...], encoding: Literal["tcvn3", "vni"]
) -> None:
    for text in (*sentences, "\n".join(sentences)):
        assert detect(encode(text, TABLES[encoding])) == text


def test_detect_tcvn3_capital_font(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        assert detect(encode(sentence.upper(), TO_TCVN3_CAPITAL_FONT)) == sentence.upper()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Th«ng tin", "Thông tin"),
        ("th­ ký", None),
        ("Tin töùc", "Tin tức"),
        ("Hoäi nghò", "Hội nghị"),
        ("Coâng ngheä", "Công nghệ"),
        ("Trang chủ\nVăn bản\nnh©n d©n", "Trang chủ\nVăn bản\nnhân dân"),
        ("Trang chủ\nVăn bản\nTh«ng tin", None),
    ],
)
def test_detect_short_text_needs_what_no_other_language_writes(typed: str, read: str | None) -> None:
    assert detect(typed) == read


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_detect_unicode_vietnamese_is_not_legacy(sentences: tuple[str, ...], form: Literal["NFC", "NFD"]) -> None:
    for text in (*sentences, "\n".join(sentences)):
        assert detect(unicodedata.normalize(form, text)) is None
        assert detect(unicodedata.normalize(form, text.upper())) is None


def test_detect_unicode_words_of_western_letters_alone_are_not_legacy(syllables: list[str]) -> None:
    western = [word for word in syllables if re.fullmatch(r"[a-zà-ÿ]+", word) and not word.isascii()]
    assert len(western) > 1000
    for start in range(0, len(western), 5):
        text = " ".join(western[start : start + 5])
        assert detect(text) is None
        assert detect(text.upper()) is None
        assert detect(text.title()) is None


def test_detect_other_languages_are_not_legacy(foreign: tuple[str, ...]) -> None:
    for text in (*foreign, "\n".join(foreign)):
        assert detect(text) is None
        assert detect(text.upper()) is None


@pytest.mark.parametrize("text", ["", "plain ASCII", "café", "© 2021", "20 °C ± 5", "Krông Búk, Êa Súp", "Thaïs"])
def test_detect_little_or_nothing_is_not_legacy(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_detect_mixed_document_keeps_its_unicode_lines(
    sentences: tuple[str, ...], encoding: Literal["tcvn3", "vni"]
) -> None:
    frame = ["Trang chủ", "Công báo", "Thông báo", "Liên hệ"]
    typed = [*frame, *(encode(line, TABLES[encoding]) for line in sentences), "Video", "Báo cáo", "Góp ý", "© 2020 Sở"]
    assert detect("\n".join(typed)) == "\n".join([*frame, *sentences, "Video", "Báo cáo", "Góp ý", "© 2020 Sở"])


def test_detect_signs_that_stand_alone_stay(sentences: tuple[str, ...]) -> None:
    typed = encode(sentences[0], TO_TCVN3)
    assert detect(f"{typed}\n© 2004 – Tin · ®") == f"{sentences[0]}\n© 2004 – Tin · ®"
