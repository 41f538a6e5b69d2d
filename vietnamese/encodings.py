"""Bytes of a page to text: charset, then legacy fonts, then UTF-8 that was encoded twice."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from vietnamese.charsets import codec_name, declared_charsets, read_windows_1252
from vietnamese.legacy import LegacyEncoding, decode_parts, identify
from vietnamese.legacy_hints import hints_at_legacy
from vietnamese.markup import text_spans, unescape_latin1
from vietnamese.mojibake import repair_page
from vietnamese.syllables import is_syllable

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NUL_SHARE: Final = 0.2
"""Of every second byte: ASCII markup in UTF-16 has a NUL beside each character, Vietnamese letters have not."""

_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_STRAYS: Final = {0xDC00 + byte: read_windows_1252(bytes([byte])) for byte in range(0x80, 0x100)}
"""Python's surrogate escapes of single bytes, to what windows-1252 makes of them."""

_REFERENCE: Final = re.compile(r"&#?\w+;")
_HIGH_WORD: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]*[^\W\d_a-zA-Z][^\W\d_]*")
_LEAST_SHARE_1258: Final = 0.6


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """A page as text."""

    text: str
    encoding: str
    """What the bytes were read as: `"utf-8"`, `"windows-1252"`, `"windows-1258"` or another codec's name."""
    warnings: tuple[str, ...] = ()
    legacy: LegacyEncoding | None = None
    """The font encoding that some or all of the text was in; it is decoded."""


def decode_page(body: bytes, content_type: str | None = None) -> DecodedPage:
    """Decode the body of an HTML, XML or text response.

    In this order: a byte order mark; UTF-16 that shows by its NUL bytes; valid UTF-8, whatever the labels say;
    mostly valid UTF-8, with U+FFFD for what is broken; a legacy font; windows-1258 where it makes syllables; the
    charset that the header or the page names; windows-1252. Where text of a legacy font is decoded, tags,
    attributes and scripts stay as they are. At last, UTF-8 that was encoded twice is put right.

    Args:
        body: the bytes, after any Content-Encoding is undone.
        content_type: the value of the HTTP header, if there was one.
    """
    page = _read_unicode(body) or _read_mostly_utf8(body) or _read_single_byte(body, content_type)
    repaired = repair_page(page.text)
    if repaired == page.text:
        return page
    return replace(page, text=repaired, warnings=(*page.warnings, "UTF-8 that was encoded twice was repaired"))


def _read_unicode(body: bytes) -> DecodedPage | None:
    """Read a page that has a byte order mark, or is UTF-16 or UTF-8 by every byte of it."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            text = body[len(mark) :].decode(encoding, "replace")
            return _decode_legacy(DecodedPage(text, encoding, _broken(text)))
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = body[offset:4096:2]
        if half and half.count(0) > _NUL_SHARE * len(half):
            text = body.decode(encoding, "replace")
            return DecodedPage(text, encoding, _broken(text))
    try:
        return _decode_legacy(DecodedPage(body.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        return None


def _read_mostly_utf8(body: bytes) -> DecodedPage | None:
    """Read UTF-8 with broken bytes in it: a cut download, a legacy article inside a UTF-8 frame, stray bytes."""
    broken = body.decode("utf-8", "replace")
    if len(_MULTIBYTE.findall(body)) <= broken.count("\ufffd"):
        return None
    with_strays = body.decode("utf-8", "surrogateescape").translate(_STRAYS)
    page = _decode_legacy(DecodedPage(with_strays, "utf-8"))
    return page if page.legacy else DecodedPage(broken, "utf-8", _broken(broken))


def _read_single_byte(body: bytes, content_type: str | None) -> DecodedPage:
    text = read_windows_1252(body)
    page = _decode_legacy(DecodedPage(text, "windows-1252"), hint_needed=False)
    if page.legacy:
        return page
    as_1258 = unicodedata.normalize("NFC", body.decode("cp1258", "replace"))
    if _reads_better(as_1258, text):
        return DecodedPage(as_1258, "windows-1258")
    warnings: list[str] = []
    for label in declared_charsets(body, content_type):
        try:
            codec = codec_name(label)
            if codec == "cp1252":
                break
            if codec:
                return DecodedPage(unicodedata.normalize("NFC", body.decode(codec)), codec, tuple(warnings))
            warnings.append(f"charset {label!r} is unknown")
        except UnicodeDecodeError:
            warnings.append(f"charset {label!r} does not fit the bytes")
    return DecodedPage(text, "windows-1252", tuple(warnings))


def _decode_legacy(page: DecodedPage, *, hint_needed: bool = True) -> DecodedPage:
    """Decode the text nodes of a page that is, wholly or in part, typed for a legacy font."""
    if hint_needed and not hints_at_legacy(page.text):
        return page
    spans = list(text_spans(page.text))
    parts = [unescape_latin1(page.text[start:end]) for start, end in spans]
    encoding = identify([_REFERENCE.sub(" ", part) for part in parts])
    if encoding is None:
        return page
    pieces, done = [], 0
    for (start, end), part, decoded in zip(spans, parts, decode_parts(parts, encoding), strict=True):
        pieces += [page.text[done:start], page.text[start:end] if decoded == part else decoded]
        done = end
    text = "".join((*pieces, page.text[done:]))
    return replace(page, text=text, legacy=encoding, warnings=(*page.warnings, f"legacy font {encoding} decoded"))


def _reads_better(text: str, other: str) -> bool:
    """Whether most words with a letter beyond ASCII are syllables in `text`, and more of them than in `other`."""
    words = _HIGH_WORD.findall(text)
    readable = sum(map(is_syllable, words))
    return readable >= _LEAST_SHARE_1258 * len(words) and readable > sum(map(is_syllable, _HIGH_WORD.findall(other)))


def _broken(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    return (f"{count} characters could not be decoded",) if count else ()
