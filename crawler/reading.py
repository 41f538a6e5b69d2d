"""A response of a site into its analysis, with what the site's definition says of its pages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from crawler.analysis import Analysis, analyse
from crawler.responses import content_type
from vietnamese.dates import VIETNAM

if TYPE_CHECKING:
    from scrapy.http import Response

    from crawler.definitions import SiteDefinition


def read_page(response: Response, url: str, site: SiteDefinition, now: datetime) -> Analysis:
    """Understand the page that was fetched from `url` at the aware instant `now`."""
    return analyse(
        response.body,
        url,
        content_type=content_type(response),
        fetched_at=now,
        date_order=site.date_order,
        layout=site.layout_on(now.astimezone(VIETNAM).date()),
    )
