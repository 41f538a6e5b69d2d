"""Which pages of a site are remembered: a bounded sample that does not depend on the order of visits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from crawler.extraction.sketches import Sketch

MOST: dict[str, int] = {"article": 128, "list": 48}


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One page as it was on `day`, the ordinal of a local day. `key`: the hash of its address, by which it is drawn."""

    key: int
    kind: Literal["article", "list"]
    day: int
    sketch: Sketch


def page_key(url: str) -> int:
    """The signed 64 bits of BLAKE2b over an address."""
    digest = blake2b(url.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def rank(page: SeenPage) -> tuple[int, int]:
    """The smaller, the sooner kept: the latest days, and within a day the smallest hashes."""
    return -page.day, page.key


def sample(pages: Iterable[SeenPage]) -> list[SeenPage]:
    """The pages to remember, each as it was seen last.

    The sample of a sample and of new pages is the sample of all, so runs may be cut anywhere; and pages of an old
    design leave it as new ones come.
    """
    latest: dict[int, SeenPage] = {}
    for page in pages:
        known = latest.get(page.key)
        if known is None or known.day <= page.day:
            latest[page.key] = page
    ranked = sorted(latest.values(), key=rank)
    return [page for kind, most in MOST.items() for page in [each for each in ranked if each.kind == kind][:most]]
