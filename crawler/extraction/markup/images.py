"""Picture addresses: the real one behind lazy loading, and none for icons and spacers."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-photo-original-src")
_ICON_SIZE = 40
# A longer address is no icon's, and would take the pattern quadratic time.
_LONGEST = 2000
_ICON = re.compile(
    r"(?:^|/)(?:pdf|docx?|word|xlsx?|excel|pptx?|zip|rar|attach(?:ment)?|download)(?:[-_]?(?:icon|file|\d+))*\.(?:gif|png)"
    r"|/(?:icons?|smileys?|emoticons?|emoji)/|(?:spacer|blank|pix|pixel|transparent|loading|bullet|arrow|rating|captcha)"
    r"[\w-]*\.(?:gif|png)|(?:^|/)(?:ic|icon)[_-][\w-]*\.(?:gif|png|svg)|\.svg(?:\?|$)|/_layouts/(?:\d+/)?images/",
    re.IGNORECASE,
)


def address(attributes: Mapping[str, str | None]) -> str:
    """The address of a picture as written, or "" for icons, spacers and pictures without an address."""
    source = attributes.get("src") or ""
    if not _is_shown(source):
        source = next((lazy for name in _LAZY if (lazy := attributes.get(name))), _from_set(attributes) or source)
    return source.strip() if _is_shown(source) and not _is_tiny(attributes) else ""


def _is_shown(source: str) -> bool:
    return bool(source) and not source.startswith("data:") and not _ICON.search(source[:_LONGEST])


def _from_set(attributes: Mapping[str, str | None]) -> str:
    candidates = (attributes.get("srcset") or attributes.get("data-srcset") or "").split(",")
    return candidates[-1].split()[0] if candidates[-1].split() else ""


def _is_tiny(attributes: Mapping[str, str | None]) -> bool:
    for name in ("width", "height"):
        value = attributes.get(name) or ""
        size = re.match(r"\d{1,6}", value)
        if size and int(size[0]) <= _ICON_SIZE and "%" not in value:
            return True
    return False
