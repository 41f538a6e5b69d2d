"""The embedded MongoDB server: for a first run and for tests; production sets SOTIN_MONGODB_URI."""

from storage.embedded.server import EmbeddedServer

__all__ = ["EmbeddedServer"]
