"""Which addresses are a site's front page."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from crawler.discovery.addresses import canonical

FRONT_FILE = re.compile(r"(?:index|default|home|homepage|trang-?chu|trangchu|main|portal)(?:\.\w{2,5})?", re.IGNORECASE)
FRONT_FOLDER = re.compile(r"vi|vn|en|vi-vn|en-us|pages|sitepages|trang-chu|home|web|guest|portal|sites", re.IGNORECASE)


def is_front(url: str) -> bool:
    """Whether an address is a site's front page: the root, a language's root, /index.php, /Pages/Default.aspx."""
    parts = urlsplit(canonical(url))
    if parts.query and not re.fullmatch(r"(?:lang|language|l|locale)=[\w-]*", parts.query):
        return False
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    if not segments:
        return True
    return all(FRONT_FOLDER.fullmatch(segment) for segment in segments[:-1]) and bool(
        FRONT_FILE.fullmatch(segments[-1]) or FRONT_FOLDER.fullmatch(segments[-1])
    )
