"""The embedded MongoDB server, for a first run and the tests; production names its own in SOTIN_MONGODB_URI."""

from storage.embedded.server import EmbeddedServer

__all__ = ["EmbeddedServer"]
