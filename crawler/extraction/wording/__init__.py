"""What Vietnamese portals print around their articles: labels of bylines, captions, counters, menus, footers.

Pure knowledge about strings. The page extractor and the reader of text dumps both draw on it, so a wording is
written down once. Everything is compared by folded keys (`keys.fold`), because editors type labels with and
without diacritics, in capitals, and with old or new tone marks.
"""
