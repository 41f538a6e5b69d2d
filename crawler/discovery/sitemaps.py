"""Sitemaps, sitemap indexes (sitemaps.org 0.9), and plain text sitemaps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.discovery.addresses import canonical, same_host
from crawler.discovery.feeds import MOST_ENTRIES, FeedEntry, local_name, parse_xml
from crawler.discovery.sniffing import unpack


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap's pages (`entries`), or an index's further sitemaps (`children`); other hosts are left out."""

    entries: tuple[FeedEntry, ...] = ()
    children: tuple[FeedEntry, ...] = ()


def read_sitemap(body: bytes, base: str) -> Sitemap:
    """Read a sitemap, packed with gzip or not. `base` is its address. Empty if it is none."""
    root = parse_xml(body)
    name = local_name(root) if root is not None else ""
    if root is None or name not in ("urlset", "sitemapindex"):
        return Sitemap(_plain(body, base)) if not unpack(body, 256).lstrip().startswith(b"<") else Sitemap()
    found: dict[str, FeedEntry] = {}
    for element in root:
        if local_name(element) not in ("url", "sitemap") or len(found) >= MOST_ENTRIES:
            continue
        texts = {local_name(child): "".join(child.itertext()).strip() for child in element}
        url = canonical(texts.get("loc", ""), base)
        if texts.get("loc") and same_host(url, base):
            found.setdefault(url, FeedEntry(url, None, texts.get("lastmod") or None))
    entries = tuple(found.values())
    return Sitemap((), entries) if name == "sitemapindex" else Sitemap(entries)


def _plain(body: bytes, base: str) -> tuple[FeedEntry, ...]:
    lines = unpack(body).decode("utf-8", "replace").splitlines()[:MOST_ENTRIES]
    urls = [canonical(line) for line in lines if re.match(r"\s*https?://\S+\s*$", line)]
    return tuple(FeedEntry(url) for url in dict.fromkeys(urls) if same_host(url, base))
