from __future__ import annotations

import pytest
from twisted.internet.error import DNSLookupError

from crawler.resolver import GuardedResolver, is_public


@pytest.mark.parametrize("address", ["8.8.8.8", "203.113.131.1", "2001:4860:4860::8888"])
def test_is_public_accepts_addresses_of_the_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.8",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "not an address",
    ],
)
def test_is_public_refuses_the_own_network(address: str) -> None:
    assert not is_public(address)


def resolver(permitted: set[str]) -> GuardedResolver:
    made = GuardedResolver.__new__(GuardedResolver)
    made.permitted = frozenset(permitted)
    return made


def test_resolver_fails_for_a_name_with_a_private_address() -> None:
    with pytest.raises(DNSLookupError, match="not a public address"):
        resolver(set())._checked("10.1.2.3", "so.example.vn")


def test_resolver_leaves_an_address_written_out_to_the_host_guard() -> None:
    assert resolver(set())._checked("127.0.0.1", "127.0.0.1") == "127.0.0.1"


def test_resolver_lets_a_permitted_name_pass() -> None:
    assert resolver({"portal.test"})._checked("127.0.0.1", "portal.test") == "127.0.0.1"
