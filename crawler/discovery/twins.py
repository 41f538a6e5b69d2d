"""Twins: addresses that show an article a second time (to print, to save, to mail, as AMP, as its own feed)."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from crawler.discovery.addresses import REMEMBERED, canonical, parameters

# NukeViet prints and saves at /print/category/slug.html and /news/savefile/…, Drupal at /print/node/1, /printpdf/1
# and /printmail/1, WordPress at /slug/print/, /slug/feed/ and /slug/amp/, AMP also at /amp/slug.
TWIN_SEGMENT = re.compile(
    r"print(?:er|s|-?page|-?pdf|-?mail)?|savefile|send-?e?mail|tellfriend|amp|feed|rss|trackback|ban-in|bản-in|in-bai"
)
REMOVABLE = re.compile(r"print(?:er|-?pdf|-?mail)?|savefile|send-?mail|amp|feed|trackback")
# A page of its own for the twin: PrintNews.aspx?id=26987, pPrintTinTuc.aspx, inbaiviet.aspx?nid=1048, Ban-in-507.htm.
TWIN_FILE = re.compile(
    r"p?print(?:er)?(?:news|item|article|tin\w*|view|page|preview|friendly)?|\w+print|p?print(?:tin\w*|bai\w*)"
    r"|in-?bai(?:-?viet)?|in-?tin|ban-in(?:-\d+)?|print[-_]\w+|savefile|(?:send|gui)-?(?:e?mail|tin|bai)\w*|tellafriend",
    re.IGNORECASE,
)
TWIN_PARAMETER = re.compile(
    r"print(?:able|er|ing|view|_?page|friendly)?|isprint|in|pop|amp|outputtype|replytocom|format|tmpl"
    r"|layout|viewtype|view|mode|tab|task|type|op|action|do|act",
    re.IGNORECASE,
)
TELLS_BY_NAME = re.compile(
    r"print(?:able|er|ing|view|_?page|friendly)?|isprint|pop|amp|outputtype|replytocom", re.IGNORECASE
)
TELLS_BY_VALUE = re.compile(
    r"print\w*|savefile(?:[/\\].*|%2f.*)?|sendmail|mailto|emailform|component|pdf|amp|raw", re.IGNORECASE
)


@lru_cache(maxsize=REMEMBERED)
def is_twin(url: str) -> bool:
    """Whether an address shows an article a second time. Its article may be unknown: see `main_address`."""
    parts = urlsplit(canonical(url))
    segments = [segment.lower() for segment in parts.path.split("/") if segment]
    if any(TWIN_SEGMENT.fullmatch(segment) for segment in segments):
        return True
    if segments and TWIN_FILE.fullmatch(re.sub(r"\.\w{2,5}$", "", segments[-1])):
        return True
    return any(_is_twin_parameter(name, value) for name, value in parameters(parts.query))


def main_address(url: str) -> str | None:
    """Give the canonical address of the article itself: for a twin its article, else the address.

    None where the twin does not tell (`PrintNews.aspx?id=26987`): such a page is to be left out, not stored.
    """
    address = canonical(url)
    if not is_twin(address):
        return address
    parts = urlsplit(address)
    path = _without_twin_segments(parts.path)
    query = "&".join(item for item in (_main_item(item) for item in parts.query.split("&") if item) if item)
    plain = urlunsplit((parts.scheme, parts.netloc, path, query, ""))
    if plain == address or is_twin(plain) or (path == "/" and not query):
        return None
    return canonical(plain)


def _is_twin_parameter(name: str, value: str) -> bool:
    if TELLS_BY_NAME.fullmatch(name):
        return value.lower() not in ("0", "false", "no")
    return bool(TELLS_BY_VALUE.fullmatch(value) and TWIN_PARAMETER.fullmatch(name))


def _without_twin_segments(path: str) -> str:
    """Take the twin's segment out; before a bare number (`/print/14660`) it is the route itself, and stays."""
    segments = path.split("/")
    kept = [
        segment
        for index, segment in enumerate(segments)
        if not REMOVABLE.fullmatch(segment.lower()) or _is_last_number(segments[index + 1 :])
    ]
    plain = "/".join(kept)
    return plain if plain.startswith("/") else "/" + plain


def _is_last_number(rest: list[str]) -> bool:
    return [segment for segment in rest if segment][:2] == rest[:1] and rest[0].isdigit()


def _main_item(item: str) -> str:
    name, _, value = item.partition("=")
    if not _is_twin_parameter(name, value):
        return item
    # NukeViet 3: op=savefile/Category/Slug-3313 is op=Category/Slug-3313.
    rest = re.match(r"(?:savefile|print)(?:/|%2F)(.+)", value, re.IGNORECASE)
    return f"{name}={rest[1]}" if rest else ""
