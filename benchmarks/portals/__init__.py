"""Recorded portals, crawled whole from the least definition, compared with what their databases hold."""
