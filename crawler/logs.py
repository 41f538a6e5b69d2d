"""What the log says about items: what was dropped and why, never a whole article."""

from __future__ import annotations

import logging
from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure


class QuietFormatter(LogFormatter):
    """Scrapy's messages without the items' contents, which would fill the log."""

    def __init__(self) -> None:
        # On a truncated answer Scrapy advises to switch a setting off that must stay on; the run document tells of it.
        logging.getLogger("scrapy.core.downloader.handlers.http11").setLevel(logging.ERROR)

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """An item was stored."""
        return {"level": logging.DEBUG, "msg": "Scraped %(url)s", "args": {"url": getattr(item, "url", "")}}

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """An item was refused; it is kept among the rejected ones."""
        args = {"url": getattr(item, "url", ""), "exception": exception}
        return {"level": logging.INFO, "msg": "Rejected %(url)s: %(exception)s", "args": args}

    def item_error(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """A pipeline failed on an item."""
        return {"level": logging.ERROR, "msg": "Failed on %(url)s", "args": {"url": getattr(item, "url", "")}}
