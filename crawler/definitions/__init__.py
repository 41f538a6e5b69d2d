"""Site definitions: TOML files into frozen dataclasses."""

from crawler.definitions.catalogue import Catalogue, load_catalogue
from crawler.definitions.errors import DefinitionError
from crawler.definitions.load import load_site
from crawler.definitions.site import Expected, Layout, Politeness, Schedule, Section, SiteDefinition

__all__ = [
    "Catalogue",
    "DefinitionError",
    "Expected",
    "Layout",
    "Politeness",
    "Schedule",
    "Section",
    "SiteDefinition",
    "load_catalogue",
    "load_site",
]
