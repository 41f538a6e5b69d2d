"""Names for the driver's types as this room uses them: documents are plain dictionaries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from pymongo import AsyncMongoClient
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.operations import ReplaceOne, UpdateOne

Document: TypeAlias = dict[str, Any]
AnyMapping: TypeAlias = Mapping[str, Any]
Client: TypeAlias = AsyncMongoClient[Document]
Database: TypeAlias = AsyncDatabase[Document]
Collection: TypeAlias = AsyncCollection[Document]
Write: TypeAlias = ReplaceOne[Document] | UpdateOne
