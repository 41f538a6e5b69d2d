"""Bytes of a page to text."""

from __future__ import annotations

import unicodedata

import pytest

from vietnamese.charsets import codec_name, declared_charsets, read_windows_1252
from vietnamese.encodings import decode_page
from vietnamese.legacy_tables import TCVN3, TCVN3_CAPITALS, TCVN3_PAIRS, VNI

TO_TCVN3 = {letter: code for table in (TCVN3_PAIRS, TCVN3, TCVN3_CAPITALS) for code, letter in table.items()}
TO_VNI = {letter: code for code, letter in VNI.items() if code in (code.lower(), code.upper())}
TABLES = {"tcvn3": TO_TCVN3, "vni": TO_VNI}


def encode(text: str, encoding: str) -> str:
    return "".join(TABLES[encoding].get(char, char) for char in text)


def page_of(paragraphs: tuple[str, ...], charset: str = "utf-8") -> str:
    body = "\n".join(f"<p class='x'>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><meta charset={charset}><title>{paragraphs[0]}</title></head><body>{body}</body></html>"


@pytest.fixture(scope="session")
def page(sentences: tuple[str, ...]) -> str:
    return page_of(sentences)


@pytest.mark.parametrize("content_type", [None, "text/html", "text/html; charset=iso-8859-1", "text/html;charset=tcvn"])
def test_decode_page_valid_utf8_wins_over_any_label(page: str, content_type: str | None) -> None:
    decoded = decode_page(page.replace("charset=utf-8", "charset=windows-1252").encode(), content_type)
    assert decoded.text == page.replace("charset=utf-8", "charset=windows-1252")
    assert (decoded.encoding, decoded.warnings, decoded.legacy) == ("utf-8", (), None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_decode_page_byte_order_mark_decides(page: str, encoding: str) -> None:
    assert decode_page(page.encode(encoding), "text/html; charset=windows-1252").text == page


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_decode_page_utf16_without_mark_shows_by_its_nul_bytes(page: str, encoding: str) -> None:
    decoded = decode_page(page.encode(encoding))
    assert (decoded.text, decoded.encoding) == (page, encoding)


def test_decode_page_label_utf16_on_plain_text_is_not_believed() -> None:
    assert decode_page(b"<meta charset=utf-16><p>tin", "text/html").text == "<meta charset=utf-16><p>tin"


@pytest.mark.parametrize("content_type", [None, "text/html; charset=utf-8", "text/html; charset=windows-1258"])
def test_decode_page_windows_1258_composes_its_marks(page: str, content_type: str | None) -> None:
    marked = unicodedata.normalize("NFD", page)
    for letter in "ăâêôơưĂÂÊÔƠƯ":
        marked = marked.replace(unicodedata.normalize("NFD", letter), letter)
        for tone in "\u0323":
            quality = unicodedata.normalize("NFD", letter)[1:]
            marked = marked.replace(unicodedata.normalize("NFD", letter + tone), letter + tone)
            marked = marked.replace(letter[0] + tone + quality, letter + tone)
    body = marked.encode("cp1258")
    decoded = decode_page(body, content_type)
    assert decoded.text == page
    assert decoded.encoding == "windows-1258"


def test_decode_page_western_page_is_windows_1252(foreign: tuple[str, ...]) -> None:
    text = page_of(foreign, "iso-8859-1")
    decoded = decode_page(text.encode("cp1252"), "text/html; charset=utf-8")
    assert (decoded.text, decoded.encoding, decoded.legacy) == (text, "windows-1252", None)


@pytest.mark.parametrize(
    ("text", "charset", "codec"),
    [
        ("Новости города и области", "windows-1251", "cp1251"),
        ("Новости города и области", "koi8-r", "koi8-r"),
        ("北京市人民政府新闻", "gb2312", "gb18030"),
        ("東京都のお知らせです", "Shift_JIS", "shift_jis"),
    ],
)
def test_decode_page_other_charset_is_read_as_labelled(text: str, charset: str, codec: str) -> None:
    body = f"<meta http-equiv='Content-Type' content='text/html; charset={charset}'><p>{text}</p>".encode(charset)
    decoded = decode_page(body)
    assert text in decoded.text
    assert decoded.encoding == codec


def test_decode_page_label_that_fails_or_is_unknown_is_warned_about() -> None:
    body = "<meta charset=nonsense><p>façade déjà</p>".encode("cp1252")
    decoded = decode_page(body, "text/html; charset=euc-jp")
    assert "façade déjà" in decoded.text
    assert len(decoded.warnings) == 2
    assert "euc-jp" in decoded.warnings[0]
    assert "nonsense" in decoded.warnings[1]


def test_decode_page_mostly_utf8_keeps_its_letters_and_marks_what_is_broken(page: str) -> None:
    body = page.encode()
    broken = body.replace("tỉnh".encode(), b"t\xe1\xbbnh").replace(b"<body>", b"<body>\x93\xa0") + "ệ".encode()[:2]
    decoded = decode_page(broken, "text/html; charset=windows-1252")
    assert decoded.encoding == "utf-8"
    assert decoded.text == page.replace("tỉnh", "t\ufffdnh").replace("<body>", "<body>\ufffd\ufffd") + "\ufffd"
    assert decoded.warnings == (f"{decoded.text.count(chr(0xFFFD))} characters could not be decoded",)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
@pytest.mark.parametrize("charset", ["cp1252", "utf-8"])
def test_decode_page_legacy_font_is_decoded_and_markup_is_kept(
    sentences: tuple[str, ...], encoding: str, charset: str
) -> None:
    attributes = '<a href="/tin?q=nh©n&aâ=1" title="nh©n aâ"><font face=".VnTime"></font></a><!-- nh©n oâ -->'
    raw = '<script>var a = "Uû nh©n aâ";</script><style>/* th«ng oâ */</style>'

    def whole(paragraphs: tuple[str, ...]) -> str:
        return page_of(paragraphs).replace("<body>", f"<body>{attributes}{raw}")

    typed = whole(tuple(encode(sentence, encoding) for sentence in sentences))
    body = read_back(typed) if charset == "cp1252" else typed.encode()
    decoded = decode_page(body, "text/html; charset=utf-8")
    assert decoded.text == whole(sentences)
    assert decoded.legacy == encoding
    assert any(encoding in warning for warning in decoded.warnings)


def read_back(text: str) -> bytes:
    """Bytes that windows-1252 reads as `text`, C1 controls included."""
    return b"".join(bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252") for char in text)


@pytest.mark.parametrize("reference", ["&#{0};", "&#x{0:X};", "&#x{0:x};"])
def test_decode_page_legacy_font_in_references_is_decoded(sentences: tuple[str, ...], reference: str) -> None:
    typed = "".join(
        reference.format(ord(char)) if 0xA0 < ord(char) < 0x100 else char
        for char in page_of(tuple(encode(sentence, "tcvn3") for sentence in sentences))
    )
    assert decode_page(typed.encode()).text == page_of(sentences)


def test_decode_page_legacy_font_in_named_references_keeps_markup_references() -> None:
    typed = (
        "<p>Uû ban nh&copy;n d&copy;n, R&amp;D &lt;th&laquo;ng b&cedil;o&gt;&nbsp;m&iuml;a xu&#169;n, c&frac12;n</p>"
    )
    right = "<p>Uỷ ban nhân dân, R&amp;D &lt;thông báo&gt;&nbsp;mùa xuân, cẵn</p>"
    assert decode_page(typed.encode()).text == right


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_decode_page_legacy_article_in_a_unicode_frame(sentences: tuple[str, ...], encoding: str) -> None:
    frame = "<ul><li>Trang chủ</li><li>Công báo</li><li>Báo cáo</li></ul>{}<p>Bản quyền © 2021, Sở</p><i>Video</i>"
    typed = frame.format(page_of(tuple(encode(sentence, encoding) for sentence in sentences)))
    assert decode_page(typed.encode()).text == frame.format(page_of(sentences))


def test_decode_page_legacy_bytes_in_a_utf8_frame(sentences: tuple[str, ...]) -> None:
    frame = "<ul>" + "<li>Tin tức sự kiện, chuyển đổi số, quản lý nhà nước</li>" * 40 + "</ul>"
    typed = read_back("<p>" + "</p><p>".join(encode(sentence, "tcvn3") for sentence in sentences[4:5]) + "</p>")
    decoded = decode_page(frame.encode() + typed)
    assert decoded.text == frame + f"<p>{sentences[4]}</p>"
    assert decoded.encoding == "utf-8"


def test_decode_page_unicode_is_never_taken_for_legacy(page: str, foreign: tuple[str, ...]) -> None:
    for text in (page, page.upper(), page_of(foreign), unicodedata.normalize("NFD", page)):
        assert decode_page(text.encode()).text == text
    references = page.encode("ascii", "xmlcharrefreplace")
    assert decode_page(references).text == references.decode()


def test_decode_page_encoded_twice_is_repaired(page: str) -> None:
    decoded = decode_page(read_windows_1252(page.encode()).encode())
    assert decoded.text == page
    assert any("twice" in warning for warning in decoded.warnings)


def test_decode_page_partly_encoded_twice_is_repaired_in_that_part(sentences: tuple[str, ...]) -> None:
    frame = "<h1>UBND XÃ\u00a0ĐỨC LÃNG</h1><b>“MÃ”</b>{}<p>Đã đọc</p>"
    broken = "".join(f"<p>{read_windows_1252(sentence.encode())}</p>" for sentence in sentences)
    right = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    assert decode_page(frame.format(broken).encode()).text == frame.format(right)


@pytest.mark.parametrize("body", [b"", b"\x00", b"\xff", b"<", b"<script>", b"<!--", b"\xef\xbb\xbf", b"\x81\x8d\x9d"])
def test_decode_page_tiny_or_broken_body_is_read(body: bytes) -> None:
    assert isinstance(decode_page(body).text, str)


def test_decode_page_many_unclosed_scripts_take_no_quadratic_time() -> None:
    body = ("<script><style><!-- " * 60_000 + "nh©n").encode()
    assert decode_page(body).legacy is None


def test_declared_charsets_in_order_of_trust() -> None:
    body = b'<?xml version="1.0" encoding="koi8-r"?><meta name=a><META HTTP-EQUIV=x CONTENT="text/html; CHARSET=big5">'
    assert declared_charsets(body, 'text/html; Charset="euc-kr"') == ["euc-kr", "koi8-r", "big5"]
    assert declared_charsets(b"<p>charset=big5</p>", None) == []


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("x-sjis", "shift_jis"),
        ("GBK", "gb18030"),
        ("hex", None),
        ("utf-7", None),
        ("punycode", None),
        ("none", None),
    ],
)
def test_codec_name_reads_labels_as_browsers_do(label: str, codec: str | None) -> None:
    assert codec_name(label) == codec
