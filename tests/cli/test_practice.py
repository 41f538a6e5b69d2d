from __future__ import annotations

import http.client
import socket

import pytest

from cli.catalogue import choose
from cli.practice import PORT, SITES, ServerError, serving


def test_practice_is_served_while_it_is_crawled_and_no_longer() -> None:
    with serving(0) as address:
        host = address.removeprefix("http://").rstrip("/")
        connection = http.client.HTTPConnection(host, timeout=10)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()
    with pytest.raises(ConnectionError):
        http.client.HTTPConnection(host, timeout=10).connect()


def test_practice_on_a_taken_port_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServerError, match=rf"port {port}: .*in use"), serving(port):
            pytest.fail("two servers on one port")


def test_practice_definition_names_the_port_that_is_served() -> None:
    (site,) = choose(["practice"], str(SITES))
    assert site.hosts == (f"127.0.0.1:{PORT}",)
    assert site.is_loopback
