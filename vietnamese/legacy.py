"""Vietnamese typed for the fonts of the 1990s (TCVN3, VNI), recognised and turned into Unicode.

Such text comes as Western letters and signs, "Uû ban nh©n d©n", whatever encoding brought them. It is
recognised by trying: it makes no Vietnamese syllables as it stands, and makes them when read through a font's
table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, get_args

from vietnamese.legacy_case import decode_tcvn3
from vietnamese.legacy_evidence import Evidence, weigh
from vietnamese.legacy_tables import VNI
from vietnamese.letters import BEYOND_LATIN1

LegacyEncoding = Literal["tcvn3", "vni"]

_VNI_CODE: Final = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_UNICODE: Final = re.compile(f"[{BEYOND_LATIN1}]")
_HIGH: Final = re.compile("[\u00a1-\u00ff]")
_SIGN_ALONE: Final = re.compile(r"((?<!\S)[©®»·§](?!\S)|©(?=\s*\d{4}))")


def decode(text: str, encoding: LegacyEncoding) -> str:
    """Turn text of a legacy font, read as windows-1252, into Unicode (NFC).

    Args:
        text: read from the bytes as windows-1252 or latin-1, soft hyphens (ư in TCVN3) still in it. encoding:
        `"tcvn3"` or `"vni"`. TCVN3 has no codes for most capitals: a word takes the case of its ASCII
            letters, and where they do not tell, that of the words beside it.

    Raises:
        ValueError: another encoding.
    """
    if encoding == "tcvn3":
        return "\n".join(decode_tcvn3(line) for line in text.split("\n"))
    if encoding == "vni":
        return _VNI_CODE.sub(lambda match: VNI[match[0]], text)
    raise ValueError(f"encoding: {encoding!r} is neither 'tcvn3' nor 'vni'")


def detect(text: str) -> str | None:
    """The decoded text if it is legacy-font text, else None. Lines that are Unicode already stay as they are."""
    lines = text.split("\n")
    encoding = identify(lines)
    return None if encoding is None else "\n".join(decode_parts(lines, encoding))


def identify(parts: Sequence[str]) -> LegacyEncoding | None:
    """Tell which legacy encoding the parts of a document (lines, or text nodes of a page) are in, if in any.

    Parts in Unicode are no obstacle: a page's frame is often newer than the article pasted into it.
    """
    candidates = [part for part in parts if _HIGH.search(part) and not _UNICODE.search(part)]
    if not candidates:
        return None
    mixed = any(_UNICODE.search(part) for part in parts)
    found: dict[LegacyEncoding, Evidence] = {
        encoding: _gather(candidates, encoding, mixed) for encoding in get_args(LegacyEncoding)
    }
    convincing = [encoding for encoding in found if found[encoding].convinces(in_mixed_document=mixed)]
    # VNI wins a tie: its pairs of vowel and mark say more than TCVN3's single codes do.
    return max(convincing, key=lambda encoding: (len(found[encoding].distinct), encoding == "vni"), default=None)


def decode_parts(parts: Sequence[str], encoding: LegacyEncoding) -> list[str]:
    """Decode the parts of a document that `identify` recognised.

    In a document that is legacy throughout, every part is decoded. Where some parts are Unicode, each other
    part is read in the way that makes more syllables of it; where both do, in the way of the part before.
    """
    mixed = any(_UNICODE.search(part) for part in parts)
    decoding = not mixed
    result = []
    for part in parts:
        if mixed:
            decoding = _is_legacy(part, encoding, otherwise=decoding)
        result.append(_decode_part(part, encoding) if decoding else part)
    return result


def _is_legacy(part: str, encoding: LegacyEncoding, *, otherwise: bool) -> bool:
    if _UNICODE.search(part):
        return False
    evidence = weigh([part], encoding)
    return evidence.gained > evidence.lost if evidence.gained != evidence.lost else otherwise


def _decode_part(part: str, encoding: LegacyEncoding) -> str:
    """Decode, but keep signs that stand alone: a copyright line, the arrows of a path."""
    pieces = _SIGN_ALONE.split(part)
    pieces[::2] = [decode(piece, encoding) for piece in pieces[::2]]
    return "".join(pieces)


def _gather(candidates: list[str], encoding: LegacyEncoding, mixed: bool) -> Evidence:
    if not mixed:
        return weigh(candidates, encoding)
    evidence = ((part, weigh([part], encoding)) for part in candidates)
    return weigh([part for part, found in evidence if found.gained > found.lost], encoding)
