"""Why a document was refused, in words: before it is sent, and from the answer of MongoDB."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import bson
from bson.errors import InvalidDocument

from storage.types import AnyMapping

# Below MongoDB's limit of 16 MiB, because the store adds fields of its own.
MAX_BYTES: Final = 15 * 1024 * 1024
_FAILED_VALIDATION: Final = 121


def unfit(doc: AnyMapping) -> str | None:
    """Why `doc` cannot be sent at all, or None.

    Found out here, for each document, because the driver would fail the whole batch. A naive datetime is
    refused: MongoDB would take it for UTC.
    """
    naive = [name for name, value in doc.items() if isinstance(value, datetime) and value.tzinfo is None]
    if naive:
        return f"datetime without a zone: {', '.join(naive)}"
    try:
        size = len(bson.encode(doc))
    except (InvalidDocument, OverflowError, UnicodeError) as error:
        return f"cannot be encoded: {error}"
    return f"{size} bytes, more than {MAX_BYTES}" if size > MAX_BYTES else None


def reason(write_error: AnyMapping) -> str:
    """One sentence from an entry of `writeErrors`: which fields break which rule of the schema."""
    if write_error.get("code") != _FAILED_VALIDATION:
        return str(write_error.get("errmsg", "no reason given"))
    details = (write_error.get("errInfo") or {}).get("details") or {}
    rules = list(_broken(details.get("schemaRulesNotSatisfied") or [], ""))
    return f"breaks the schema: {'; '.join(rules) or 'no details given'}"


def _broken(rules: list[AnyMapping], path: str) -> Iterator[str]:
    for rule in rules:
        if missing := rule.get("missingProperties"):
            yield f"{path}{', '.join(missing)} missing"
        elif unknown := rule.get("additionalProperties"):
            yield f"{path}{', '.join(unknown)} unknown"
        elif "propertiesNotSatisfied" in rule:
            for field in rule["propertiesNotSatisfied"]:
                yield from _broken(field["details"], f"{path}{field['propertyName']}.")
        elif "itemIndex" in rule:
            yield from _broken(rule["details"], f"{path}{rule['itemIndex']}.")
        else:
            yield f"{path.removesuffix('.')} {_rule(rule)}"


def _rule(rule: AnyMapping) -> str:
    wanted: Any = rule.get("specifiedAs", {}).get(rule.get("operatorName"), "")
    return f"{rule.get('reason', 'does not fit')} ({rule.get('operatorName')}: {wanted})"
