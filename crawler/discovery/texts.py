"""The texts of a page in reading order, read once: what stands in an element is a run of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborNode

from crawler.discovery.nodes import SILENT, squeeze, strings, text_of

NO_ELEMENTS = "-!_"


@dataclass(slots=True)
class Spot:
    """An element's place: the texts `first` to before `end` stand in it, the elements behind `index` to before `after`.

    `own` counts the characters of the texts that stand in no element within it.
    """

    node: LexborNode
    index: int
    first: int
    end: int = 0
    after: int = 0
    own: int = 0


class Texts:
    """The elements of a page (`spots`, in reading order) and their texts, squeezed. Scripts and the like are silent."""

    def __init__(self, root: LexborNode | None) -> None:
        """Read all that stands in `root`."""
        self.spots: list[Spot] = []
        self._texts: list[str] = []
        self._spots: dict[int, Spot] = {}
        if root is not None:
            self._read(root)
        self._before = [0]
        for text in self._texts:
            self._before.append(self._before[-1] + len(text))

    def _read(self, root: LexborNode) -> None:
        """Walk the tree by its pointers, so that depth costs no stack.

        Every node of a page is seen here, so what all of them pass through is kept short.
        """
        spots, texts, known = self.spots, self._texts, self._spots
        around: list[Spot] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag or "-"
            if tag == "-text":
                text = node.text_content
                if text and not text.isspace() and around and (text := squeeze(text)):
                    texts.append(text)
                    around[-1].own += len(text)
            elif tag not in SILENT and tag[0] not in NO_ELEMENTS:
                known[node.mem_id] = spot = Spot(node, len(spots), len(texts))
                spots.append(spot)
                child = node.first_child
                if child is not None:
                    around.append(spot)
                    node = child
                    continue
                spot.end, spot.after = spot.first, len(spots)
            node = node.next if around else None
            while node is None and around:
                spot = around.pop()
                spot.end, spot.after = len(texts), len(spots)
                node = spot.node.next if around else None

    def is_plain(self, node: LexborNode) -> bool:
        """Whether an element holds nothing but text."""
        spot = self._spots.get(node.mem_id)
        return spot is not None and spot.after == spot.index + 1

    def length(self, spot: Spot) -> int:
        """Count the characters in an element, spaces between its texts left out."""
        return self._before[spot.end] - self._before[spot.first]

    def of(self, node: LexborNode) -> str:
        """Give a node's text on one line (see `text_of`)."""
        spot = self._spots.get(node.mem_id)
        return text_of(node) if spot is None else " ".join(self._texts[spot.first : spot.end])

    def label_of(self, node: LexborNode, longest: int) -> str:
        """Give a node's text if it is no longer than a label; else, without reading all of it, nothing."""
        spot = self._spots.get(node.mem_id)
        if spot is None:
            text = squeeze(" ".join(islice(strings(node), longest)))
        elif self.length(spot) + spot.end - spot.first - 1 > longest:
            return ""
        else:
            text = " ".join(self._texts[spot.first : spot.end])
        return text if len(text) <= longest else ""
