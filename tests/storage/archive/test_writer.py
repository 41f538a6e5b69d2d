"""What the writer promises: standard files, whole records, rotation, and a place for every response."""

from __future__ import annotations

import errno
import gzip
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio_command

from storage.archive import ArchiveWriter, Snapshot, archive_files, files, read, scan

URL = "http://so.example.gov.vn/tin/1.html?a=1"
NOW = datetime(2026, 11, 23, 8, 30, 15, 123456, tzinfo=UTC)
HTML = [(b"Content-Type", b"text/html; charset=utf-8")]


def append(writer: ArchiveWriter, body: bytes = b"<p>Tin</p>", **changes: object) -> Snapshot:
    arguments: dict[str, object] = {"url": URL, "status": 200, "reason": "OK", "headers": HTML, "body": body}
    arguments |= {"fetched_at": NOW} | changes
    return writer.append(**arguments)  # type: ignore[arg-type]


def records(path: Path) -> list[tuple[str, dict[str, str], dict[str, str], bytes]]:
    """Return type, WARC headers, HTTP headers and payload of each record, as warcio reads them."""
    found = []
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            http = dict(record.http_headers.headers) if record.http_headers else {}
            payload = record.content_stream().read()
            found.append((record.rec_type, dict(record.rec_headers.headers), http, payload))
    return found


def only_file(folder: Path) -> Path:
    [file] = archive_files(folder)
    return folder / file


def warcio_accepts(path: Path) -> bool:
    """Run `warcio check`, which reads every record and compares its digests."""
    with pytest.raises(SystemExit) as exit_:
        warcio_command(["check", "-v", str(path)])
    return exit_.value.code == 0


def test_file_passes_warcio_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    squeezed = gzip.compress("Đắk Lắk".encode() * 50)
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer)
        append(writer, b"")
        append(writer, squeezed, headers=[*HTML, (b"Content-Encoding", b"gzip")])
        append(writer, b"\r\n\r\n", headers=[(b"Content-Disposition", "tên=ảnh".encode()), (b"X", b"\xff\xfe")])
        append(writer, status=404, reason="Không có")
        append(writer, method="POST", request_body=b"__VIEWSTATE=abc")
    assert warcio_accepts(only_file(tmp_path))
    printed = capsys.readouterr().out
    assert printed.count("digest pass") == 13
    assert "no digest" not in printed


def test_check_used_here_refuses_changed_body(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, b"<p>dung</p>")
    path = only_file(tmp_path)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()).replace(b"<p>dung</p>", b"<p>sai!</p>")))
    assert not warcio_accepts(path)


def test_records_are_tied_together(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, ip="192.0.2.7")
    info, request, response = records(only_file(tmp_path))
    assert [info[0], request[0], response[0]] == ["warcinfo", "request", "response"]
    assert info[1]["WARC-Filename"] == only_file(tmp_path).name
    assert request[1]["WARC-Concurrent-To"] == response[1]["WARC-Record-ID"]
    for _, fields, _, _ in (request, response):
        assert fields["WARC-Warcinfo-ID"] == info[1]["WARC-Record-ID"]
        assert fields["WARC-Target-URI"] == URL
        assert fields["WARC-Date"] == "2026-11-23T08:30:15.123456Z"
        assert fields["WARC-IP-Address"] == "192.0.2.7"


def test_snapshot_names_the_response_record(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, b"one")
        snapshot = append(writer, b"two", fetched_at=NOW.astimezone(timezone(timedelta(hours=7))))
    data = (tmp_path / snapshot.file).read_bytes()
    record = gzip.decompress(data[snapshot.offset : snapshot.offset + snapshot.length])
    assert record.startswith(b"WARC/1.1\r\n")
    assert b"WARC-Type: response" in record
    assert record.endswith(b"\r\n\r\ntwo\r\n\r\n")
    assert f"WARC-Payload-Digest: {snapshot.digest}".encode() in record
    assert snapshot.digest.startswith("sha256:")
    assert (snapshot.url, snapshot.status, snapshot.method) == (URL, 200, "GET")
    assert snapshot.content_type == "text/html; charset=utf-8"
    assert (snapshot.fetched_at, snapshot.fetched_at.tzinfo) == (NOW, UTC)


def test_snapshot_without_content_type(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        assert append(writer, headers=[]).content_type is None


def test_name_holds_site_time_process_and_number(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        file = append(writer).file
    site, name = file.split("/")
    assert site == "so-thu"
    stem, stamp, pid, sequence = name.removesuffix(".warc.gz").rsplit("-", 3)
    assert (stem, int(pid), int(sequence)) == ("so-thu", os.getpid(), 1)
    assert datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC) <= datetime.now(UTC)


@pytest.mark.parametrize("name", [b"Transfer-Encoding", b"transfer-encoding"])
def test_chunking_is_not_claimed_of_a_body_without_chunks(tmp_path: Path, name: bytes) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, b"a long body", headers=[(name, b"chunked"), *HTML])
    http = {key.lower(): value for key, value in records(only_file(tmp_path))[2][2].items()}
    assert "transfer-encoding" not in http
    assert http["x-orig-transfer-encoding"] == "chunked"
    assert http["content-length"] == "11"
    assert records(only_file(tmp_path))[2][3] == b"a long body"


def test_wrong_content_length_is_put_right(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, b"12345", headers=[(b"Content-Length", b"99")])
    http = records(only_file(tmp_path))[2][2]
    assert (http["Content-Length"], http["x-orig-content-length"]) == ("5", "99")


def test_content_length_without_body_is_kept(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, b"", method="HEAD", headers=[(b"Content-Length", b"99")])
    assert records(only_file(tmp_path))[2][2] == {"Content-Length": "99"}


