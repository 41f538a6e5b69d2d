"""Code tables of the two font encodings in which Vietnamese was typed before Unicode: TCVN3 (ABC) and VNI.

Both put Vietnamese glyphs on the codes of Western letters and signs; the tables are given as the characters
that appear when such bytes are read as windows-1252. TCVN3 fonts (.VnTime) have small letters only, and
capital fonts (.VnTimeH) draw the same codes as capitals; a second way of typing a capital is the ASCII vowel
before the small code. VNI fonts write a vowel and behind it a mark, in the case of the vowel. Each code is
that of at least two independent tables.
"""

from __future__ import annotations

from typing import Final

from vietnamese.letters import ACUTE, BREVE, CIRCUMFLEX, DOT, GRAVE, HOOK, TILDE, add_tone, split_tone

_TCVN3_SMALL: Final = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíị",
        "\xb5\xb6\xb7\xb8\xb9\xa8\xbb\xbc\xbd\xbe\xc6\xa9\xc7\xc8\xc9\xca\xcb\xae\xcc\xce\xcf\xd0\xd1\xaa\xd2\xd3\xd4\xd5\xd6"
        "\xd7\xd8\xdc\xdd\xde",
        strict=True,
    )
) | dict(
    zip(
        "òỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
        "\xdf\xe1\xe2\xe3\xe4\xab\xe5\xe6\xe7\xe8\xe9\xac\xea\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xad\xf5\xf6\xf7\xf8\xf9"
        "\xfa\xfb\xfc\xfd\xfe",
        strict=True,
    )
)
_TCVN3_CAPITALS: Final = dict(zip("ĂÂÊÔƠƯĐ", "\xa1\xa2\xa3\xa4\xa5\xa6\xa7", strict=True))

TCVN3: Final = {code: letter for letter, code in _TCVN3_SMALL.items()}
"""One code, one small letter. In a capital font the same code is the capital."""

TCVN3_CAPITALS: Final = {code: letter for letter, code in _TCVN3_CAPITALS.items()}
"""The seven capitals that have a code of their own."""


def _two_code_capitals() -> dict[str, str]:
    """Capital vowel, then the small letter that gives the tone: `A` and 0xB8 are Á, 0xA2 and 0xCA are Ấ."""
    pairs = {}
    for letter, code in _TCVN3_SMALL.items():
        vowel, tone = split_tone(letter)
        if tone:
            capital = vowel.upper()
            pairs[_TCVN3_CAPITALS.get(capital, capital) + code] = letter.upper()
    return pairs


TCVN3_PAIRS: Final = _two_code_capitals()
"""Two codes, one capital with a tone."""

_VNI_BASES: Final = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ơ": "\xf4", "ư": "\xf6"}
_VNI_TONES: Final = {GRAVE: "\xf8", ACUTE: "\xf9", HOOK: "\xfb", TILDE: "\xf5", DOT: "\xef"}
_VNI_CIRCUMFLEX: Final = {"": "\xe2", GRAVE: "\xe0", ACUTE: "\xe1", HOOK: "\xe5", TILDE: "\xe3", DOT: "\xe4"}
_VNI_BREVE: Final = {"": "\xea", GRAVE: "\xe8", ACUTE: "\xe9", HOOK: "\xfa", TILDE: "\xfc", DOT: "\xeb"}
_VNI_QUALITIES: Final = {CIRCUMFLEX: ("âêô", _VNI_CIRCUMFLEX), BREVE: ("ă", _VNI_BREVE)}
_VNI_BARE: Final = {"ă": "a", "â": "a", "ê": "e", "ô": "o"}
_VNI_SINGLE: Final = dict(zip("đìíỉĩịỵơư", "\xf1\xec\xed\xe6\xf3\xf2\xee\xf4\xf6", strict=True))


def _vni_pairs() -> dict[str, str]:
    """Vowel and mark, in small letters, to the letter."""
    pairs = {
        base + mark: add_tone(vowel, tone) for vowel, base in _VNI_BASES.items() for tone, mark in _VNI_TONES.items()
    }
    for vowels, marks in _VNI_QUALITIES.values():
        pairs |= {_VNI_BARE[vowel] + mark: add_tone(vowel, tone) for vowel in vowels for tone, mark in marks.items()}
    del pairs["y" + _VNI_TONES[DOT]]  # ỵ has a code of its own
    return pairs


def _both_cases(small: dict[str, str]) -> dict[str, str]:
    """Add the capitals, also where the vowel is in one case and the mark in the other: the vowel decides."""
    both = {}
    for code, letter in small.items():
        base, mark = code[0], code[1:]
        for written in {mark, mark.upper()}:
            both[base + written] = letter
            both[base.upper() + written] = letter.upper()
    return both


VNI: Final = _both_cases({code: letter for letter, code in _VNI_SINGLE.items()} | _vni_pairs())
"""One or two characters to one letter, in both cases."""
