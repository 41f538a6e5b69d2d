"""The owner's vector files, where they are present."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vietnamese.folding import place_tones, search_key
from vietnamese.legacy import decode, detect
from vietnamese.text import normalize, repair

CALLS: dict[str, Callable[[str], str]] = {
    "store": normalize,
    "repair": repair,
    "fold": search_key,
    "tone-old": lambda text: place_tones(text, "old"),
    "tone-new": lambda text: place_tones(text, "new"),
    "tcvn3": lambda text: decode(text, "tcvn3"),
    "vni": lambda text: decode(text, "vni"),
}


def test_every_text_case_gives_what_is_expected(vectors: list[tuple[str, str, str]]) -> None:
    wrong = [
        (rule, given, expected, got)
        for given, expected, rule in vectors
        if (got := CALLS[rule.partition(":")[0]](given)) != expected
    ]
    assert len(vectors) > 70
    assert wrong == []


def test_detect_finds_the_legacy_cases_and_no_other(vectors: list[tuple[str, str, str]]) -> None:
    for given, expected, rule in vectors:
        legacy = rule.startswith(("tcvn3", "vni"))
        assert detect(given) == (expected if legacy else None), rule


def test_decode_reads_every_letter_of_the_code_tables(shared: Path) -> None:
    rows = [
        line.split("\t") for line in (shared / "vectors" / "legacy_encodings.tsv").read_text("utf-8").split("\n")[1:]
    ]
    letters = [row for row in rows if len(row) > 3]
    assert len(letters) == 134
    for row in letters:
        letter, tcvn3, vni = row[0], row[2], row[3]
        assert decode(bytes.fromhex(tcvn3).decode("latin-1"), "tcvn3") == letter
        assert decode(bytes.fromhex(vni).decode("latin-1"), "vni") == letter
