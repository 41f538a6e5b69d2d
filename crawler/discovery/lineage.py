"""The ancestors of a page's links, found once for all that stand in one place."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import ancestors, shape

# No portal nests deeper; a page that does is read by the nearest ancestors.
MOST_ANCESTORS = 100

Chain = tuple[LexborNode, ...]


class Lineage:
    """Chains of ancestors and their shapes on one page, remembered by node."""

    def __init__(self) -> None:
        self._chains: dict[int, Chain] = {}
        self._shapes: dict[int, tuple[str, ...]] = {}

    def chain(self, node: LexborNode) -> Chain:
        """Give a node's ancestors, the nearest first."""
        climbed: list[LexborNode] = []
        known: Chain = ()
        for above in ancestors(node):
            if above.mem_id in self._chains:
                known = self._chains[above.mem_id]
                break
            climbed.append(above)
        for above in reversed(climbed):
            known = (above, *known[: MOST_ANCESTORS - 1])
            self._chains[above.mem_id] = known
        return known

    def shapes(self, chain: Chain) -> tuple[str, ...]:
        """Give the shape of each node of a chain."""
        known: tuple[str, ...] = ()
        start = len(chain)
        for place, above in enumerate(chain):
            if above.mem_id in self._shapes:
                known = self._shapes[above.mem_id]
                start = place
                break
        for above in reversed(chain[:start]):
            known = (shape(above), *known[: MOST_ANCESTORS - 1])
            self._shapes[above.mem_id] = known
        return known
