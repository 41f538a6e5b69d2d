"""One HTTP exchange and the two records that hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from storage.archive.building import http_record, make_record_id, warc_date
from storage.archive.messages import Headers, request_head, response_head

_URL = re.compile(r"https?://[!-~]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its response, as received but for chunking. ValueError where one cannot be archived."""

    url: str
    method: str
    request_headers: Headers
    request_body: bytes
    status: int
    reason: str
    headers: Headers
    body: bytes
    fetched_at: datetime
    ip: str | None = None

    def __post_init__(self) -> None:
        if not _URL.fullmatch(self.url):
            raise ValueError(f"not an absolute, escaped http(s) address: {self.url!r}")
        if self.fetched_at.tzinfo is None:
            raise ValueError(f"the time of a fetch must carry its zone: {self.fetched_at.isoformat()}")


@dataclass(frozen=True, slots=True)
class ExchangeRecords:
    """Both records as bytes. The request stands first, so that a reader of the response knows its method."""

    request: bytes
    response: bytes
    digest: str


def exchange_records(exchange: Exchange, info_id: str) -> ExchangeRecords:
    """Build the records of one exchange; `info_id` is the WARC-Record-ID of the file's warcinfo record."""
    response_id = make_record_id()
    common = {"WARC-Date": warc_date(exchange.fetched_at), "WARC-Warcinfo-ID": info_id}
    if exchange.ip:
        common["WARC-IP-Address"] = exchange.ip
    request, _ = http_record(
        "request",
        exchange.url,
        request_head(exchange.method, exchange.url, exchange.request_headers),
        exchange.request_body,
        {**common, "WARC-Concurrent-To": response_id},
    )
    response, digest = http_record(
        "response",
        exchange.url,
        response_head(exchange.status, exchange.reason, exchange.headers, exchange.body),
        exchange.body,
        {**common, "WARC-Record-ID": response_id},
    )
    return ExchangeRecords(request, response, digest)
