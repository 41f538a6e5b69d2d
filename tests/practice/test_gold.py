"""The gold: what the data promises, before any page is rendered."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import islice

import pytest

from practice.edition import Edition
from practice.gold import gold, iter_gold
from practice.printed_dates import FORMS

BASE = "http://127.0.0.1:8765/"
GOLD = gold(BASE)


def test_gold_usual_edition_has_three_sections_over_three_years() -> None:
    assert len(GOLD) >= 60
    assert min(Counter(entry["category"] for entry in GOLD).values()) >= 20
    assert len({entry["category"] for entry in GOLD}) == 3
    assert {entry["published_at"][:4] for entry in GOLD if entry["published_at"]} == {"2023", "2024", "2025"}


def test_gold_ids_urls_and_titles_are_unique() -> None:
    for field in ("id", "url", "title"):
        assert len({entry[field] for entry in GOLD}) == len(GOLD), field
    assert all(f"/vi-vn/tin-chi-tiet/id/{entry['id']}/" in entry["url"] for entry in GOLD)


def test_gold_has_one_undated_and_one_article_of_files_only() -> None:
    assert [entry["id"] for entry in GOLD if entry["published_at"] is None] == [4286]
    [files_only] = [entry for entry in GOLD if not entry["body"]]
    assert files_only["attachments"]
    assert files_only["author"] is None


def test_gold_dates_have_each_precision() -> None:
    lengths = Counter(len(entry["published_at"]) for entry in GOLD if entry["published_at"])
    assert lengths[len("2023-01-01")] >= 5
    assert lengths[len("2023-01-01T00:00:00+07:00")] >= 50
    assert any(entry["published_at"] and not entry["published_at"][16:].startswith(":00") for entry in GOLD)
    assert len(FORMS) >= 18


def test_gold_text_is_in_the_stored_form() -> None:
    for entry in GOLD:
        for text in [entry["title"], *entry["body"], *entry["captions"]]:
            assert text == unicodedata.normalize("NFC", text)
            assert text == " ".join(text.split())
            assert not set(text) & set("{}\u200b\u00ad\ufeff")


def test_gold_lead_is_the_first_paragraph_once() -> None:
    leads = [entry for entry in GOLD if entry["lead"]]
    assert 20 < len(leads) < len(GOLD)
    assert all(entry["body"].count(entry["lead"]) == 1 and entry["body"][0] == entry["lead"] for entry in leads)


def test_gold_paragraphs_of_large_edition_are_distinct() -> None:
    entries = islice(iter_gold(BASE, Edition(articles=2000)), 1200)
    paragraphs = Counter(line for entry in entries for line in entry["body"] if len(line) > 120)
    assert [line for line, count in paragraphs.items() if count > 1] == []


def test_gold_captions_tables_and_files_occur() -> None:
    assert sum(bool(entry["captions"]) for entry in GOLD) >= 20
    assert any("Ảnh: " in caption for entry in GOLD for caption in entry["captions"])
    assert any(" | " in line for entry in GOLD for line in entry["body"])
    endings = {file["url"].rpartition(".")[2] for entry in GOLD for file in entry["attachments"]}
    assert endings == {"pdf", "docx"}


def test_gold_grown_edition_keeps_the_older_articles() -> None:
    grown = gold(BASE, Edition(grown=3))
    assert grown[: len(GOLD)] == GOLD
    assert len(grown) == len(GOLD) + 3


def test_gold_edited_and_gone_articles_follow_the_edition() -> None:
    edition = Edition(edited=frozenset({4223}), gone=frozenset({4226}))
    later = {entry["id"]: entry for entry in gold(BASE, edition)}
    before = {entry["id"]: entry for entry in GOLD}
    assert later[4223]["body"][:-1] == before[4223]["body"]
    assert 4226 not in later
    assert all(later[key] == entry for key, entry in before.items() if key not in {4223, 4226})


def test_gold_redesign_is_the_same_articles() -> None:
    assert gold(BASE, Edition(redesign=True)) == GOLD


def test_edition_without_articles_is_refused() -> None:
    with pytest.raises(ValueError, match="articles=0"):
        Edition(articles=0)
