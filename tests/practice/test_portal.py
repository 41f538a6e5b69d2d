"""The portal's addresses and traps, without a socket."""

from __future__ import annotations

import re

import pytest

from practice.edition import Edition
from practice.gold import gold
from practice.portal import Portal
from practice.stories import SECTIONS

BASE = "http://127.0.0.1:8765/"
GOLD = gold(BASE)
PORTAL = Portal(Edition())
HREF = re.compile(r'href="([^"]+)"')
ENTRY = re.compile(r'class="ten-tin" href="/vi-vn/tin-chi-tiet/id/(\d+)')


def html(path: str, portal: Portal = PORTAL) -> str:
    reply = portal.answer(path, BASE)
    assert reply.status == 200, path
    return reply.body.decode()


def entries(section: str, page: int, portal: Portal = PORTAL) -> list[int]:
    return [int(number) for number in ENTRY.findall(html(f"/vi-vn/tin-tuc/{section}?page={page}", portal))]


def walk(section: str, portal: Portal = PORTAL) -> list[list[int]]:
    pages = 1
    shown = [entries(section, 1, portal)]
    while f"?page={pages + 1}" in html(f"/vi-vn/tin-tuc/{section}?page={pages}", portal):
        pages += 1
        shown.append(entries(section, pages, portal))
    return shown


@pytest.mark.parametrize("portal", [PORTAL, Portal(Edition(articles=700)), Portal(Edition(articles=5))])
def test_listings_together_show_every_article(portal: Portal) -> None:
    listed = {number for section in SECTIONS for page in walk(section.slug, portal) for number in page}
    assert listed == {entry["id"] for entry in gold(BASE, portal.newsroom.edition)}


def test_listing_pages_begin_with_the_same_pinned_articles() -> None:
    pages = walk(SECTIONS[0].slug)
    assert len(pages) >= 3
    assert len({tuple(page[:2]) for page in pages}) == 1
    own = [number for page in pages for number in page[2:]]
    assert own == sorted(own, reverse=True)
    assert set(pages[0][:2]) < set(own)


def test_listing_that_repeats_begins_with_the_last_of_the_page_before() -> None:
    pages = walk("nghien-cuu-ung-dung")
    assert [page[2] for page in pages[1:]] == [page[-1] for page in pages[:-1]]


def test_listing_of_large_edition_has_twenty_and_two_pinned() -> None:
    assert len(entries(SECTIONS[0].slug, 1, Portal(Edition(articles=700)))) == 22


def test_article_of_two_sections_stands_in_both() -> None:
    homes = [s.slug for s in SECTIONS if any(4304 in page for page in walk(s.slug))]
    assert len(homes) == 2


@pytest.mark.parametrize("page", ["99", "0", "-1", "x"])
def test_listing_page_past_the_last_redirects_to_the_first(page: str) -> None:
    reply = PORTAL.answer(f"/vi-vn/tin-tuc/hoat-dong-cua-so?page={page}", BASE)
    assert (reply.status, reply.location) == (302, "/vi-vn/tin-tuc/hoat-dong-cua-so")


def test_front_page_names_articles_by_other_addresses() -> None:
    known = {entry["url"].replace(BASE, "/") for entry in GOLD}
    aliases = [link for link in HREF.findall(html("/")) if "/id/" in link and link not in known]
    assert len(set(aliases)) == len(SECTIONS)
    for alias in aliases:
        number = int(re.findall(r"/id/(\d+)", alias)[0])
        [title] = [entry["title"] for entry in GOLD if entry["id"] == number]
        assert title in html(alias)


def test_front_page_has_a_block_for_each_section() -> None:
    assert html("/").count('class="khoi-tin"') == len(SECTIONS)


def test_print_twin_names_the_article_as_canonical() -> None:
    assert f'<link rel="canonical" href="{GOLD[0]["url"]}" />' in html("/vi-vn/in-bai/id/4211")
    assert 'href="/vi-vn/in-bai/id/4211"' in html("/vi-vn/tin-chi-tiet/id/4211")


