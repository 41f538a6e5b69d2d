from __future__ import annotations

import asyncio
import errno
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse

from crawler.middlewares.archive import DISK_FULL, ArchiveResponses

URL = "https://so-a.example/tin"


class Engine:
    def __init__(self) -> None:
        self.closed_for: list[str] = []

    async def close_spider_async(self, *, reason: str) -> None:
        self.closed_for.append(reason)


class Writer:
    def __init__(self, number: int) -> None:
        self.number = number

    def append(self, *args: Any, **fields: Any) -> Any:
        raise OSError(self.number, "write failed")


def middleware(number: int) -> tuple[ArchiveResponses, Engine]:
    engine = Engine()
    return ArchiveResponses(SimpleNamespace(engine=engine), Writer(number)), engine  # type: ignore[arg-type]


async def test_archive_on_a_full_disk_ends_the_crawl_once_and_passes_nothing_on() -> None:
    archive, engine = middleware(errno.ENOSPC)
    for _ in range(2):
        with pytest.raises(IgnoreRequest, match="disk is full"):
            await archive.process_response(Request(URL), HtmlResponse(URL, body=b"<p>x</p>"))
    await asyncio.sleep(0)
    assert engine.closed_for == [DISK_FULL]


async def test_archive_does_not_hide_other_errors_of_the_disk() -> None:
    archive, engine = middleware(errno.EIO)
    with pytest.raises(OSError, match="write failed"):
        await archive.process_response(Request(URL), HtmlResponse(URL, body=b"<p>x</p>"))
    assert engine.closed_for == []
