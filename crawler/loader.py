"""Spiders from site definitions, so that `scrapy list` and `scrapy crawl ID` know every site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crawler.definitions import load_catalogue
from crawler.folders import sites_folder
from crawler.spiders.department import spider_for

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.settings import BaseSettings

    from crawler.definitions import Catalogue


class SiteSpiderLoader:
    """Scrapy's spider loader protocol over a catalogue of sites."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> SiteSpiderLoader:
        """Load the catalogue in the setting SITES_DIR, else in `sites_folder()`."""
        return cls(load_catalogue(Path(settings.get("SITES_DIR") or sites_folder())))

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider class of a site; KeyError for an unknown id."""
        if spider_name not in self.catalogue:
            raise KeyError(f"Spider not found: {spider_name}")
        return spider_for(self.catalogue[spider_name])

    def list(self) -> list[str]:
        """Return the ids of all sites."""
        return sorted(self.catalogue)

    def find_by_request(self, request: Request) -> list[str]:  # type: ignore[valid-type]
        """Return the ids of the sites to which a request's address belongs."""
        return [name for name, site in self.catalogue.items() if site.host_allowed(request.url)]
