"""Pages say what the gold says, in either look, whatever the markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from practice.edition import Edition
from practice.gold import gold
from practice.portal import Portal

BASE = "http://127.0.0.1:8765/"
GOLD = gold(BASE)
PORTALS = {redesign: Portal(Edition(redesign=redesign)) for redesign in (False, True)}
CONTENT = {False: ".chi-tiet-tin", True: "main article"}


def stored(text: str) -> str:
    text = re.sub("[\u200b\u200e\u00ad]", "", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def page(path: str, redesign: bool = False) -> LexborHTMLParser:
    reply = PORTALS[redesign].answer(path.replace(BASE, "/"), BASE)
    assert reply.status == 200, path
    return LexborHTMLParser(reply.body.decode())


def content(path: str, redesign: bool = False) -> LexborNode:
    node = page(path, redesign).css_first(CONTENT[redesign])
    assert node is not None
    return node


def cells(redesign: bool) -> Iterator[tuple[dict, str]]:
    for entry in GOLD:
        yield entry, stored(content(entry["url"], redesign).text(separator=" "))


@pytest.mark.parametrize("redesign", [False, True])
def test_article_page_contains_its_gold(redesign: bool) -> None:
    for entry, text in cells(redesign):
        assert entry["title"] in text
        assert (entry["author"] or "") in text
        for line in [*entry["body"], *entry["captions"]]:
            for cell in line.split(" | "):
                # Word's spans cut a sentence, and joining them adds a space of its own.
                assert cell in text, (entry["id"], cell)


def test_article_page_offers_its_files() -> None:
    for entry in GOLD:
        links = {
            (BASE.rstrip("/") + (link.attributes["href"] or ""), stored(link.text()))
            for link in content(entry["url"]).css(".tep-dinh-kem a")
        }
        assert links == {(file["url"], file["text"]) for file in entry["attachments"]}


def test_article_page_prints_date_above_title_and_byline_last() -> None:
    node = content(GOLD[0]["url"])
    html = node.html or ""
    assert html.index("ngay-dang") < html.index("tieu-de") < html.index("noi-dung")
    [date] = node.css(".ngay-dang")
    assert date.text().strip() == "09/01/2023 " + GOLD[0]["published_at"][11:16]
    last = node.css(".noi-dung p")[-1]
    assert last.text(strip=True) == GOLD[0]["author"]


def test_article_page_undated_prints_no_date() -> None:
    [entry] = [entry for entry in GOLD if entry["published_at"] is None]
    date = content(entry["url"]).css_first(".ngay-dang")
    assert date is not None
    assert date.text(strip=True) == ""


def test_article_pages_carry_every_kind_of_markup() -> None:
    whole = "\n".join(content(entry["url"]).html or "" for entry in GOLD)
    for trap in (
        'class="MsoNormal"',
        "<o:p>",
        "<!--[if gte mso 9]>",
        "<br>\n<br>",
        "&nbsp;",
        "\u200b",
        "\u00ad",
        "<figcaption>",
        'class="image"',
        "<em>",
        "<th>",
        "<li>",
        'class="tom-tat"',
    ):
        assert trap in whole, trap
    assert whole != unicodedata.normalize("NFC", whole)


def test_article_pages_repeat_the_lead_on_some() -> None:
    twice = [e["id"] for e, text in cells(False) if e["lead"] and text.count(e["lead"]) == 2]
    assert 1 <= len(twice) < 10


def test_redesign_page_has_no_class_of_the_classic_one() -> None:
    path = GOLD[0]["url"]
    classes = [
        {name for node in page(path, redesign).css("[class]") for name in (node.attributes["class"] or "").split()}
        for redesign in (False, True)
    ]
    assert classes[0] & classes[1] <= {"MsoNormal", "image", "lich"}
