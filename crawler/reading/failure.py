"""An error of a reading process, as it is told to the crawl."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingFailure:
    """The name of an exception, and its traceback as text."""

    name: str
    trace: str
