"""Articles from saved text dumps, where the order of lines is all the structure there is.

The steps, a file each: cut into lines (`lines`), mend hard wraps (`wraps`), find where the article stands among
the menus (`extent`), choose its title (`titles`) and its date (`times`), name every line's kind (`labelling`).
"""

from crawler.extraction.dumps.extract import extract_dump
from crawler.extraction.dumps.kind import dump_kind

__all__ = ["dump_kind", "extract_dump"]
