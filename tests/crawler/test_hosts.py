from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy import Request

from crawler.definitions import SiteDefinition
from crawler.middlewares.hosts import ForbiddenHost, HostGuard, forbidden_reason


def site(*hosts: str) -> SiteDefinition:
    return SiteDefinition("so-a", "Sở A", hosts, (f"http://{hosts[0]}/",), Path("so-a.toml"))


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://so-a.example/tin", None),
        ("http://www.so-a.example/tin", None),
        ("https://so-b.example/tin", "other_host"),
        ("https://so-a.example:8443/tin", "other_host"),
        ("https://so-a.example.evil.test/", "other_host"),
        ("file:///etc/passwd", "scheme"),
        ("http://[bad/", "scheme"),
        ("data:text/html,x", "scheme"),
        ("http://127.0.0.1/", "other_host"),
        ("http://169.254.169.254/latest/meta-data", "other_host"),
    ],
)
def test_forbidden_reason_keeps_to_the_hosts_of_the_site(url: str, reason: str | None) -> None:
    assert forbidden_reason(url, site("so-a.example")) == reason


def test_forbidden_reason_permits_a_private_address_only_with_its_port() -> None:
    assert forbidden_reason("http://127.0.0.1:8091/", site("127.0.0.1:8091")) is None
    assert forbidden_reason("http://127.0.0.1:8092/", site("127.0.0.1:8091")) == "other_host"
    assert forbidden_reason("http://10.0.0.7/", site("10.0.0.7")) == "private_address"


def test_host_guard_refuses_before_anything_is_sent() -> None:
    guard = HostGuard(SimpleNamespace(spider=SimpleNamespace(site=site("so-a.example"))))  # type: ignore[arg-type]
    guard.process_request(Request("https://so-a.example/"))
    with pytest.raises(ForbiddenHost, match="other_host"):
        guard.process_request(Request("http://127.0.0.1:9/", meta={"dont_obey_robotstxt": True}))
