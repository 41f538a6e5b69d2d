"""Entries whose only link stands at their end."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.discovery.candidates import candidates
from crawler.extraction.document import Document

ADDRESS = "https://so.example/modules.php?name=News"
HEADLINES = ["Khai giảng lớp học nghề", "Trao giống cây cho bản", "Sửa xong kênh dẫn nước"]


def headlines(html: str) -> list[str]:
    """The headlines that discovery reads on a page."""
    found = candidates(Document(LexborHTMLParser(f"<body>{html}</body>"), ADDRESS))
    return [candidate.text for candidate in found.candidates]


def entry(number: int, headline: str, *, inside: str = "") -> str:
    """An entry of two tables: the bold headline, then text and pointer."""
    more = f'<a href="modules.php?name=News&amp;sid={number}">Đọc thêm...</a>'
    return f"<table><tr><td><b>{headline}</b></td></tr></table><table><tr><td>Vài lời. {inside}{more}</td></tr></table>"


def test_pointer_below_a_bold_line_leads_to_it() -> None:
    assert headlines("".join(entry(at, text) for at, text in enumerate(HEADLINES, 7))) == HEADLINES


@pytest.mark.parametrize("count", [1, 2])
def test_lone_pointers_lead_to_no_bold_line(count: int) -> None:
    assert headlines("".join(entry(at, text) for at, text in enumerate(HEADLINES[:count], 7))) == []


def test_pointer_below_other_headlines_is_a_sections() -> None:
    blocks = [
        entry(at, text, inside=f'<a href="modules.php?sid=4{at}">Tin riêng của mục số {at}</a>')
        for at, text in enumerate(HEADLINES, 7)
    ]
    assert not set(headlines("".join(blocks))) & set(HEADLINES)
