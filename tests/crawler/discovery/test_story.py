"""How much room an article's own story leaves for a list."""

from __future__ import annotations

import pytest

from crawler.discovery.story import room_for_list
from crawler.extraction.document import parse

SENTENCE = "Mưa lớn kéo dài hai ngày làm nhiều tuyến đường trong vùng phải tạm dừng đi lại. "
LINK = '<a href="/tin/{0}.html">Một tin khác của ngày hôm nay số {0}</a>'


def room(html: str) -> float:
    return room_for_list(parse(html, "http://so.example.vn/tin/mua-lon.html"))


@pytest.mark.parametrize(
    "story",
    [
        f"<div>{f'<p>{SENTENCE}</p>' * 6}</div>",
        f"<div>{f'{SENTENCE}<br>' * 6}</div>",
        f"<div>{f'<div>{SENTENCE}</div>' * 6}</div>",
        f"<table><tr><td>{f'{SENTENCE}<br>' * 6}</td></tr></table><div><p>{SENTENCE}</p></div>",
    ],
    ids=["paragraphs", "line breaks", "boxes", "cell beside a paragraph"],
)
def test_room_for_list_beside_a_story_is_little(story: str) -> None:
    assert room(f"{story}<ul><li>{LINK.format(1)}</li></ul>") < 0.3


def test_room_for_list_on_a_page_of_teasers_is_all() -> None:
    teasers = "".join(f"<h3>{LINK.format(n)}</h3><p>{SENTENCE}</p>" for n in range(6))
    assert room(f"<div>{teasers}</div>") == 1.0


def test_room_for_list_where_links_stand_below_the_story_in_its_box_is_what_they_take() -> None:
    links = "".join(f"<p>{LINK.format(n)}</p>" for n in range(6))
    assert room(f"<div>{f'<p>{SENTENCE}</p>' * 6}{links}</div>") < 0.5


def test_room_for_list_without_any_story_is_all() -> None:
    assert room(f"<ul><li>{LINK.format(1)}</li></ul>") == 1.0
