"""All definitions below a folder, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from crawler.definitions.errors import DefinitionError
from crawler.definitions.load import load_site
from crawler.definitions.site import SiteDefinition


class Catalogue(Mapping[str, SiteDefinition]):
    """The sites by id, in the order of their files' paths."""

    def __init__(self, sites: Mapping[str, SiteDefinition]) -> None:
        self._sites = dict(sites)

    def __getitem__(self, site_id: str) -> SiteDefinition:
        return self._sites[site_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sites)

    def __len__(self) -> int:
        return len(self._sites)

    def unattended(self) -> list[SiteDefinition]:
        """Return the sites for --all, --due and cron: only those whose definition says `verified = true`.

        A definition that does not say so is crawled when it is named.
        """
        return [site for site in self._sites.values() if site.verified]


def load_catalogue(folder: Path) -> Catalogue:
    """Load every *.toml below `folder`.

    DefinitionError for the first file that is wrong, for an id that two files claim (both are named), and for
    a folder that is not there.
    """
    if not folder.is_dir():
        raise DefinitionError(folder, None, "is not a folder; name the one with the definitions")
    sites: dict[str, SiteDefinition] = {}
    for path in sorted(folder.rglob("*.toml")):
        site = load_site(path)
        if site.id in sites:
            raise DefinitionError(path, "id", f'"{site.id}" is taken by {sites[site.id].path}; choose another')
        sites[site.id] = site
    return Catalogue(sites)
