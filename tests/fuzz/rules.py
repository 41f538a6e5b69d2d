"""What holds of the record of any page whatever, and of the document that would be stored of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from tests.fuzz.bson_schema import violations
from vietnamese.folding import search_key

KINDS = ("article", "listing", "home", "other")
FIELDS = (
    *("id", "kind", "title", "published_at", "author", "category", "body", "captions", "attachments"),
    *("links", "next_page", "warnings"),
)
LATIN_MARK = re.compile("[\u0300-\u036f]")
EARLIEST = date(1990, 1, 1)


def broken_rules(record: dict[str, Any], fetched_at: datetime) -> Iterator[str]:
    """Yield what is wrong with a page's record (CONTRACT: `sotin extract`)."""
    if tuple(record) != FIELDS or record["kind"] not in KINDS:
        yield f"fields {tuple(record)} of kind {record['kind']}"
    for name in ("title", "author", "category"):
        if record[name] is not None:
            yield from _broken_line(record[name], name)
    for name in ("body", "captions", "warnings"):
        for line in record[name]:
            yield from _broken_line(line, name)
    for file in record["attachments"]:
        yield from _broken_address(file["url"], "attachment")
        if file["text"]:
            yield from _broken_line(file["text"], "attachment's text")
    for address in record["links"]:
        yield from _broken_address(address, "link")
    if record["next_page"] is not None:
        yield from _broken_address(record["next_page"], "next page")
    yield from _broken_kind(record)
    yield from _broken_day(record["published_at"], fetched_at)


def broken_document(document: dict[str, Any], schema: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with an article's document, by the database's schema and beyond it."""
    yield from violations(document, schema)
    for image in document["images"]:
        yield from _broken_address(image["url"], "image")
        for name in ("caption", "credit"):
            if image[name] is not None:
                yield from _broken_line(image[name], name)
    for name in ("tags", "captions"):
        for line in document[name]:
            yield from _broken_line(line, name)
    for name in ("lead", "source"):
        if document[name] is not None:
            yield from _broken_line(document[name], name)
    key = document["search_key"]
    if key != search_key(key) or LATIN_MARK.search(key):
        yield f"search key with marks or capitals: {key[:80]!r}"


def _broken_line(text: Any, what: str) -> Iterator[str]:
    if not isinstance(text, str):
        yield f"{what} is {type(text).__name__}"
        return
    if not text or text != " ".join(text.split()):
        yield f"{what} is empty or has odd white space: {text[:80]!r}"
    if not unicodedata.is_normalized("NFC", text):
        yield f"{what} is not NFC: {text[:80]!r}"
    # Controls, lone surrogates; U+FFFD may stay where bytes were lost.
    odd = {char for char in text if unicodedata.category(char) in ("Cc", "Cs")}
    if odd:
        yield f"{what} holds {sorted(odd)}: {text[:80]!r}"


def _broken_address(address: Any, what: str) -> Iterator[str]:
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError as error:
        yield f"{what} {address!r}: {error}"
        return
    if not whole or any(char.isspace() or unicodedata.category(char) in ("Cc", "Cs") for char in address):
        yield f"{what} {address!r} is no absolute http address"


def _broken_kind(record: dict[str, Any]) -> Iterator[str]:
    lists = record["kind"] in ("listing", "home")
    if not lists and (record["links"] or record["next_page"]):
        yield f"links on a page of kind {record['kind']}"
    if record["kind"] != "article" and (record["title"] or record["body"] or record["published_at"]):
        yield f"an article's fields on a page of kind {record['kind']}"


def _broken_day(published: str | None, fetched_at: datetime) -> Iterator[str]:
    if published is None:
        return
    try:
        day = datetime.fromisoformat(published).date()
    except ValueError:
        yield f"published_at {published!r} is no ISO 8601"
        return
    if not EARLIEST <= day <= (fetched_at + timedelta(days=1)).date():
        yield f"published_at {published!r} lies out of bounds"
