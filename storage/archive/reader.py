"""One archived response, read back by its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.archive.coding import decode
from storage.archive.errors import ArchiveDamagedError
from storage.archive.members import TornMemberError, read_member
from storage.archive.messages import Headers, header
from storage.archive.records import RecordError, ResponseRecord, parse_record, parse_response

# Above every download limit in the settings: what the crawl could use can be read back.
MAX_BODY_BYTES = 256 * 1024 * 1024

_ABOUT_THE_TRANSFER = frozenset({b"content-encoding", b"content-length"})


@dataclass(frozen=True, slots=True)
class ArchivedResponse:
    """A response as a spider's callback wants it.

    `body` has its content coding undone. `headers` are true of that body: where the coding was undone, they
    have no Content-Encoding and no Content-Length; all else is as received. `fetched_at` is aware, in UTC.
    """

    url: str
    status: int
    headers: Headers
    body: bytes
    fetched_at: datetime


def read(folder: Path, file: str, offset: int, max_bytes: int = MAX_BODY_BYTES) -> ArchivedResponse:
    """Read the response at `offset` of `file` (relative to `folder`), as a snapshot names it.

    Raises ArchiveDamagedError where no whole response record with a matching digest begins there,
    ContentTooLargeError where its decoded body exceeds `max_bytes`, and FileNotFoundError.
    """
    with (folder / file).open("rb") as stream:
        try:
            plain, _ = read_member(stream, offset)
            record = parse_response(parse_record(plain))
        except (TornMemberError, RecordError) as error:
            raise ArchiveDamagedError(file, offset, str(error)) from error
    return _decoded(record, max_bytes)


def _decoded(record: ResponseRecord, max_bytes: int) -> ArchivedResponse:
    coding = header(record.headers, b"content-encoding")
    body, undone = decode(record.body, coding.decode("latin-1") if coding else None, max_bytes)
    headers = record.headers
    if undone:
        headers = [(name, value) for name, value in headers if name.lower() not in _ABOUT_THE_TRANSFER]
    return ArchivedResponse(record.url, record.status, headers, body, record.fetched_at)