def test_robots_closes_a_folder_that_every_page_links() -> None:
    robots = PORTAL.answer("/robots.txt", BASE)
    assert b"Disallow: /noi-bo/" in robots.body
    assert b"Crawl-delay: 5" in robots.body
    assert "/noi-bo/van-ban" in HREF.findall(html("/"))
    assert html("/noi-bo/van-ban")


def test_calendar_links_to_the_next_month_without_end() -> None:
    path = "/vi-vn/lich-cong-tac?thang=12&nam=2026"
    for _ in range(30):
        links = [link.replace("&amp;", "&") for link in HREF.findall(html(path)) if "thang=" in link]
        path = links[-2] if links[-1].endswith("thang=1&nam=2026") else links[-1]
    assert path == "/vi-vn/lich-cong-tac?thang=6&nam=2029"
    assert "Chưa có lịch" in html("/vi-vn/lich-cong-tac?ngay=2029-06-01")
    assert PORTAL.answer("/vi-vn/lich-cong-tac?thang=13&nam=2026", BASE).status == 404


def test_language_link_leads_deeper_each_time() -> None:
    assert "en/" in HREF.findall(html("/vi-vn/tin-tuc/"[:-1] + "/en/en/"))


def test_every_page_links_login_with_its_own_address() -> None:
    assert "/dang-nhap?ReturnUrl=%2Fvi-vn%2Flien-he" in HREF.findall(html("/vi-vn/lien-he"))
    assert html("/dang-nhap?ReturnUrl=%2F")
    moved = PORTAL.answer("/thanh-vien", BASE)
    assert (moved.status, moved.location) == (302, "/dang-nhap?ReturnUrl=%2Fthanh-vien")


def test_every_local_link_of_every_kind_of_page_answers() -> None:
    pages = ["/", "/vi-vn/tin-tuc/hoat-dong-cua-so", GOLD[40]["url"].replace(BASE, "/"), "/vi-vn/gioi-thieu"]
    links = {link.replace("&amp;", "&") for path in pages for link in HREF.findall(html(path))}
    local = [link for link in links if link.startswith("/")]
    assert len(local) > 50
    assert {PORTAL.answer(link, BASE).status for link in local} == {200}


def test_feed_dates_only_what_pages_date_to_the_minute() -> None:
    feed = html("/rss/hoat-dong-cua-so.rss")
    items = feed.split("<item>")[1:]
    assert len(items) == 10
    published = {entry["url"]: entry["published_at"] for entry in GOLD}
    for item in items:
        url = re.findall("<link>(.+?)</link>", item)[0]
        assert ("<pubDate>" in item) == (len(published[url]) > 10)
    assert {len(published[re.findall("<link>(.+?)</link>", item)[0]]) for item in items} == {10, 25}


def test_files_are_what_their_endings_say() -> None:
    starts = {"pdf": b"%PDF-1.4", "docx": b"PK\x03\x04", "png": b"\x89PNG"}
    paths = [file["url"].replace(BASE, "/") for entry in GOLD for file in entry["attachments"]]
    for path in [*paths, "/uploads/anh/4223-0.png"]:
        assert PORTAL.answer(path, BASE).body.startswith(starts[path.rpartition(".")[2]])


@pytest.mark.parametrize("path", ["/x", "/vi-vn/tin-chi-tiet/id/4212", "/sitemap.xml", "/uploads/a.exe", "/rss/x.rss"])
def test_unknown_address_is_404(path: str) -> None:
    assert PORTAL.answer(path, BASE).status == 404


def test_gone_article_is_410_and_in_no_list() -> None:
    portal = Portal(Edition(gone=frozenset({4424})))
    assert PORTAL.answer("/vi-vn/tin-chi-tiet/id/4424", BASE).status == 200
    assert portal.answer("/vi-vn/tin-chi-tiet/id/4424", BASE).status == 410
    assert "/id/4424" in html("/")
    assert "/id/4424" not in html("/", portal)


def test_edited_article_changes_its_etag_and_its_date() -> None:
    path = "/vi-vn/tin-chi-tiet/id/4223"
    before, after = PORTAL.answer(path, BASE), Portal(Edition(edited=frozenset({4223}))).answer(path, BASE)
    assert before.etag != after.etag
    assert before.modified is not None
    assert after.modified is not None
    assert before.modified < after.modified
