from __future__ import annotations

import asyncio
import time

from scrapy import Request
from scrapy.http import TextResponse
from scrapy.utils.test import get_crawler
from twisted.internet.defer import Deferred

from crawler.middlewares.robots import MOST_BYTES, Robots

SITE = "http://so-a.example"


def parsed(body: bytes) -> Robots:
    robots = Robots(get_crawler(settings_dict={"ROBOTSTXT_OBEY": True}))

    robots._parsers["so-a.example"] = Deferred()

    async def parse() -> None:
        response = TextResponse(f"{SITE}/robots.txt", body=body)
        await robots._parse_robots(response, "so-a.example", Request(f"{SITE}/"))

    asyncio.run(parse())
    return robots


def test_robots_reads_the_beginning_of_a_huge_file_only() -> None:
    begun = time.perf_counter()
    body = b"User-agent: *\nDisallow: /kin\n" + b"Disallow: /a/*x*y$\n" * (MOST_BYTES // 4)
    parser = parsed(body)._parsers["so-a.example"]
    assert time.perf_counter() - begun < 10
    assert parser is not None
    assert not parser.allowed(f"{SITE}/kin", "sotin")  # type: ignore[union-attr]
    assert parser.allowed(f"{SITE}/tin", "sotin")  # type: ignore[union-attr]
