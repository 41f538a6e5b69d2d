"""The WARC archive: every response that a crawl uses, as it was received, one folder a site.

The archive is the crawl's write-ahead log, so it depends on nothing but the file system. Its calls block;
a crawl makes them from a thread.
"""

from storage.archive.errors import ArchiveDamagedError, ContentTooLargeError
from storage.archive.reader import ArchivedResponse, read
from storage.archive.scanner import Damage, archive_files, scan
from storage.archive.snapshot import Snapshot
from storage.archive.writer import ArchiveWriter

__all__ = [
    "ArchiveDamagedError",
    "ArchiveWriter",
    "ArchivedResponse",
    "ContentTooLargeError",
    "Damage",
    "Snapshot",
    "archive_files",
    "read",
    "scan",
]
