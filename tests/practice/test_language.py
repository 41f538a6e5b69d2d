"""The portal's dirt is undone by the language room: what is printed gives what the gold says."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

from practice.edition import Edition
from practice.gold import entry
from practice.model import ZONE, Article
from practice.newsroom import Newsroom
from practice.printed_dates import FORMS
from practice.render.dress import body
from vietnamese.dates import parse
from vietnamese.text import normalize

NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)
ARTICLES = list(Newsroom(Edition()).articles())


def says(article: Article) -> str | None:
    assert article.date is not None
    published = parse(article.date.text, NOW)
    if published is None:
        return None
    value = published.value
    return value.date().isoformat() if published.precision == "day" else value.isoformat()


def test_printed_dates_of_every_form_parse_to_the_gold() -> None:
    dated = [article for article in ARTICLES if article.date]
    assert len(dated) > 2 * len(FORMS)
    for article in dated:
        assert article.date is not None
        assert says(article) == article.date.value, article.date.text


def test_gold_strings_are_what_normalization_leaves() -> None:
    for article in ARTICLES:
        gold = entry(article, "http://127.0.0.1/")
        strings = [gold["title"], *gold["body"], *gold["captions"]]
        assert [normalize(string) for string in strings] == strings


def test_dressed_text_normalizes_to_the_gold() -> None:
    for article in ARTICLES:
        lines = [line for line in article.body if line != article.lead and " | " not in line]
        dressed = normalize(unescape(re.sub(r"<!--.*?-->|<[^>]+>", "", body(article), flags=re.DOTALL)))
        for line in lines:
            assert line in dressed, article.number
