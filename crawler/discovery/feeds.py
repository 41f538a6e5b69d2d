"""RSS 0.9x, 1.0 and 2.0, and Atom 1.0, read leniently and safely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from crawler.discovery.addresses import canonical
from crawler.discovery.sniffing import unpack

MOST_ENTRIES = 50_000
ENTRIES = frozenset({"item", "entry"})
DATES = ("pubdate", "published", "date", "issued", "updated", "modified", "created", "lastmod")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed or a sitemap. `date_text` is as printed: evidence, since portals misprint it."""

    url: str
    title: str | None = None
    date_text: str | None = None


def parse_xml(body: bytes) -> etree._Element | None:
    """Parse untrusted XML: no entities, no network, no DTD, bounded size.

    What is broken is repaired as far as may be; None if it is hopeless.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False, remove_comments=True
    )
    content = unpack(body).lstrip(b"\xef\xbb\xbf \t\r\n")
    try:
        return etree.fromstring(content, parser) if content else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def local_name(element: etree._Element) -> str:
    """Give an element's name without namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def read_feed(body: bytes, base: str) -> tuple[FeedEntry, ...]:
    """Read a feed's entries, in order, each address once; empty if it is no feed. `base` is the feed's address."""
    root = parse_xml(body)
    if root is None or local_name(root) not in ("rss", "feed", "rdf"):
        return ()
    found: dict[str, FeedEntry] = {}
    for element in _entries(root):
        entry = _entry(element, base)
        if entry:
            found.setdefault(entry.url, entry)
    return tuple(found.values())


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    count = 0
    for element in root.iter():
        if local_name(element) in ENTRIES:
            count += 1
            yield element
        if count >= MOST_ENTRIES:
            return


def _entry(element: etree._Element, base: str) -> FeedEntry | None:
    texts: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for child in element:
        name = local_name(child)
        text = " ".join("".join(child.itertext()).split())
        if name == "link":
            links.append((child.get("rel") or "alternate", child.get("href") or text))
        elif text:
            texts.setdefault(name, text)
    address = next((href for rel, href in links if rel == "alternate" and href), None) or _permalink(element, texts)
    url = canonical(address, base) if address else ""
    if not url.startswith(("http://", "https://")):
        return None
    return FeedEntry(url, texts.get("title"), next((texts[name] for name in DATES if name in texts), None))


def _permalink(element: etree._Element, texts: dict[str, str]) -> str | None:
    """Give a `guid` or `id` that is an address; by RSS 2.0 a guid is one unless it says otherwise."""
    guid = texts.get("guid") or texts.get("id") or ""
    said = next((child.get("isPermaLink") for child in element if local_name(child) == "guid"), None)
    return guid if guid.startswith(("http://", "https://")) and said != "false" else None
