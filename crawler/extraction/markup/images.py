"""Picture addresses: the real one behind lazy loading, and none for icons and spacers."""

from __future__ import annotations

import re

from bs4.element import Tag

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-photo-original-src")
_ICON_SIZE = 40
_ICON = re.compile(
    r"(?:^|/)(?:pdf|docx?|word|xlsx?|excel|pptx?|zip|rar|attach(?:ment)?|download)(?:[-_]?(?:icon|file|\d+))*\.(?:gif|png)"
    r"|/(?:icons?|smileys?|emoticons?|emoji)/|(?:spacer|blank|pix|pixel|transparent|loading|bullet|arrow|rating|captcha)"
    r"[\w-]*\.(?:gif|png)|(?:^|/)(?:ic|icon)[_-][\w-]*\.(?:gif|png|svg)|\.svg(?:\?|$)|/_layouts/(?:\d+/)?images/",
    re.IGNORECASE,
)


def address(tag: Tag) -> str:
    """The address of a picture as written, or "" for icons, spacers and pictures without an address."""
    source = str(tag.get("src") or "")
    if not source or source.startswith("data:") or _ICON.search(source):
        source = next((str(tag[name]) for name in _LAZY if tag.get(name)), _from_set(tag) or source)
    if not source or source.startswith("data:") or _ICON.search(source) or _is_tiny(tag):
        return ""
    return source.strip()


def _from_set(tag: Tag) -> str:
    candidates = str(tag.get("srcset") or tag.get("data-srcset") or "").split(",")
    return candidates[-1].split()[0] if candidates[-1].split() else ""


def _is_tiny(tag: Tag) -> bool:
    for name in ("width", "height"):
        size = re.match(r"\d+", str(tag.get(name) or ""))
        if size and int(size[0]) <= _ICON_SIZE and "%" not in str(tag.get(name)):
            return True
    return False
