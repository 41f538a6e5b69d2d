"""Name resolution that refuses private addresses, so that no public name leads into the own network."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred


def is_public(address: str) -> bool:
    """Whether an IP address (as text) is one of the public internet; False for what is no address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return (mapped or parsed).is_global and not parsed.is_multicast


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, failing for names that resolve to loopback, private, link-local or reserved addresses.

    The names in the setting PRIVATE_HOSTS (from definitions that name such a host with its port) are exempt.
    """

    permitted: frozenset[str] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> GuardedResolver:
        """Make the resolver; `crawler` gives the settings."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.permitted = frozenset(crawler.settings.getlist("PRIVATE_HOSTS"))
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802
        """Resolve a name to one address, or fail with DNSLookupError."""
        lookup: Deferred[str] = super().getHostByName(name, timeout)
        return lookup.addCallback(self._checked, name)

    def _checked(self, address: str, name: str) -> str:
        # An address written out as such is HostGuard's to judge: it knows the site, and the port.
        if is_public(address) or name in self.permitted or name == address:
            return address
        raise DNSLookupError(f"{name} resolves to {address}, which is not a public address")
