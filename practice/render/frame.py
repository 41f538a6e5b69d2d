"""What surrounds every page: banner, menus, side column, footer."""

from __future__ import annotations

from urllib.parse import quote

from practice.addresses import listing_path
from practice.newsroom import Newsroom
from practice.render.article import related_link
from practice.render.calendar import widget
from practice.render.look import Look, text
from practice.stories import SECTIONS

TOPICS = {
    "de-tai-du-an": "Đề tài, dự án",
    "thi-truong-thiet-bi": "Thị trường thiết bị",
    "khoi-nghiep": "Khởi nghiệp",
    "so-huu-tri-tue": "Sở hữu trí tuệ",
    "buc-xa-hat-nhan": "Bức xạ, hạt nhân",
    "giai-thuong-sang-kien": "Giải thưởng sáng kiến",
    "quy-hoach": "Quy hoạch",
    "hang-rao-ky-thuat": "Hàng rào kỹ thuật",
    "khoa-hoc-co-so": "Khoa học cấp huyện",
    "thanh-tra": "Thanh tra",
    "thong-ke": "Thống kê",
}


class Frame:
    """Frames a page's content. The side column is the same on every page, so it is laid out once."""

    def __init__(self, newsroom: Newsroom, look: Look) -> None:
        self._look = look
        self._sections = "\n".join(_menu_line(listing_path(s.slug), s.name) for s in SECTIONS)
        topics = [_menu_line(f"/vi-vn/chuyen-muc/{slug}", name) for slug, name in TOPICS.items()]
        popular = [article for s in SECTIONS for article in newsroom.newest(s.slug, 8)[6:]]
        self._side = look.fill(
            "side",
            topics=self._sections + "\n" + "\n".join(topics),
            popular="".join(related_link(article, look) for article in popular),
            calendar=widget(),
        )

    def page(self, path: str, content: str, *, crumbs: tuple[tuple[str, str], ...] = (), title: str = "") -> str:
        """A whole page. `crumbs` are (address, name) after the front page; `title` is for the head."""
        return self._look.fill(
            "page",
            head="".join(_feed_line(section.slug, section.name) for section in SECTIONS),
            head_title=text(title or "Sở Khoa học và Công nghệ tỉnh Thực Hành"),
            return_url=quote(path, safe=""),
            sections=self._sections,
            crumbs="".join(f' &raquo; <a href="{address}">{text(name)}</a>' for address, name in crumbs),
            content=content,
            side=self._side,
        )


def _menu_line(address: str, name: str) -> str:
    return f'<li><a href="{address}">{text(name)}</a></li>'


def _feed_line(slug: str, name: str) -> str:
    address = f"/rss/{slug}.rss"
    return f'<link rel="alternate" type="application/rss+xml" title="{text(name)}" href="{address}" />\n'
