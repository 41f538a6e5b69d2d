"""Charset labels of web pages: where they stand, and which decoder they mean."""

from __future__ import annotations

import codecs
import re
from typing import Final

_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META: Final = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEAD_BYTES: Final = 8192
"""Where a meta element is looked for. HTML says 1,024; portals put scripts and comments before it."""

_WHATWG: Final = {"latin-1": "cp1252", "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_NO_PAGE_IS_IN: Final = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "raw-unicode-escape", "unicode-escape", "utf-7"}
    | {"undefined", "mbcs", "oem"}
)
_WINDOWS_1252: Final = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}


def declared_charsets(body: bytes, content_type: str | None) -> list[str]:
    """The charsets that the HTTP header, the XML declaration and the meta element name, in this order, as printed."""
    head = body[:_HEAD_BYTES]
    found = [match[1] for match in [_HEADER.search(content_type or "")] if match]
    return found + [match[1].decode("ascii") for match in (_XML.search(head), _META.search(head)) if match]


def codec_name(label: str) -> str | None:
    """Python's name for a charset label, read as browsers read it (latin-1 means windows-1252); None if unknown."""
    try:
        name = codecs.lookup(label.replace("x-", "", 1) if label.lower().startswith("x-") else label).name
        "".encode(name)
    except (LookupError, UnicodeError):
        return None
    return None if name in _NO_PAGE_IS_IN else _WHATWG.get(name, name)


def read_windows_1252(body: bytes) -> str:
    """Decode as browsers do: the five bytes that windows-1252 leaves undefined become C1 controls."""
    return body.decode("latin-1").translate(_WINDOWS_1252)
