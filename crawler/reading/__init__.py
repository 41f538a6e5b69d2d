"""A page's bytes into what a crawl needs of it, in processes of their own or in the crawling one.

Understanding a page is the one part of a crawl that computes for long. Done in the crawling process it holds up every
other request, and a page that does not end would hold up the crawl for good.
"""

from crawler.reading.errors import PageUnread
from crawler.reading.garbage import collect_rarely
from crawler.reading.page import PageSource, Reading, page_source, read_page
from crawler.reading.pool import ReaderPool, SharedPool

__all__ = [
    "PageSource",
    "PageUnread",
    "ReaderPool",
    "Reading",
    "SharedPool",
    "collect_rarely",
    "page_source",
    "read_page",
]
