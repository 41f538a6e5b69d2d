"""The record of each run: one document a site and run, from which the exit status and the reports come."""

from __future__ import annotations

from pymongo import DESCENDING

from storage.clock import utc_now
from storage.errors import StorageError
from storage.reading import gather
from storage.retry import with_retry
from storage.schema import STATES
from storage.types import AnyMapping, Database, Document


def _at_start() -> Document:
    return {
        "finished_at": None,
        "status": "running",
        "discovered": 0,
        "counts": dict.fromkeys(STATES, 0),
        "excluded_reasons": {},
        "failed_reasons": {},
        "requests": 0,
        "bytes": 0,
        "alerts": [],
        "errors": [],
        "version": None,
    }


def adds_up(run: AnyMapping) -> bool:
    """Whether every address that the run knew ended in exactly one state."""
    return bool(sum(run["counts"].values()) == run["discovered"])


class Runs:
    """The collection `runs`; `status` is `running`, `ok`, `failed` or `interrupted`.

    `counts` always has all the states of `schema.STATES`.
    """

    def __init__(self, db: Database) -> None:
        self._runs = db["runs"]

    async def start(self, doc: AnyMapping) -> None:
        """Open a run: `_id` and `site` are required, other fields get their values for a run that begins."""
        whole = _at_start() | {"started_at": utc_now()} | dict(doc)
        whole["counts"] = _all_states(whole["counts"])
        await with_retry(lambda: self._runs.replace_one({"_id": doc["_id"]}, whole, upsert=True))

    async def update(self, run_id: str, fields: AnyMapping) -> None:
        """Set `fields` of a run. Raises `StorageError` where there is no such run."""
        given = dict(fields)
        if "counts" in given:
            given["counts"] = _all_states(given["counts"])
        result = await with_retry(lambda: self._runs.update_one({"_id": run_id}, {"$set": given}))
        if not result.matched_count:
            raise StorageError(f"there is no run {run_id}")

    async def finish(self, run_id: str, fields: AnyMapping) -> None:
        """Close a run with its `status` and figures; `finished_at` is now unless given."""
        await self.update(run_id, {"finished_at": utc_now()} | dict(fields))

    async def abandoned(self, site: str) -> list[Document]:
        """Runs of `site` that never ended: their process was killed. Ask only while no run of the site goes on."""
        return await gather(lambda: self._runs.find({"site": site, "status": "running"}))

    async def get(self, run_id: str) -> Document | None:
        """One run."""
        return await with_retry(lambda: self._runs.find_one({"_id": run_id}))

    async def latest(self, site: str | None = None, limit: int = 20) -> list[Document]:
        """Runs of `site`, or of all, the latest first."""
        query = {} if site is None else {"site": site}
        return await gather(lambda: self._runs.find(query).sort("started_at", DESCENDING).limit(limit))


def _all_states(counts: AnyMapping) -> dict[str, int]:
    """`counts` with a number for every state. A state that does not exist is a mistake: KeyError."""
    unknown = counts.keys() - set(STATES)
    if unknown:
        raise KeyError(f"unknown state in counts: {', '.join(sorted(unknown))}")
    return {state: int(counts.get(state, 0)) for state in STATES}
