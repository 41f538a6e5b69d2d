"""How often a process that reads page after page looks for cyclic garbage."""

from __future__ import annotations

import gc

# Default: 700 objects, which one page makes several times over; nearly all of them go without the collector's help.
_OBJECTS = 50_000


def collect_rarely() -> None:
    """Look for garbage every few pages, and not at what was there before the first: some 5 % of a page's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)
