"""Which addresses are a site's front page, or one of the pages that every site has: introduction, contact, terms."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from crawler.discovery.addresses import REMEMBERED, canonical

FRONT_FILE = re.compile(r"(?:index|default|home|homepage|trang-?chu|trangchu|main|portal)(?:\.\w{2,5})?", re.IGNORECASE)
FRONT_FOLDER = re.compile(r"vi|vn|en|vi-vn|en-us|pages|sitepages|trang-chu|home|web|guest|portal|sites", re.IGNORECASE)
STATIC = re.compile(
    r"(?:about\w*|gioi-?thieu[\w-]*|site-?terms?|terms?[\w-]*|privacy[\w-]*|chinh-sach-(?:bao-mat|rieng-tu)[\w-]*|lien-?he[\w-]*"
    r"|contact[\w-]*|so-do[\w-]*|sitemap|co-cau[\w-]*|to-chuc-bo-may|bo-may[\w-]*|chuc-nang[\w-]*|ban-lanh-dao|lanh-dao-\w+"
    r"|danh-ba[\w-]*|dieu-khoan[\w-]*|huong-dan-su-dung|help|faqs?|sample-page|hoi-dap|tro-giup|introduc\w*|overview|tong-quan)",
    re.IGNORECASE,
)


@lru_cache(maxsize=REMEMBERED)
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


def names_static_page(url: str, *, first: bool = False) -> bool:
    """Whether an address names an introduction, a contact or terms; `first`: by its first segment alone."""
    segments = [unquote(segment) for segment in urlsplit(canonical(url)).path.split("/") if segment]
    if segments and FRONT_FOLDER.fullmatch(segments[0]):
        segments = segments[1:]
    return any(STATIC.fullmatch(re.sub(r"\.\w{2,5}$", "", name)) for name in (segments[:1] if first else segments))
