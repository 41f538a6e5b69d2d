"""Why a page could not be understood."""

from __future__ import annotations


class PageUnread(Exception):
    """Raised by `ReaderPool.read` for a page that gave no reading; `state` and `reason` are for the frontier.

    A page that takes more than its budget would take it again, so it is `excluded`, like one that is too large. What
    ended for any other reason is `failed`, and read again by the next run.
    """

    def __init__(self, url: str, state: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.state = state
        self.reason = reason
