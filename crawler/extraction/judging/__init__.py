"""Judging the pieces of a region: what is body, and what each of the others is. One file a kind, in order."""
