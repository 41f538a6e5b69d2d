"""Ports of the loopback interface for a server that keeps its port."""

from __future__ import annotations

import random
import socket
from typing import Final

# Below what the usual systems give to outgoing connections (Linux from 32768, others from 49152): a connection
# could hold such a port when the server wants it back, or even reach itself on it.
_RANGE: Final = range(20_000, 32_000)
_TRIES: Final = 200


def free_port() -> int:
    """A port that nobody listens on now. Raises OSError where none is found."""
    for port in random.sample(_RANGE, _TRIES):
        if is_free(port):
            return port
    raise OSError(f"no free port between {_RANGE.start} and {_RANGE.stop}")


def is_free(port: int) -> bool:
    """Whether a server could listen on `port`; connections of an earlier one that linger do not count."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
