from __future__ import annotations

from collections.abc import Callable

import pytest

from crawler.extraction.blocks import BODY_KINDS, Block, BlockKind
from crawler.items import ArticleItem
from pipelines.strip_boilerplate import StripBoilerplate, strip_boilerplate

Make = Callable[..., ArticleItem]


def test_strip_boilerplate_keeps_the_order_of_the_page(make_item: Make) -> None:
    blocks = [
        Block(BlockKind.TITLE, "Mở kho giống"),
        Block(BlockKind.DATE_LINE, "02/03/2026"),
        Block(BlockKind.LEAD, "Kho mở cửa sáng thứ hai."),
        Block(BlockKind.HEADING, "Hai loại hạt"),
        Block(BlockKind.CAPTION, "Kho giống. Ảnh: Tư"),
        Block(BlockKind.LIST_ITEM, "Đậu"),
        Block(BlockKind.CHROME, "Tin liên quan", "wording"),
        Block(BlockKind.TABLE_ROW, "Ngô | 3 tấn"),
        Block(BlockKind.BYLINE, "Thu Tư"),
    ]
    item = strip_boilerplate(make_item(blocks=blocks))
    assert item.body == ["Kho mở cửa sáng thứ hai.", "Hai loại hạt", "Đậu", "Ngô | 3 tấn"]


@pytest.mark.parametrize("kind", BlockKind)
def test_strip_boilerplate_keeps_only_the_kinds_of_a_body(make_item: Make, kind: BlockKind) -> None:
    item = strip_boilerplate(make_item(blocks=[Block(kind, "Một dòng")]))
    assert item.body == (["Một dòng"] if kind in BODY_KINDS else [])


def test_strip_boilerplate_sets_the_body_anew(make_item: Make) -> None:
    item = make_item(body=["Cũ"], blocks=[Block(BlockKind.PARAGRAPH, "Mới")])
    assert strip_boilerplate(strip_boilerplate(item)).body == ["Mới"]


class Crawler:
    """The part of Scrapy's crawler that the pipeline uses, with a ledger that has no memory."""

    def get_extension(self, _kind: type) -> None:
        return None


def test_pipeline_strips_like_the_function(make_item: Make) -> None:
    item = make_item(blocks=[Block(BlockKind.PARAGRAPH, "Giữ"), Block(BlockKind.CHROME, "Bỏ")])
    assert StripBoilerplate(Crawler()).process_item(item).body == ["Giữ"]  # type: ignore[arg-type]
