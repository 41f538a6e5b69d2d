"""The texts of a page, read once: the same as reading each element by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.nodes import text_of
from crawler.discovery.texts import Texts
from crawler.extraction.document import parse

PIECES = [
    *("<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<a href='/t'>", "</a>", "<ul><li>", "</li></ul>", "<br>"),
    *("<script>x</script>", "<noscript><b>tắt</b></noscript>", "<!-- ẩn -->", "<img>", "<select><option>1</select>"),
    *("Sáng nay ", " trời\n mưa", "\u200b", "\u00a0", "."),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_texts_of_any_element_are_its_text(html: str) -> None:
    body = parse(html, "http://so.example.vn/").tree.body
    assert body is not None
    texts = Texts(body)
    for node in body.traverse():
        text = text_of(node)
        assert texts.of(node) == text
        assert texts.label_of(node, 12) == (text if len(text) <= 12 else "")
    for spot in texts.spots:
        inner = [node for node in spot.node.traverse(include_text=True) if node.tag != "-text"]
        assert texts.is_plain(spot.node) or len(inner) > 1
        assert texts.length(spot) == spot.own + sum(part.own for part in texts.spots[spot.index + 1 : spot.after])


def test_texts_of_no_page_are_none() -> None:
    assert Texts(None).spots == []
