"""The archive's files, read from end to end: what an index is rebuilt from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.archive.members import TornMemberError, next_member, read_member
from storage.archive.messages import header
from storage.archive.records import Record, RecordError, parse_record, parse_response
from storage.archive.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of a file that is no readable record; at the end of a file, the mark of a killed process."""

    file: str
    offset: int
    length: int
    problem: str


def archive_files(folder: Path, site: str | None = None) -> list[str]:
    """Return the archive's files, relative to `folder`, oldest first within a site."""
    found = (path.relative_to(folder).as_posix() for path in folder.glob(f"{site or '*'}/*.warc.gz"))
    return sorted(found)


def scan(folder: Path, file: str) -> Iterator[Snapshot | Damage]:
    """Yield a snapshot for each response of `file`, in order, and a Damage for each unreadable stretch.

    Reading goes on at the next record after a damaged one. Memory: one record.
    """
    methods: dict[str, str] = {}
    with (folder / file).open("rb") as stream:
        offset = 0
        while True:
            try:
                plain, length = read_member(stream, offset)
                if not length:
                    return
                yield from _snapshots(parse_record(plain), file, offset, length, methods)
            except (TornMemberError, RecordError) as error:
                following = next_member(stream, offset + 1)
                end = (folder / file).stat().st_size if following is None else following
                yield Damage(file, offset, end - offset, str(error))
                length = end - offset
            offset += length


def _snapshots(record: Record, file: str, offset: int, length: int, methods: dict[str, str]) -> Iterator[Snapshot]:
    if record.kind == "request":
        # A request stands before its response and names it; only the response's own request is kept in mind.
        methods.clear()
        methods[record.fields.get("warc-concurrent-to", "")] = record.block.split(b" ", 1)[0].decode("ascii", "replace")
    elif record.kind == "response":
        response = parse_response(record)
        content_type = header(response.headers, b"content-type")
        yield Snapshot(
            file=file,
            offset=offset,
            length=length,
            digest=response.digest,
            url=response.url,
            fetched_at=response.fetched_at,
            status=response.status,
            content_type=content_type.decode("latin-1") if content_type is not None else None,
            method=methods.get(record.fields.get("warc-record-id", ""), "GET"),
        )
