"""A record's plain bytes, taken apart."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.timeutils import iso_date_to_datetime

from storage.archive.messages import Headers, parse_message


class RecordError(Exception):
    """Raised by `parse_record` and `parse_response` for bytes that are no whole record of their kind."""


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record: its type, its headers by lower-case name, and its block."""

    kind: str
    fields: dict[str, str]
    block: bytes


@dataclass(frozen=True, slots=True)
class ResponseRecord:
    """A response record's contents; `body` is as received."""

    url: str
    fetched_at: datetime
    status: int
    headers: Headers
    body: bytes
    digest: str


def payload_digest(body: bytes) -> str:
    """Return a WARC-Payload-Digest: the algorithm, and the digest in base32 as WARC tools expect it."""
    return "sha256:" + b32encode(hashlib.sha256(body).digest()).decode("ascii")


def parse_record(plain: bytes) -> Record:
    """Parse one record from its decompressed bytes."""
    try:
        record = ArcWarcRecordLoader().parse_record_stream(BytesIO(plain), known_format="warc", no_record_parse=True)
    except (ArchiveLoadFailed, EOFError) as error:
        raise RecordError(f"no WARC record ({error})") from error
    block = record.raw_stream.read()
    if record.length is None or len(block) != record.length:
        raise RecordError(f"the record holds {len(block)} bytes, its header says {record.length}")
    return Record(record.rec_type, {name.lower(): value for name, value in record.rec_headers.headers}, block)


def parse_response(record: Record) -> ResponseRecord:
    """Take a response record apart, and check its body against its digest."""
    if record.kind != "response":
        raise RecordError(f"a {record.kind} record, not a response")
    try:
        first, headers, body = parse_message(record.block)
        status = int(first.split(maxsplit=2)[1])
        fetched_at = iso_date_to_datetime(record.fields["warc-date"], tz_aware=True)
        url = record.fields["warc-target-uri"]
    except (ValueError, IndexError, KeyError) as error:
        raise RecordError(f"an incomplete response record ({error})") from error
    if not _matches(body, record.fields.get("warc-payload-digest")):
        raise RecordError("the body does not match its digest")
    return ResponseRecord(url, fetched_at, status, headers, body, payload_digest(body))


def _matches(body: bytes, stated: str | None) -> bool:
    """Compare a body with the digest in its record, which another tool may have made by another algorithm."""
    algorithm, _, value = (stated or "").lower().partition(":")
    if algorithm not in hashlib.algorithms_guaranteed or algorithm.startswith("shake"):
        return True
    digest = hashlib.new(algorithm, body, usedforsecurity=False).digest()
    return value in (b32encode(digest).decode("ascii").lower(), digest.hex())
