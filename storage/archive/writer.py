"""Responses appended to a site's WARC files, each with its request, before anything else sees them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from storage.archive.building import info_record, make_record_id
from storage.archive.exchange import Exchange, exchange_records
from storage.archive.files import ArchiveFile
from storage.archive.messages import header
from storage.archive.snapshot import Snapshot

MAX_FILE_BYTES = 1_000_000_000

HeaderPairs = Iterable[tuple[bytes, bytes]]


class ArchiveWriter:
    """Appends to files `SITE/SITE-YYYYMMDDhhmmss-PID-SEQ.warc.gz` below `folder`, each begun by this writer.

    Every append is handed to the operating system before it returns, so a killed process loses at most the
    response in hand; what was synced also survives a power cut. A full disk raises OSError and leaves whole
    records only. The next file is begun before one would exceed `max_bytes`. Calls may come from threads.
    """

    def __init__(self, folder: Path, site: str, max_bytes: int = MAX_FILE_BYTES) -> None:
        self._folder = folder
        self._site = site
        self._max_bytes = max_bytes
        self._sequence = 0
        self._file: ArchiveFile | None = None
        self._info_id = ""
        self._info_size = 0
        self._lock = Lock()

    def append(
        self,
        url: str,
        status: int,
        reason: str,
        headers: HeaderPairs,
        body: bytes,
        fetched_at: datetime,
        *,
        request_headers: HeaderPairs = (),
        request_body: bytes = b"",
        method: str = "GET",
        ip: str | None = None,
    ) -> Snapshot:
        """Archive one exchange and return the response's place.

        `url` is the absolute http(s) address as requested, escaped; `body` is as received, content coding and
        all, with only chunking undone; `fetched_at` is aware. ValueError where they are not so; OSError from
        the disk.
        """
        exchange = Exchange(
            url,
            method,
            list(request_headers),
            request_body,
            status,
            reason,
            list(headers),
            body,
            fetched_at,
            ip,
        )
        with self._lock:
            return self._append(exchange)

    def sync(self) -> None:
        """Return when everything appended is on the disk."""
        with self._lock:
            if self._file:
                self._file.sync()

    def close(self) -> None:
        """Sync and close; a later append begins a new file."""
        with self._lock:
            self._close_file()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _append(self, exchange: Exchange) -> Snapshot:
        file = self._file or self._begin_file()
        records = exchange_records(exchange, self._info_id)
        length = len(records.request) + len(records.response)
        if file.size > self._info_size and file.size + length > self._max_bytes:
            file = self._begin_file()
            records = exchange_records(exchange, self._info_id)
        offset = file.append(records.request + records.response) + len(records.request)
        content_type = header(exchange.headers, b"content-type")
        return Snapshot(
            file=file.path.relative_to(self._folder).as_posix(),
            offset=offset,
            length=len(records.response),
            digest=records.digest,
            url=exchange.url,
            fetched_at=exchange.fetched_at.astimezone(UTC),
            status=exchange.status,
            content_type=content_type.decode("latin-1") if content_type is not None else None,
            method=exchange.method,
        )

    def _begin_file(self) -> ArchiveFile:
        self._close_file()
        file = self._create_file()
        self._info_id = make_record_id()
        try:
            file.append(info_record(file.path.name, self._info_id))
        except OSError:
            file.discard()
            raise
        self._info_size = file.size
        self._file = file
        return file

    def _create_file(self) -> ArchiveFile:
        while True:
            self._sequence += 1
            stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
            name = f"{self._site}-{stamp}-{os.getpid()}-{self._sequence:05}.warc.gz"
            try:
                return ArchiveFile(self._folder / self._site / name)
            except FileExistsError:  # begun by another writer of this process: take the next number
                continue

    def _close_file(self) -> None:
        if self._file:
            file, self._file = self._file, None
            file.close()
