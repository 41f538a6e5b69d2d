"""How far a listing is walked: from the top until everything is known, with pinned posts tolerated.

A walk that never came to its end goes on through known addresses (`complete` is False until it did). Afterwards it
stops at the first page on which every address was known when a walk last came to its end, pinned posts aside: a page
of nothing but pinned posts says nothing about the pages behind it, and one whose news a run met that was killed or
limited says nothing about the news that it did not come to. A listing that is not in order of time is walked whole
again at intervals (`crawler.schedule.FULL_WALK_UNORDERED`), since news may stand on any of its pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

# Some portals answer a page past the last with the first or the last one; one stale page may be chance.
STALE_PAGES = 2


@dataclass(slots=True)
class Walk:
    """One walk down one listing. Addresses are held as hashes, so that long listings stay small in memory.

    `before` is the memory of earlier walks, as written by `remember`.
    """

    section: str
    before: Mapping[str, Any] = field(default_factory=dict)
    complete: bool = False
    rewalk: bool = False
    pinned: frozenset[str] = frozenset()
    seen: set[int] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)
    stale: int = 0
    pages: int = 0
    inversions: int = 0
    last_date: str | None = None
    broken: bool = False

    @classmethod
    def resume(cls, section: str, memory: Mapping[str, Any] | None, *, rewalk: bool) -> Walk:
        """A walk that knows what earlier ones learned (`memory` as written by `remember`)."""
        memory = memory or {}
        pinned = frozenset(memory.get("pinned", ()))
        return cls(section, memory, complete=bool(memory.get("complete")), rewalk=rewalk, pinned=pinned)

    def settled(self, found_at: datetime | None) -> bool:
        """Whether an address that an earlier run met at `found_at` was met before the last walk came to its end."""
        settled_at = self.before.get("settled_at")
        return settled_at is None or found_at is None or found_at <= settled_at

    def turn(self, urls: Sequence[str], unknown: Iterable[str], dates: Sequence[str | None] = ()) -> str | None:
        """Take in a page's addresses; return why the walk ends here, or None to go on to the next page."""
        fresh = self._note(urls, dates)
        self.pages += 1
        self.stale = 0 if fresh else self.stale + 1
        if self.stale >= STALE_PAGES:
            return "repeats"
        if self.is_full:
            return None
        if any(True for _ in unknown):
            return None
        ordinary = [url for url in urls if url not in self.pinned]
        return "known" if ordinary else None

    def _note(self, urls: Sequence[str], dates: Sequence[str | None]) -> int:
        fresh = 0
        for position, url in enumerate(urls):
            key = hash(url)
            if key in self.seen:
                self.repeated.add(url)
            else:
                self.seen.add(key)
                fresh += 1
                self._note_date(dates[position] if position < len(dates) else None)
        return fresh

    def _note_date(self, date: str | None) -> None:
        if date is None:
            return
        if self.last_date is not None and date > self.last_date:
            self.inversions += 1
        self.last_date = date

    @property
    def is_full(self) -> bool:
        """Whether this walk goes to the list's end, whatever it meets."""
        return self.rewalk or not self.complete

    @property
    def unordered(self) -> bool:
        """Whether the dates rise so often that pinned posts do not explain it."""
        return self.inversions > max(3, len(self.seen) // 10)

    def remember(self, *, ended: bool, now: datetime) -> dict[str, Any]:
        """What the next walk needs to know. What this one did not see to the end stays as it was known before."""
        whole = ended and not self.broken
        memory = {**self.before, "complete": self.complete or whole}
        if whole:
            memory["settled_at"] = now
        if not self.is_full:
            return memory
        memory |= {"pages": self.pages, "walked_at": now if whole else None}
        if whole:
            return memory | {"pinned": sorted(self.repeated), "unordered": self.unordered}
        unordered = self.unordered or bool(self.before.get("unordered"))
        return memory | {"pinned": sorted(self.repeated | self.pinned), "unordered": unordered}
