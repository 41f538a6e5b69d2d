"""Small pages for tests of the extractor."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.extraction.article import Article
from crawler.extraction.document import parse
from crawler.extraction.extract import extract_article

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
URL = "https://so.example.vn/tin/bai-viet-12.html"
TITLE = "Khánh thành cầu treo dân sinh tại xã Nậm Pì"
PROSE = (
    "Cầu dài tám mươi mét, rộng hai mét, nối hai bản ở đôi bờ suối và thay cho chiếc cầu tạm đã hỏng sau mùa lũ.",
    "Công trình do nhân dân đóng góp ngày công, doanh nghiệp tài trợ vật liệu và đoàn viên thanh niên thi công.",
    "Từ nay học sinh hai bản đến trường không còn phải lội suối trong những ngày mưa lớn kéo dài.",
)


def paragraphs(*extra: str) -> str:
    """The running text as paragraphs, with more markup behind it."""
    return "".join(f"<p>{text}</p>" for text in PROSE) + "".join(extra)


def page(inner: str, *, above: str = "", head: str = "", title: str = TITLE) -> str:
    """A page: a menu, a heading, what is above and below it."""
    menu = "".join(f'<li><a href="/m{n}">Mục số {n}</a></li>' for n in range(6))
    return (
        f'<html><head><meta charset="utf-8"><title>{title} | Sở Giao thông</title>{head}</head><body>'
        f'<ul id="nav">{menu}</ul><div class="chi-tiet">{above}<h1>{title}</h1>{inner}</div></body></html>'
    )


def extract(html: str, fetched_at: datetime | None = NOW, url: str = URL) -> Article:
    """The article of a page."""
    return extract_article(parse(html, url, fetched_at))
