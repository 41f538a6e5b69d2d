"""Which addresses are further pages of an article: WordPress' `/slug/2/`."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from crawler.discovery.addresses import REMEMBERED, canonical

PART_PATH = re.compile(r"(?P<whole>/.*[a-z][^/]*?)/(?P<number>[2-9]|[1-4]\d)/?$", re.IGNORECASE)


@lru_cache(maxsize=REMEMBERED)
def part_of(url: str) -> str | None:
    """Give the article's own address for `/slug/2/`; None if the address is no such part."""
    parts = urlsplit(canonical(url))
    match = PART_PATH.fullmatch(parts.path)
    if not match or parts.query or match["whole"].rpartition("/")[2].count("-") < 3:
        return None
    end = "/" if parts.path.endswith("/") else ""
    return f"{parts.scheme}://{parts.netloc}{match['whole']}{end}"
