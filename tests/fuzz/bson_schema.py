"""What MongoDB's `$jsonSchema` would say of a document, for the keywords that the project's validators use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "array": (list,),
    "object": (dict,),
    "date": (datetime,),
    "null": (type(None),),
    "int": (int,),
    "long": (int,),
}
KNOWN: Final = {
    "bsonType",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "minLength",
    "minimum",
    "pattern",
}


def violations(value: Any, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """Yield where and how `value` breaks `schema`; NotImplementedError for a keyword that is not known here."""
    if not schema.keys() <= KNOWN:
        raise NotImplementedError(f"keywords {sorted(schema.keys() - KNOWN)} at {where or 'the top'}")
    types = schema.get("bsonType", list(TYPES))
    allowed = [kind for name in ([types] if isinstance(types, str) else types) for kind in TYPES[name]]
    if not any(isinstance(value, kind) for kind in allowed):
        yield f"{where}: {type(value).__name__} {str(value)[:60]!r} is none of {types}"
    elif isinstance(value, dict):
        yield from _in_object(value, schema, where)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from violations(item, schema.get("items", {}), f"{where}[{at}]")
    elif isinstance(value, str):
        yield from _in_text(value, schema, where)
    elif isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{where}: {value} is below {schema['minimum']}"


def _in_object(value: dict[str, Any], schema: Mapping[str, Any], where: str) -> Iterator[str]:
    fields = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{where}.{name}: is missing"
    for name, inner in value.items():
        if name in fields:
            yield from violations(inner, fields[name], f"{where}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{where}.{name}: is no field"


def _in_text(value: str, schema: Mapping[str, Any], where: str) -> Iterator[str]:
    if len(value) < schema.get("minLength", 0):
        yield f"{where}: is empty"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{where}: {value[:60]!r} is not like {schema['pattern']}"
