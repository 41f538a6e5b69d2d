"""What was appended comes back: address, status, headers and the decoded body."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.archive import ArchiveDamagedError, ArchiveWriter, ContentTooLargeError, read
from storage.archive.coding import zstd

URL = "https://so.example.gov.vn/tin/"
NOW = datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)
TEXT = "Hội nghị tổng kết năm. ".encode() * 2000


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(data) + compressor.flush()


def round_trip(folder: Path, headers: list[tuple[bytes, bytes]], body: bytes, **limits: int) -> object:
    with ArchiveWriter(folder, "so") as writer:
        snapshot = writer.append(URL, 200, "OK", headers, body, NOW)
    return read(folder, snapshot.file, snapshot.offset, **limits)


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "X-GZIP": gzip.compress,
    "deflate": zlib.compress,
    " deflate": raw_deflate,
    "br": brotli.compress,
    "zstd": zstd.compress,
    "identity": bytes,
    "": bytes,
    "deflate, gzip": lambda data: gzip.compress(zlib.compress(data)),
}


@pytest.mark.parametrize("label", CODINGS)
def test_read_undoes_content_coding(tmp_path: Path, label: str) -> None:
    headers = [(b"content-ENCODING", label.encode()), (b"ETag", b'"a"'), (b"Content-Length", b"7")]
    response = round_trip(tmp_path, headers, CODINGS[label](TEXT))
    assert response.body == TEXT
    assert [(name, value) for name, value in response.headers if not name.startswith(b"x-orig")] == [(b"ETag", b'"a"')]


@pytest.mark.parametrize("label", ["gzip", "deflate", "br", "zstd"])
def test_read_returns_mislabelled_body_as_it_is(tmp_path: Path, label: str) -> None:
    response = round_trip(tmp_path, [(b"Content-Encoding", label.encode())], b"<html>khong nen</html>")
    assert response.body == b"<html>khong nen</html>"
    assert (b"Content-Encoding", label.encode()) in response.headers


def test_read_returns_unknown_coding_as_it_is(tmp_path: Path) -> None:
    response = round_trip(tmp_path, [(b"Content-Encoding", b"x-moi")], b"123")
    assert (response.body, response.headers[0]) == (b"123", (b"Content-Encoding", b"x-moi"))


@pytest.mark.parametrize("label", ["gzip", "deflate", "br", "zstd"])
def test_read_returns_what_a_cut_body_still_gives(tmp_path: Path, label: str) -> None:
    data = Random(1).randbytes(500_000)
    body = CODINGS[label](data)
    response = round_trip(tmp_path, [(b"Content-Encoding", label.encode())], body[: len(body) * 3 // 4])
    assert 0 < len(response.body) < len(data)
    assert data.startswith(response.body)


def test_read_undoes_a_body_of_several_gzip_members(tmp_path: Path) -> None:
    body = gzip.compress(b"mot") + gzip.compress(b"hai") + b"\0\0\0"
    assert round_trip(tmp_path, [(b"Content-Encoding", b"gzip")], body).body == b"mothai"


@pytest.mark.parametrize("label", ["gzip", "deflate", " deflate", "br", "zstd"])
def test_read_stops_a_decompression_bomb(tmp_path: Path, label: str) -> None:
    body = CODINGS[label](bytes(3_000_000))
    with pytest.raises(ContentTooLargeError, match="1000000"):
        round_trip(tmp_path, [(b"Content-Encoding", label.encode())], body, max_bytes=1_000_000)


NAMES = st.from_regex(rb"[A-Za-z][A-Za-z0-9-]{0,20}", fullmatch=True)
VALUES = st.binary(max_size=60).map(lambda value: value.replace(b"\r", b"").replace(b"\n", b"").strip())
ABOUT_LENGTH = (b"content-length", b"transfer-encoding", b"content-encoding")
HEADERS = st.lists(st.tuples(NAMES, VALUES).filter(lambda pair: pair[0].lower() not in ABOUT_LENGTH), max_size=8)


@settings(max_examples=150, deadline=None)
@given(
    status=st.integers(100, 599),
    reason=st.text(max_size=20),
    headers=HEADERS,
    body=st.binary(max_size=3000),
    fetched_at=st.datetimes(min_value=datetime(1990, 1, 1), timezones=st.timezones()),
    path=st.from_regex(r"[!-~]{0,80}", fullmatch=True),
)
def test_read_returns_what_was_appended(
    status: int, reason: str, headers: list[tuple[bytes, bytes]], body: bytes, fetched_at: datetime, path: str
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with ArchiveWriter(folder, "so") as writer:
            writer.append(URL, 200, "OK", [], b"before", NOW)
            snapshot = writer.append(URL + path, status, reason, headers, body, fetched_at)
            writer.append(URL, 200, "OK", [], b"after", NOW)
        response = read(folder, snapshot.file, snapshot.offset)
    assert (response.url, response.status, response.body) == (URL + path, status, body)
    assert response.headers == headers
    assert response.fetched_at == snapshot.fetched_at == fetched_at.astimezone(UTC)


@pytest.mark.parametrize("shift", [-1, 1, 5, 10**6])
def test_read_refuses_an_offset_that_begins_no_record(tmp_path: Path, shift: int) -> None:
    with ArchiveWriter(tmp_path, "so") as writer:
        snapshot = writer.append(URL, 200, "OK", [], b"tin", NOW)
    with pytest.raises(ArchiveDamagedError, match=snapshot.file):
        read(tmp_path, snapshot.file, snapshot.offset + shift)


def test_read_refuses_a_record_that_is_no_response(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so") as writer:
        snapshot = writer.append(URL, 200, "OK", [], b"tin", NOW)
    with pytest.raises(ArchiveDamagedError, match="warcinfo record, not a response"):
        read(tmp_path, snapshot.file, 0)


def test_read_refuses_a_body_that_was_changed(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so") as writer:
        snapshot = writer.append(URL, 200, "OK", [], b"tin that", NOW)
    path = tmp_path / snapshot.file
    data = path.read_bytes()
    forged = gzip.compress(gzip.decompress(data[snapshot.offset :]).replace(b"tin that", b"tin gia!"))
    path.write_bytes(data[: snapshot.offset] + forged)
    with pytest.raises(ArchiveDamagedError, match="digest"):
        read(tmp_path, snapshot.file, snapshot.offset)


def test_read_without_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path, "so/none.warc.gz", 0)
