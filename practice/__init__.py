"""The practice department: a small portal of the project's own writing, rendered from its own data.

It is served on loopback (`python -m practice.server`), and `practice.gold` says what a crawl of it must find.
"""
