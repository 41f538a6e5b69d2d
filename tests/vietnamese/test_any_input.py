"""Whatever bytes or text come: nothing raises, and what comes back has its form."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from vietnamese.encodings import decode_page
from vietnamese.folding import dedupe_key, search_key
from vietnamese.legacy import detect
from vietnamese.text import normalize, repair

CHUNKS = st.sampled_from(
    [
        *(
            "Sở Nội vụ họp".encode(),
            "Sở Nội vụ họp".encode("utf-16"),
            "hội nghị".encode("cp1258", "ignore"),
            b"<p>",
            b"<!--",
        ),
        *(
            b'<meta charset="utf-7">',
            b"<meta charset='x-\xff'>",
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b"\x00",
            b"\xc3",
            b"\xe1\xbb",
        ),
        *(
            "Há»™i".encode(),
            b"&#225;",
            b"&#xE1;",
            b"C\xabng h\xb5a",
            b"Co\xe4ng ho\xf8a",
            b"<script>",
            b"]]>",
            b"\xed\xa0\x80",
        ),
    ]
)
PAGES = st.one_of(st.binary(max_size=300), st.lists(CHUNKS, max_size=30).map(b"".join))
HEADERS = st.one_of(
    st.none(), st.text(max_size=40), st.sampled_from(["text/html; charset=", "charset=utf-16", "charset=hex"])
)
TEXTS = st.one_of(
    st.text(st.characters(), max_size=80),
    st.text(
        "aăâeêoôơuưyđ \u0300\u0301\u0302\u0306\u0309\u0323\u031b\u04e7\u0430\u00a0\u200b\u00adÃ¡á»‡&;|.-", max_size=60
    ),
)
LATIN_MARK = re.compile("[\u0300-\u036f]")


@settings(deadline=None)
@given(PAGES, HEADERS)
def test_decode_page_any_bytes(body: bytes, header: str | None) -> None:
    page = decode_page(body, header)
    assert not any("\ud800" <= char <= "\udfff" for char in page.text)
    assert page == decode_page(body, header)


@settings(deadline=None)
@given(TEXTS)
def test_stored_text_of_any_text_is_sound(text: str) -> None:
    stored = normalize(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in stored)
    assert repair(stored) == stored


@settings(deadline=None)
@given(TEXTS)
def test_keys_of_any_text_are_stable(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key == " ".join(key.split())
    assert not LATIN_MARK.search(key)
    assert dedupe_key(dedupe_key(text)) == dedupe_key(text)


@settings(deadline=None)
@given(TEXTS)
def test_detect_any_text(text: str) -> None:
    decoded = detect(text)
    assert decoded is None or decoded != text
