"""The practice portal without its socket: a path in, a reply out. Everything is made when asked for."""

from __future__ import annotations

import re
import zlib
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from practice.addresses import DETAIL, LISTING, PRINT, listing_path
from practice.edition import Edition
from practice.model import Article
from practice.newsroom import Newsroom
from practice.render import statics
from practice.render.article import article_content, print_page
from practice.render.calendar import CALENDAR, day_content, month_content
from practice.render.feed import feed
from practice.render.files import file
from practice.render.frame import TOPICS, Frame
from practice.render.listing import front_content, listing_content
from practice.render.look import look
from practice.reply import Reply
from practice.stories import SECTIONS, section_name

ROBOTS = "User-agent: *\nDisallow: /noi-bo/\nDisallow: /vi-vn/tim-kiem\nCrawl-delay: 5\n"
_ARTICLE = re.compile(rf"({DETAIL}|{PRINT})/(\d+)(?:/[^/]*)?/?")
_SLUGS = {section.slug for section in SECTIONS}
_MOVED = {"/vi-vn": "/", "/default.aspx": "/", "/thanh-vien": "/dang-nhap?ReturnUrl=%2Fthanh-vien"}

Query = dict[str, list[str]]


class Portal:
    """One edition of the portal."""

    def __init__(self, edition: Edition) -> None:
        self.newsroom = Newsroom(edition)
        self._edition = edition
        self._look = look(edition.redesign)
        self._frame = Frame(self.newsroom, self._look)

    def answer(self, target: str, base: str) -> Reply:
        """Answer a request target (path and query); `base` is the address of the front page."""
        parts = urlsplit(target)
        path, query = parts.path, parse_qs(parts.query)
        if path in _MOVED:
            return Reply(301 if path != "/thanh-vien" else 302, location=_MOVED[path])
        if path == "/robots.txt":
            return Reply(200, ROBOTS.encode(), "text/plain; charset=utf-8")
        if found := _ARTICLE.fullmatch(path):
            return self._article(target, int(found[2]), base, twin=found[1] == PRINT)
        if path.startswith("/uploads/"):
            return self._file(path)
        if path.startswith("/rss/"):
            return self._feed(path, base)
        return self._page(target, path, query)

    def _page(self, target: str, path: str, query: Query) -> Reply:
        if path in ("/", LISTING):
            return self._framed(target, front_content(self.newsroom, self._look))
        section = path.removeprefix(f"{LISTING}/")
        if section in _SLUGS:
            return self._listing(target, section, query)
        if path in statics.static_pages():
            return self._framed(target, statics.static_content(path, self._look))
        if path == CALENDAR:
            return self._calendar(target, query)
        return self._note(target, path)

    def _note(self, target: str, path: str) -> Reply:
        topic = TOPICS.get(path.removeprefix("/vi-vn/chuyen-muc/"))
        if path == "/dang-nhap":
            return self._framed(target, statics.login_content(self._look))
        if path == "/rss":
            return self._framed(target, statics.note_content("RSS", "Mỗi chuyên mục có một kênh tin.", self._look))
        if path == "/vi-vn/tim-kiem":
            return self._framed(target, statics.note_content("Tìm kiếm", "Không có kết quả phù hợp.", self._look))
        if topic:
            return self._framed(target, statics.note_content(topic, "Chuyên mục chưa có tin.", self._look))
        if "/en/" in path:
            # The language link is relative, so this address leads to itself, one segment deeper each time.
            return self._framed(target, statics.note_content("English", "This page is being translated.", self._look))
        return self._missing(target, 404)

    def _missing(self, target: str, status: int) -> Reply:
        note = statics.note_content("Không tìm thấy", "Địa chỉ này không tồn tại hoặc đã gỡ bỏ.", self._look)
        return self._framed(target, note, status=status)

    def _article(self, target: str, number: int, base: str, *, twin: bool) -> Reply:
        article = self.newsroom.by_number(number)
        if article is None:
            return self._missing(target, 404)
        if number in self._edition.gone:
            return self._missing(target, 410)
        edited = number in self._edition.edited
        if twin:
            return Reply(200, print_page(article, base, self._look, self._edition.redesign).encode())
        return Reply(
            200,
            self._article_page(target, article).encode(),
            etag=f'W/"{number}-{edited:d}-{self._edition.redesign:d}"',
            modified=article.posted + timedelta(days=edited),
        )

    def _article_page(self, target: str, article: Article) -> str:
        section = article.sections[0]
        crumbs = ((LISTING, "Tin tức"), (listing_path(section), section_name(section)))
        content = article_content(article, self.newsroom, self._look)
        return self._frame.page(target, content, crumbs=crumbs, title=article.title)

    def _listing(self, target: str, section: str, query: Query) -> Reply:
        """A page of a section; past the last one the portal sends the reader back to the first."""
        asked = query.get("page", ["1"])[0]
        page = int(asked) if asked.isdecimal() else 0
        if not 1 <= page <= self.newsroom.pages(section):
            return Reply(302, location=listing_path(section))
        content = listing_content(self.newsroom, section, page, self._look)
        name = section_name(section)
        crumbs = ((LISTING, "Tin tức"), (listing_path(section), name))
        return self._framed(target, content, crumbs=crumbs, title=name)

    def _calendar(self, target: str, query: Query) -> Reply:
        try:
            if "ngay" in query:
                content = day_content(date.fromisoformat(query["ngay"][0]))
            else:
                content = month_content(int(query.get("thang", ["1"])[0]), int(query.get("nam", ["2026"])[0]))
        except ValueError:
            return self._missing(target, 404)
        return self._framed(target, content)

    def _file(self, path: str) -> Reply:
        found = file(path)
        if found is None:
            return self._missing(path, 404)
        media_type, body = found
        return Reply(200, body, media_type, etag=f'"{zlib.crc32(body):08x}"')

    def _feed(self, path: str, base: str) -> Reply:
        section = path.removeprefix("/rss/").removesuffix(".rss")
        if section not in _SLUGS:
            return self._missing(path, 404)
        body = feed(self.newsroom, section, base).encode()
        return Reply(200, body, "application/rss+xml; charset=utf-8", etag=f'"{zlib.crc32(body):08x}"')

    def _framed(
        self,
        target: str,
        content: str,
        *,
        crumbs: tuple[tuple[str, str], ...] = (),
        title: str = "",
        status: int = 200,
    ) -> Reply:
        return Reply(status, self._frame.page(target, content, crumbs=crumbs, title=title).encode())
