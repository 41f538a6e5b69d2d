"""The files alone give the index back, and a damaged stretch is reported, never passed over in silence."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.warcwriter import WARCWriter

from storage.archive import ArchiveWriter, Damage, Snapshot, archive_files, scan

URL = "http://so.example.gov.vn/"
NOW = datetime(2026, 11, 23, 1, 2, 3, 4000, tzinfo=UTC)


def fill(folder: Path, count: int = 4, site: str = "so") -> list[Snapshot]:
    with ArchiveWriter(folder, site) as writer:
        return [
            writer.append(f"{URL}{n}", 200, "OK", [(b"Content-Type", b"text/html")], b"tin %d " % n * 40, NOW)
            for n in range(count)
        ]


def test_scan_yields_what_append_returned(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so") as writer:
        made = [
            writer.append(URL, 200, "OK", [(b"Content-Type", b"text/html")], b"trang 1", NOW),
            writer.append(URL, 200, "OK", [], b"trang 2", NOW, method="POST", request_body=b"trang=2", ip="192.0.2.1"),
            writer.append(URL, 304, "Not Modified", [(b"ETag", b'"1"')], b"", NOW),
            writer.append(URL, 503, "", [], b"", NOW),
        ]
    assert list(scan(tmp_path, made[0].file)) == made


def test_scan_of_rotated_files_yields_every_response(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, "so", max_bytes=3000) as writer:
        made = [writer.append(f"{URL}{n}", 200, "OK", [], b"tin", NOW) for n in range(12)]
    assert [entry for file in archive_files(tmp_path) for entry in scan(tmp_path, file)] == made


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(min_value=1, max_value=2500))
def test_scan_reports_a_torn_tail(cut: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = fill(folder)
        path = folder / made[0].file
        data = path.read_bytes()
        kept = max(len(data) - cut, 0)
        path.write_bytes(data[:kept])
        found = list(scan(folder, made[0].file))
    whole = [snapshot for snapshot in made if snapshot.offset + snapshot.length <= kept]
    assert [entry for entry in found if isinstance(entry, Snapshot)] == whole
    damages = [entry for entry in found if isinstance(entry, Damage)]
    assert len(damages) <= 1
    if damages:
        [damage] = damages
        assert damage is found[-1]
        assert damage.offset + damage.length == kept
        assert "ends within a record" in damage.problem
        assert damage.offset >= (whole[-1].offset + whole[-1].length if whole else 0)


def test_scan_of_a_tail_cut_inside_the_last_response(tmp_path: Path) -> None:
    made = fill(tmp_path)
    path = tmp_path / made[0].file
    path.write_bytes(path.read_bytes()[:-10])
    *whole, damage = scan(tmp_path, made[0].file)
    assert whole == made[:-1]
    assert damage == Damage(made[0].file, made[-1].offset, made[-1].length - 10, "the file ends within a record")


def test_scan_of_zeros_at_the_tail(tmp_path: Path) -> None:
    """What some file systems leave after a power cut: the length grew, the blocks did not arrive."""
    made = fill(tmp_path)
    path = tmp_path / made[0].file
    size = path.stat().st_size
    path.write_bytes(path.read_bytes() + bytes(70_000))
    *whole, damage = scan(tmp_path, made[0].file)
    assert whole == made
    assert isinstance(damage, Damage)
    assert (damage.offset, damage.length) == (size, 70_000)


def test_scan_goes_on_after_a_damaged_record(tmp_path: Path) -> None:
    made = fill(tmp_path)
    path = tmp_path / made[0].file
    data = bytearray(path.read_bytes())
    middle = made[1].offset + made[1].length // 2
    data[middle : middle + 8] = b"\x1f\x8b\x08\x00" * 2  # looks like a record's beginning, and is none
    path.write_bytes(bytes(data))
    found = list(scan(tmp_path, made[0].file))
    assert [entry for entry in found if isinstance(entry, Snapshot)] == [made[0], made[2], made[3]]
    [damage] = [entry for entry in found if isinstance(entry, Damage)]
    assert damage.offset == made[1].offset
    assert damage.length == made[1].length


def test_scan_reports_a_body_that_fails_its_digest(tmp_path: Path) -> None:
    made = fill(tmp_path, 2)
    path = tmp_path / made[0].file
    data = path.read_bytes()
    first = made[0]
    forged = gzip.compress(gzip.decompress(data[first.offset : first.offset + first.length]).replace(b"tin", b"gia"))
    path.write_bytes(data[: first.offset] + forged + data[first.offset + first.length :])
    damage, second = scan(tmp_path, first.file)
    assert isinstance(damage, Damage)
    assert "digest" in damage.problem
    assert isinstance(second, Snapshot)
    assert second.url == made[1].url


def test_scan_of_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "so").mkdir()
    (tmp_path / "so" / "a.warc.gz").touch()
    assert list(scan(tmp_path, "so/a.warc.gz")) == []


def test_scan_passes_over_records_of_other_kinds(tmp_path: Path) -> None:
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warc_record(URL, "metadata", payload=BytesIO(b"a: b\r\n"), length=6))
    (tmp_path / "so").mkdir()
    (tmp_path / "so" / "a.warc.gz").write_bytes(out.getvalue())
    assert list(scan(tmp_path, "so/a.warc.gz")) == []


def test_scan_reads_another_tools_file(tmp_path: Path) -> None:
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    http = b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\ntin"
    writer.write_record(writer.create_warc_record(URL, "response", payload=BytesIO(http), length=len(http)))
    (tmp_path / "so").mkdir()
    (tmp_path / "so" / "a.warc.gz").write_bytes(out.getvalue())
    [snapshot] = scan(tmp_path, "so/a.warc.gz")
    assert isinstance(snapshot, Snapshot)
    assert (snapshot.url, snapshot.status, snapshot.content_type) == (URL, 200, "text/plain")
    plain = gzip.decompress(out.getvalue())
    (tmp_path / "so" / "a.warc.gz").write_bytes(gzip.compress(plain.replace(b"\r\n\r\ntin", b"\r\n\r\ngia")))
    [damage] = scan(tmp_path, "so/a.warc.gz")
    assert isinstance(damage, Damage)


def test_archive_files_are_by_site_and_age(tmp_path: Path) -> None:
    for name in ("b/b-20260102000000-7-00001", "a/a-20260103000000-1-00001", "a/a-20260102000000-9-00001"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.warc.gz").touch()
    (tmp_path / "a" / "notes.txt").touch()
    assert archive_files(tmp_path, "a") == [
        "a/a-20260102000000-9-00001.warc.gz",
        "a/a-20260103000000-1-00001.warc.gz",
    ]
    assert len(archive_files(tmp_path)) == 3
    assert archive_files(tmp_path / "absent") == []


def test_scan_without_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(scan(tmp_path, "so/none.warc.gz"))
