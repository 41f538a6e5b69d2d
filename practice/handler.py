"""One HTTP request to the practice portal: conditional requests, HEAD, and what changes at every request."""

from __future__ import annotations

import itertools
import threading
import time
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from practice.model import ZONE
from practice.portal import Portal
from practice.printed_dates import weekday
from practice.reply import HTML, Reply

_FIRST_VISITOR = 1_204_533


class PracticeServer(ThreadingHTTPServer):
    """Serves a portal on 127.0.0.1. `log` gets a line a request: monotonic time, status, method, target."""

    daemon_threads = True
    # The default backlog of 5 refuses connections when a crawler opens its pool at once.
    request_queue_size = 128

    def __init__(self, portal: Portal, port: int, *, log: Path | None = None, latency: float = 0.0) -> None:
        self.portal = portal
        self.latency = latency
        self.visitors = itertools.count(_FIRST_VISITOR)
        self._log = log.open("a", encoding="utf-8", buffering=1) if log else None
        self._lock = threading.Lock()
        # Last: where the port is taken, the base class closes the server again.
        super().__init__(("127.0.0.1", port), Handler)

    @property
    def address(self) -> str:
        """The address of the front page."""
        return f"http://127.0.0.1:{self.server_port}/"

    def note(self, status: int | str, method: str, target: str) -> None:
        """Write a request to the log, if there is one."""
        if self._log:
            with self._lock:
                self._log.write(f"{time.monotonic():.3f} {status} {method} {target}\n")

    def server_close(self) -> None:
        """Close the socket and the log."""
        super().server_close()
        if self._log:
            self._log.close()


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD over connections that stay open."""

    protocol_version = "HTTP/1.1"
    server_version = "ThucHanh/1.0"
    # Head and body leave in one packet: two small writes would wait for the reader's acknowledgement.
    wbufsize = 128 * 1024
    disable_nagle_algorithm = True
    server: PracticeServer

    def do_GET(self) -> None:
        """Answer with the page."""
        if self.server.latency:
            time.sleep(self.server.latency)
        base = f"http://{self.headers['Host']}/" if self.headers["Host"] else self.server.address
        reply = self.server.portal.answer(self.path, base)
        self._send(Reply(304, etag=reply.etag, modified=reply.modified) if self._unchanged(reply) else reply)

    def do_HEAD(self) -> None:
        """Answer with the head only."""
        self.do_GET()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Write the request to the server's log instead of standard error; `size` is not known when it is called."""
        self.server.note(code, self.command, self.path)

    def _unchanged(self, reply: Reply) -> bool:
        """Whether the reader's copy is still good (RFC 9110, 13.2.2: If-None-Match goes before the date)."""
        if reply.status != 200:
            return False
        tags = self.headers["If-None-Match"]
        if tags is not None:
            return reply.etag is not None and reply.etag in [tag.strip() for tag in tags.split(",")]
        since = self.headers["If-Modified-Since"]
        return since is not None and reply.modified is not None and reply.modified <= _instant(since)

    def _send(self, reply: Reply) -> None:
        body = self._current(reply)
        self.send_response(reply.status)
        if reply.status != 304:
            self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(body)))
        if reply.location:
            self.send_header("Location", reply.location)
        if reply.etag:
            self.send_header("ETag", reply.etag)
        if reply.modified:
            self.send_header("Last-Modified", format_datetime(reply.modified.astimezone(UTC), usegmt=True))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _current(self, reply: Reply) -> bytes:
        """The body with the header's clock and the visitor counter of this request."""
        if reply.media_type != HTML or not reply.body:
            return reply.body
        now = datetime.now(ZONE)
        visitor = next(self.server.visitors)
        body = reply.body.replace(b"<!--clock-->", f"{weekday(now).title()}, {now:%d/%m/%Y %H:%M:%S}".encode())
        body = body.replace(b"<!--online-->", str(3 + visitor % 17).encode())
        return body.replace(b"<!--counter-->", f"{visitor:,}".replace(",", ".").encode())


def _instant(header: str) -> datetime:
    """An HTTP date; one that cannot be read is as good as none, so the page is sent again."""
    try:
        return parsedate_to_datetime(header)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