def test_header_line_breaks_cannot_forge_headers(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, reason="OK\r\nX-A: 1", headers=[(b"X-B", b"1\r\n\r\n<html>")])
    http = records(only_file(tmp_path))[2][2]
    assert http["X-B"] == "1    <html>"
    assert "X-A" not in http


def test_request_is_archived_without_its_secrets(tmp_path: Path) -> None:
    secret = [(b"Cookie", b"sid=s3cret"), (b"Authorization", b"Basic s3cret"), (b"User-Agent", b"sotin")]
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, method="POST", request_headers=secret, request_body=b"trang=2")
    plain = gzip.decompress(only_file(tmp_path).read_bytes())
    assert b"POST /tin/1.html?a=1 HTTP/1.1\r\nHost: so.example.gov.vn\r\nUser-Agent: sotin\r\n\r\ntrang=2" in plain
    assert b"s3cret" not in plain


def test_request_keeps_its_own_host(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer, url="http://user:pw@so.example.gov.vn:8080", request_headers=[(b"host", b"khac.vn")])
        append(writer, url="http://user:pw@so.example.gov.vn:8080")
    hosts = [http for kind, _, http, _ in records(only_file(tmp_path)) if kind == "request"]
    assert hosts == [{"host": "khac.vn"}, {"Host": "so.example.gov.vn:8080"}]


def test_rotation_keeps_files_within_the_bound(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu", max_bytes=6000) as writer:
        snapshots = [append(writer, os.urandom(1500)) for _ in range(10)]
    names = archive_files(tmp_path)
    assert len(names) > 1
    assert names == list(dict.fromkeys(snapshot.file for snapshot in snapshots))
    assert all((tmp_path / name).stat().st_size <= 6000 for name in names)
    assert all(warcio_accepts(tmp_path / name) for name in names)
    for name in names:
        found = records(tmp_path / name)
        assert {fields["WARC-Warcinfo-ID"] for _, fields, _, _ in found[1:]} == {found[0][1]["WARC-Record-ID"]}


def test_rotation_gives_an_oversized_response_one_file(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu", max_bytes=1000) as writer:
        snapshots = [append(writer, os.urandom(5000)) for _ in range(3)]
    assert len({snapshot.file for snapshot in snapshots}) == 3
    assert len(archive_files(tmp_path)) == 3


def test_append_is_on_file_before_it_returns(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, "so-thu")
    snapshot = append(writer, b"here")
    assert read(tmp_path, snapshot.file, snapshot.offset).body == b"here"
    writer.close()


def test_append_after_close_begins_a_new_file(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, "so-thu")
    first = append(writer).file
    writer.close()
    second = append(writer).file
    writer.close()
    assert first != second


def test_no_file_without_a_response(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        writer.sync()
    assert archive_files(tmp_path) == []


def test_two_writers_of_one_process_and_site_do_not_share_a_file(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as one, ArchiveWriter(tmp_path, "so-thu") as two:
        assert append(one).file != append(two).file


def test_sync_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    with ArchiveWriter(tmp_path, "so-thu") as writer:
        append(writer)
        monkeypatch.setattr(os, "fsync", synced.append)
        append(writer)
        assert synced == []
        writer.sync()
        assert len(synced) == 1
    assert len(synced) == 2  # close syncs too


def test_threads_append_whole_records(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu", max_bytes=20_000) as writer:
        threads = [Thread(target=lambda: [append(writer) for _ in range(20)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    found = [entry for file in archive_files(tmp_path) for entry in scan(tmp_path, file)]
    assert len(found) == 80
    assert all(isinstance(entry, Snapshot) for entry in found)


def full_disk(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    """Let the next writes go through for `room` bytes, and then fail as a full disk does."""
    left = room

    class FullDisk:
        def __init__(self, stream: object) -> None:
            self._stream = stream

        def __getattr__(self, name: str) -> object:
            return getattr(self._stream, name)

        def write(self, data: bytes) -> int:
            nonlocal left
            part = data[:left]
            if not part:
                raise OSError(errno.ENOSPC, "No space left on device")
            left -= len(part)
            return self._stream.write(part)  # type: ignore[attr-defined, no-any-return]

    original = files.ArchiveFile.__init__

    def begin(self: files.ArchiveFile, path: Path) -> None:
        original(self, path)
        self._stream = FullDisk(self._stream)  # type: ignore[assignment]

    monkeypatch.setattr(files.ArchiveFile, "__init__", begin)


def test_full_disk_leaves_whole_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full_disk(monkeypatch, room=5000)
    writer = ArchiveWriter(tmp_path, "so-thu")
    kept = append(writer, b"kept")
    with pytest.raises(OSError, match="No space left") as error:
        append(writer, os.urandom(9000))
    assert error.value.errno == errno.ENOSPC
    writer.close()
    assert warcio_accepts(only_file(tmp_path))
    assert list(scan(tmp_path, kept.file)) == [kept]


def test_full_disk_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full_disk(monkeypatch, room=10)
    writer = ArchiveWriter(tmp_path, "so-thu")
    for _ in range(2):
        with pytest.raises(OSError, match="No space left"):
            append(writer)
    assert archive_files(tmp_path) == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "tin/1.html",
        "//so.vn/a",
        "ftp://so.vn/",
        "file:///etc/passwd",
        "http://so.vn/a b",
        "http://so.vn/ă",
    ],
)
def test_append_refuses_address_that_is_not_escaped_http(tmp_path: Path, url: str) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer, pytest.raises(ValueError, match="not an absolute"):
        append(writer, url=url)


def test_append_refuses_time_without_zone(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so-thu") as writer, pytest.raises(ValueError, match="zone"):
        append(writer, fetched_at=datetime(2026, 11, 23))
