"""Feeds, sitemaps and what bytes are."""

# ruff: noqa: E501 (markup and addresses are easier to compare on one line)

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from crawler.discovery.feeds import FeedEntry, read_feed
from crawler.discovery.sitemaps import read_sitemap
from crawler.discovery.sniffing import sniff, unpack

HERE = "http://so.example.vn/rss/"
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Tin</title><link>http://so.example.vn/</link>
<item><title>Trồng mới &amp;quot;cây dầu&amp;quot;</title><link>/tin/a-1.html?utm_source=rss</link><pubDate>Sun, 4 Dec 2022 13:12:38 GMT</pubDate></item>
<item><title>Hai</title><guid isPermaLink="true">http://so.example.vn/tin/b-2.html</guid></item>
<item><title>Trùng</title><link>http://so.example.vn/tin/a-1.html</link></item>
<item><title>Không địa chỉ</title><guid isPermaLink="false">http://so.example.vn/5</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title><entry><title type="html">Một</title>
<link rel="self" href="/x"/><link rel="alternate" href="/tin/mot"/><updated>2023-01-02T03:04:05Z</updated>
<published>2023-01-01T00:00:00Z</published></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="x"><title>Ba</title><link>http://so.example.vn/3</link>
<dc:date>2020-05-06</dc:date></item></rdf:RDF>"""
URLSET = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> http://so.example.vn/a
</loc><lastmod>2022-01-01</lastmod></url><url><loc>http://elsewhere.example/b</loc></url><url></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>http://so.example.vn/s1.xml.gz</loc>
</sitemap></sitemapindex>"""


def test_read_feed_rss() -> None:
    assert read_feed(RSS.encode(), HERE) == (
        FeedEntry("http://so.example.vn/tin/a-1.html", "Trồng mới &quot;cây dầu&quot;", "Sun, 4 Dec 2022 13:12:38 GMT"),
        FeedEntry("http://so.example.vn/tin/b-2.html", "Hai"),
    )


def test_read_feed_atom_prefers_alternate_and_published() -> None:
    assert read_feed(ATOM.encode(), HERE) == (FeedEntry("http://so.example.vn/tin/mot", "Một", "2023-01-01T00:00:00Z"),)


def test_read_feed_rdf() -> None:
    assert read_feed(RDF.encode(), HERE) == (FeedEntry("http://so.example.vn/3", "Ba", "2020-05-06"),)


def test_read_feed_broken_gives_what_is_readable() -> None:
    cut = RSS[: RSS.index("<item><title>Trùng")] + "<item><title>A & B"
    assert [entry.title for entry in read_feed(cut.encode(), HERE)] == ["Trồng mới &quot;cây dầu&quot;", "Hai"]


@pytest.mark.parametrize("body", [b"", b"<html><p>x</p></html>", b"\x00\x01", URLSET.encode(), b"\xef\xbb\xbf \n"])
def test_read_feed_of_something_else_is_empty(body: bytes) -> None:
    assert read_feed(body, HERE) == ()


def test_read_feed_expands_no_entities(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mật khẩu")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    body = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">{laughs}<!ENTITY f SYSTEM "file://{secret}">]><rss><channel>'
        "<item><title>&l11; &f;</title><link>http://so.example.vn/x</link></item></channel></rss>"
    )
    found = read_feed(body.encode(), HERE)
    assert all("mật khẩu" not in (entry.title or "") and len(entry.title or "") < 100 for entry in found)


def test_read_sitemap_urlset_keeps_its_own_host() -> None:
    found = read_sitemap(URLSET.encode(), HERE)
    assert found.entries == (FeedEntry("http://so.example.vn/a", None, "2022-01-01"),)
    assert found.children == ()


def test_read_sitemap_index_packed() -> None:
    found = read_sitemap(gzip.compress(INDEX.encode()), HERE)
    assert [child.url for child in found.children] == ["http://so.example.vn/s1.xml.gz"]
    assert found.entries == ()


def test_read_sitemap_plain_text() -> None:
    body = b"http://so.example.vn/a\nkhong phai\nhttp://so.example.vn/a\nhttp://elsewhere.example/\n"
    assert [entry.url for entry in read_sitemap(body, HERE).entries] == ["http://so.example.vn/a"]


def test_read_sitemap_of_a_page_is_empty() -> None:
    assert read_sitemap(b"<html><body>http://so.example.vn/a</body></html>", HERE).entries == ()


@pytest.mark.parametrize(
    ("body", "label", "content"),
    [
        (RSS.encode(), "text/html", "feed"),
        (ATOM.encode(), "", "feed"),
        (RDF.encode(), "application/xml", "feed"),
        (URLSET.encode(), "text/html; charset=utf-8", "sitemap"),
        (INDEX.encode(), "", "sitemap"),
        (gzip.compress(INDEX.encode()), "application/x-gzip", "sitemap"),
        (b"<!DOCTYPE html><html>", "text/xml", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html xmlns="y">', "", "html"),
        (b"\xef\xbb\xbf\n<!-- a --><div>Tin</div>", "text/html", "html"),
        (b"<?xml version='1.0'?><svg/>", "image/svg+xml", "xml"),
        (b"%PDF-1.4", "text/html", "document"),
        (b"PK\x03\x04", "application/octet-stream", "document"),
        (b"\x89PNG\r\n", "text/html", "image"),
        (b"Xin ch\xc3\xa0o", "text/plain", "text"),
        (b"Xin ch\xc3\xa0o", "text/html", "html"),
        (b"{}", "application/json", "other"),
        (b"", "text/html", "empty"),
    ],
)
def test_sniff_believes_bytes_before_labels(body: bytes, label: str, content: str) -> None:
    assert sniff(body, label) == content


def test_unpack_is_bounded() -> None:
    assert len(unpack(gzip.compress(b"a" * 5_000_000), 1000)) == 1000


def test_unpack_gives_what_a_cut_archive_holds() -> None:
    whole = gzip.compress(bytes(range(256)) * 4000, compresslevel=1)
    assert 0 < len(unpack(whole[: len(whole) // 2])) < 1_024_000
