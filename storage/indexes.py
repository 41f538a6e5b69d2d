"""Every index, by collection, each for a question that somebody asks."""

from __future__ import annotations

from functools import partial
from typing import Final

from pymongo import ASCENDING, DESCENDING, TEXT, IndexModel

from storage.retry import with_retry
from storage.types import Database

# MongoDB reads a document's own language from the field named here, and refuses the document when the value
# is a language it does not know, such as "vi" (code 17262). So it is a name that no document bears.
NO_LANGUAGE_FIELD: Final = "text_index_language_is_never_set"

INDEXES: Final[dict[str, list[IndexModel]]] = {
    "articles": [
        IndexModel([("site", ASCENDING), ("published_at", DESCENDING)], name="site_published"),
        IndexModel([("province", ASCENDING), ("published_at", DESCENDING)], name="province_published"),
        IndexModel([("published_at", DESCENDING)], name="published"),
        IndexModel([("url", ASCENDING)], name="url"),
        IndexModel([("aliases", ASCENDING)], name="aliases"),
        IndexModel([("content_hash", ASCENDING)], name="content_hash"),
        IndexModel(
            [("search_key", TEXT)],
            name="search",
            default_language="none",
            language_override=NO_LANGUAGE_FIELD,
        ),
    ],
    "revisions": [IndexModel([("article_id", ASCENDING), ("revision", ASCENDING)], name="article_revision")],
    "pages": [
        IndexModel([("site", ASCENDING), ("run_id", ASCENDING), ("state", ASCENDING)], name="site_run_state"),
        IndexModel([("site", ASCENDING), ("state", ASCENDING)], name="site_state"),
        IndexModel([("site", ASCENDING), ("role", ASCENDING), ("next_due_at", ASCENDING)], name="site_role_due"),
        IndexModel([("site", ASCENDING), ("stable_id", ASCENDING)], name="site_stable_id", sparse=True),
        IndexModel([("site", ASCENDING), ("article_id", ASCENDING)], name="site_article", sparse=True),
        # Only addresses of articles with something doubtful; a sparse index would hold every page for its site's sake.
        IndexModel(
            [("site", ASCENDING), ("doubtful", ASCENDING)],
            name="site_doubtful",
            partialFilterExpression={"doubtful.0": {"$exists": True}},
        ),
    ],
    "runs": [
        IndexModel([("site", ASCENDING), ("started_at", DESCENDING)], name="site_started"),
        IndexModel([("started_at", DESCENDING)], name="started"),
    ],
    "sketches": [IndexModel([("site", ASCENDING), ("key", ASCENDING)], name="site_key")],
    "rejected": [IndexModel([("site", ASCENDING), ("at", DESCENDING)], name="site_at")],
    "snapshots": [
        IndexModel([("site", ASCENDING), ("url", ASCENDING), ("fetched_at", DESCENDING)], name="site_url_fetched"),
        IndexModel([("site", ASCENDING), ("fetched_at", ASCENDING)], name="site_fetched"),
    ],
}


async def ensure_indexes(db: Database) -> None:
    """Create what is missing. What exists already costs one round trip a collection."""
    for name, indexes in INDEXES.items():
        await with_retry(partial(db[name].create_indexes, indexes))
