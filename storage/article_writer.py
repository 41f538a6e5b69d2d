"""Batches of articles into `articles` and `revisions`, in an order that a crash cannot spoil."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from storage.bulk import BulkOutcome, bulk
from storage.errors import StorageError
from storage.reading import gather
from storage.refusal import unfit
from storage.types import AnyMapping, Database, Document
from storage.upsert import Outcome, Step, plan

_WEIGHT: Final[Mapping[Outcome, int]] = {"unchanged": 0, "changed": 1, "new": 2}
_ROUNDS: Final = 5


@dataclass(slots=True)
class Written:
    """What became of a batch, by `_id`: each document is in one of the two."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    def add(self, other: Written) -> None:
        """Take in what became of a later part of the batch; of two outcomes the weightier stays."""
        for article_id, outcome in other.outcomes.items():
            before = self.outcomes.get(article_id, outcome)
            self.outcomes[article_id] = max(before, outcome, key=_WEIGHT.__getitem__)
        self.refused |= other.refused


class ArticleWriter:
    """Reads what is stored, plans a step for each article, sends revisions first and articles second."""

    def __init__(self, db: Database, clock: Callable[[], datetime]) -> None:
        self._articles = db["articles"]
        self._revisions = db["revisions"]
        self._clock = clock

    async def write(self, docs: Sequence[AnyMapping]) -> Written:
        """Store `docs`; of several with one `_id`, each in turn. Raises `MongoUnavailable`."""
        written = Written()
        fit: list[AnyMapping] = []
        for doc in docs:
            if problem := unfit(doc):
                written.refused[str(doc["_id"])] = problem
            else:
                fit.append(doc)
        for turn in _turns(fit):
            written.add(await self._write_turn(turn))
        return written

    async def _write_turn(self, docs: Mapping[str, AnyMapping]) -> Written:
        """Store documents of different `_id`s; anew those that another process has changed meanwhile."""
        written = Written()
        left = dict(docs)
        for _ in range(_ROUNDS):
            written.add(await self._write_once(left))
            left = {key: left[key] for key in left.keys() - written.outcomes.keys() - written.refused.keys()}
            if not left:
                return written
        raise StorageError(f"other processes keep changing {', '.join(sorted(left))}")

    async def _write_once(self, docs: Mapping[str, AnyMapping]) -> Written:
        stored = await self._by_id(docs)
        steps = [plan(doc, stored.get(article_id), self._clock()) for article_id, doc in docs.items()]
        kept = await bulk(self._revisions, [step.revision for step in steps if step.revision is not None])
        if kept.refused:
            # No article is replaced whose old version is not safe in `revisions`.
            raise StorageError(f"a revision was refused: {next(iter(kept.refused.values()))}")
        result = await bulk(self._articles, [step.write for step in steps])
        refused = {steps[place].article_id: reason for place, reason in result.refused.items()}
        missed = await self._missed(docs, steps, result)
        outcomes = {step.article_id: step.outcome for step in steps if step.article_id not in missed}
        return Written({key: value for key, value in outcomes.items() if key not in refused}, refused)

    async def _missed(self, docs: Mapping[str, AnyMapping], steps: Sequence[Step], result: BulkOutcome) -> set[str]:
        """The articles that did not take their step: somebody wrote between our read and our write."""
        missed = {
            step.article_id
            for place, step in enumerate(steps)
            if step.outcome == "new" and place not in result.inserted
        }
        if result.matched + len(result.inserted) + len(result.refused) < len(steps):
            # Lost to another process, or written by a first attempt whose answer was lost: the hash tells.
            stored = await self._by_id(step.article_id for step in steps if step.outcome != "new")
            missed |= {
                step.article_id
                for step in steps
                if step.outcome != "new" and not _holds(stored.get(step.article_id), docs[step.article_id])
            }
        return missed

    async def _by_id(self, article_ids: Iterable[str]) -> dict[str, Document]:
        query = {"_id": {"$in": list(article_ids)}}
        return {doc["_id"]: doc for doc in await gather(lambda: self._articles.find(query))}


def _holds(stored: AnyMapping | None, doc: AnyMapping) -> bool:
    return stored is not None and stored["content_hash"] == doc["content_hash"]


def _turns(docs: Iterable[AnyMapping]) -> list[dict[str, AnyMapping]]:
    """Groups in which no `_id` stands twice, in the order in which the documents came."""
    turns: list[dict[str, AnyMapping]] = []
    for doc in docs:
        free = next((turn for turn in turns if doc["_id"] not in turn), None)
        if free is None:
            turns.append(free := {})
        free[doc["_id"]] = doc
    return turns
