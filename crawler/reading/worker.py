"""A reading process: pages come in by a socket, readings go out, until the other end closes.

python -m crawler.reading.worker FD CPU_SECONDS MEMORY_BYTES

It outlives nobody. A crawl that is killed closes the socket, however it was killed; and while a page is being read, the
operating system itself ends the process when the page's budget is used up, whatever the page is in the middle of.
"""

from __future__ import annotations

import resource
import signal
import socket
import sys
import traceback
from contextlib import ExitStack, suppress
from functools import partial
from io import BufferedRWPair
from types import TracebackType

from crawler.reading.failure import ReadingFailure
from crawler.reading.frames import encode, read_frame
from crawler.reading.garbage import collect_rarely
from crawler.reading.page import PageSource, Reading, read_page


def main(arguments: list[str]) -> int:
    """Read pages until the crawl is over."""
    descriptor, cpu_seconds, memory = int(arguments[0]), float(arguments[1]), int(arguments[2])
    # A terminal and a service manager signal the whole group. The crawl ends in order, and needs its readers for that.
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform == "linux":  # elsewhere this limit is refused or without effect
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with socket.socket(fileno=descriptor) as connection, connection.makefile("rwb") as stream, ExitStack() as last:
        # An error of the reading ends the process, since what it leaves behind is not known; the crawl hears why.
        last.push(partial(_tell, stream))
        with suppress(EOFError, ConnectionError):
            _serve(stream, cpu_seconds)
        return 0
    return 1


def _serve(stream: BufferedRWPair, cpu_seconds: float) -> None:
    while True:
        source = read_frame(stream)
        # CPU time and not the clock's: on a busy machine a good page may wait for long.
        signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
        answer = _read(source)
        signal.setitimer(signal.ITIMER_PROF, 0)
        stream.write(encode(answer))
        stream.flush()


def _read(source: PageSource) -> Reading | ReadingFailure:
    try:
        return read_page(source)
    except MemoryError:
        # Told only after this block, with which everything goes that the reading held.
        pass
    return ReadingFailure(MemoryError.__name__, "")


def _tell(
    stream: BufferedRWPair, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> bool:
    if kind is None:
        return False
    signal.setitimer(signal.ITIMER_PROF, 0)
    with suppress(ConnectionError):
        stream.write(encode(ReadingFailure(kind.__name__, "".join(traceback.format_exception(kind, error, trace)))))
        stream.flush()
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
