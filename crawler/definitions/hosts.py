"""Host entries of a definition, "dost.example.gov.vn" or "127.0.0.1:8091", and the addresses they permit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_ENTRY = re.compile(r"(\[[^\]]*\]|[^:]*)(?::(.*))?")


def host_port(url: str) -> tuple[str, int | None]:
    """Return an http(s) address's host (lower case, IPv6 without brackets) and port; else ("", None)."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:  # a bad port, or brackets that do not close
        return "", None
    if not host or parts.scheme not in DEFAULT_PORTS:
        return "", None
    return host, DEFAULT_PORTS[parts.scheme] if port is None else port


@dataclass(frozen=True, slots=True)
class HostEntry:
    """A host (IPv6 without brackets) and, where the entry names one, its port."""

    host: str
    port: int | None

    @classmethod
    def of(cls, text: str) -> HostEntry:
        """Parse an entry. ValueError says what would be right."""
        return _parsed(text)

    def allows(self, host: str, port: int) -> bool:
        """Say whether the entry permits a host and port. Without a port, it also permits the "www." twin."""
        if self.port is not None:
            return (host, port) == (self.host, self.port)
        return port in DEFAULT_PORTS.values() and host.removeprefix("www.") == self.host.removeprefix("www.")

    @property
    def is_public(self) -> bool:
        """Whether the entry is a name, or an address of the public net."""
        address = self._address()
        return address.is_global if address else not self.is_loopback

    @property
    def is_loopback(self) -> bool:
        """Whether the entry is an address of this machine."""
        address = self._address()
        return address.is_loopback if address else self.host == "localhost" or self.host.endswith(".localhost")

    def _address(self) -> IPv4Address | IPv6Address | None:
        try:
            return ip_address(self.host)
        except ValueError:
            return None


@cache
def _parsed(text: str) -> HostEntry:
    match = _ENTRY.fullmatch(text)
    if "/" in text or "@" in text or not match:
        raise ValueError('the host alone, such as "dost.example.gov.vn"')
    if text != text.lower():
        raise ValueError(f'lower case: "{text.lower()}"')
    host, port = match[1], match[2]
    if port is not None and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise ValueError("a port from 1 to 65535 after the colon")
    return HostEntry(_checked_host(host), None if port is None else int(port))


def _checked_host(host: str) -> str:
    if host.startswith("["):
        try:
            return str(IPv6Address(host[1:-1]))
        except ValueError:
            raise ValueError("an IPv6 address between the brackets") from None
    if not _NAME.fullmatch(host):
        raise ValueError('a host of letters, digits, dots and hyphens (other letters as "xn--…")')
    return host
