"""MongoDB, the WARC archive and the embedded server. Takes and returns plain mappings."""
