"""Data tables against layout tables. A data table's rows become text; a layout table is walked like any block."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from selectolax.lexbor import LexborNode

_LINE_TAGS = frozenset({"p", "br", "div", "li", "ul", "ol"})
_LAYOUT = "img, iframe, form, h1, h2, h3, h4, h5, h6"
_LONG_CELL = 700
_LAYOUT_SHARE = 0.7
_LAYOUT_TEXT = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a data table: its cells joined by " | ", and its links as (address, text)."""

    text: str
    links: tuple[tuple[str, str], ...]


def data_rows(table: LexborNode) -> list[Row]:
    """The rows of a data table, or nothing if the table only lays out the page.

    Layout: a nested table or picture, headings, one column, or one cell that holds nearly all of the text.
    """
    if len(table.css("table")) > 1 or table.css_first(_LAYOUT) is not None:
        return []
    if not any(_holds_pair(row) for row in table.css("tr")):
        return []
    rows = BeautifulSoup(table.html or "", "lxml").find_all("tr")
    texts = [[text for cell in row.find_all(["td", "th"]) if (text := _cell_text(cell))] for row in rows]
    if not any(len(row) >= 2 for row in texts):
        return []
    sizes = [len(cell) for row in texts for cell in row]
    if max(sizes) > _LAYOUT_TEXT and max(sizes) > _LAYOUT_SHARE * sum(sizes):
        return []
    if len(texts) == 1 and max(sizes) > _LONG_CELL:
        return []
    return [Row(" | ".join(cells), _links(row)) for row, cells in zip(rows, texts, strict=True) if cells]


def _holds_pair(row: LexborNode) -> bool:
    """Whether a row may have two cells of text: seen on the fast tree, it spares most layout tables a second parse."""
    return sum(1 for cell in row.css("td, th") if cell.text().strip()) > 1


def _cell_text(cell: Tag) -> str:
    """A cell's text on one line: paragraphs and breaks are spaces, inline markup splits no words."""
    parts: list[str] = []
    for node in cell.descendants:
        if type(node) is NavigableString:
            parts.append(node)
        elif isinstance(node, Tag) and node.name in _LINE_TAGS:
            parts.append(" ")
    return " ".join("".join(parts).split())


def _links(row: Tag) -> tuple[tuple[str, str], ...]:
    return tuple((str(link["href"]), link.get_text()) for link in row.find_all("a", href=True))
