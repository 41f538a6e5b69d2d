"""What can go wrong between the project and MongoDB. No message ever holds a credential.

The names say the state of things, without the suffix Error.
"""

from __future__ import annotations

from collections.abc import Mapping


class StorageError(Exception):
    """The root of every error that this room raises on purpose; its text is a plain sentence."""


class MongoUnavailable(StorageError):
    """No server answers, or it stopped answering. Raised by every call after its bounded retries."""


class EmbeddedUnavailable(MongoUnavailable):
    """The embedded server cannot be started; says what to install or set. Raised by `EmbeddedServer`."""


class StorageRefused(StorageError):
    """The server answers and says no: wrong credentials, missing rights."""


class AddressInvalid(StorageRefused):
    """What was given is no MongoDB address. Raised by `connect`, before anybody is contacted."""


class DocumentRefused(StorageError):
    """One document that the database does not take: it breaks the schema or cannot be encoded.

    Handed out by `Articles.upsert_batch` in the place of that document's outcome.
    """


class DocumentsRefused(StorageError):
    """Some documents of a batch were refused; the others are stored. Raised by the batched writes.

    `refused` gives the reason by `_id`; `outcomes` what became of the documents that were taken, where the
    write reports outcomes.
    """

    def __init__(self, refused: Mapping[str, str], outcomes: Mapping[str, str] | None = None) -> None:
        self.refused = dict(refused)
        self.outcomes = dict(outcomes or {})
        first, reason = next(iter(self.refused.items()))
        more = f" (and {len(self.refused) - 1} more)" if len(self.refused) > 1 else ""
        super().__init__(f"MongoDB refuses {first}: {reason}{more}")


class SchemaTooNew(StorageError):
    """The database was written by a newer version of this project. Raised by `prepare`."""
