"""Articles that span pages: WordPress `/slug/2/`, Joomla `?start=1`, `?page=2` under an article's own text."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.discovery.addresses import canonical, same_host
from crawler.discovery.candidates import base_address
from crawler.discovery.nodes import ancestors, names, text_of
from crawler.discovery.parts import part_of
from crawler.extraction.document import Document

PART_BOX = re.compile(
    r"page-?links?|post-?pages?|post-pagination|article-?pag|link-?pages|pagenavcounter|entry-pages|multipage"
)
MOST_DIGITS = 3
PART_QUERY = re.compile(r"(?:^|&)(?:start|limitstart|page|showall|p)=\d*(?=&|$)")


def article_parts(document: Document) -> tuple[str, ...]:
    """Find the addresses of the further pages of an article, in order; empty if it stands on one page."""
    here = canonical(document.url)
    own = part_of(here) or here
    base = base_address(document)
    found: dict[str, int] = {}
    for node in document.tree.css("a[href]"):
        number = re.sub(r"\D", "", text_of(node))
        if not 0 < len(number) <= MOST_DIGITS or int(number) < 2:
            continue
        if not any(PART_BOX.search(names(above)) for above in ancestors(node, 3)):
            continue
        url = canonical(node.attributes.get("href") or "", base)
        if same_host(url, here) and url != here and _is_same_article(url, own):
            found[url] = int(number)
    return tuple(sorted(found, key=lambda url: found[url]))


def _is_same_article(url: str, own: str) -> bool:
    if part_of(url) == own:
        return True
    one, other = urlsplit(url), urlsplit(own)
    return one.path == other.path and PART_QUERY.sub("", one.query) == PART_QUERY.sub("", other.query)
