"""From candidates to the main list: links of one shape are one list; the best list and its like are the main one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from crawler.discovery.candidates import DATE, Candidate, Found, rate
from crawler.discovery.nodes import chain_of, first_of, names, shape, squeeze, text_of
from crawler.discovery.texts import Texts
from crawler.discovery.zones import Zones

FLAT_NEIGHBOURS = 4
# A list of one entry has no second one to end it.
LONE_ENTRY = 700
COLUMN = re.compile(r"(?:^|[\s_-])(?:col|column|span|grid|cell|left|right|main|content)(?:$|[\s_\d-])|col\d")
LONGEST_HEADING = 60
LIKE = 0.72
WITHIN = 0.55
LEAST_QUALITY = 0.9
# Above what menus reach.
NEWS = 1.4


@dataclass(slots=True)
class Group:
    """Links of one shape. `quality` is their mean, `weight` that of their place, `root` the least node with all."""

    members: list[Candidate]
    root: LexborNode
    quality: float = 0.0
    weight: float = 0.0

    @property
    def score(self) -> float:
        """How good a main list it would be; ten entries are as good as thirty."""
        return float(self.quality**2 * min(len(self.members), 10) ** 0.7 * self.weight)


def groups(page: Found) -> list[Group]:
    """Sort candidates into lists and rate them; the best list first."""
    found = page.candidates
    by_shape: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in found:
        by_shape.setdefault(candidate.shape, []).append(candidate)
    headed = _urls(candidate for candidate in found if candidate.headed)
    made = [part for members in by_shape.values() for part in _split(members, page, headed)]
    return sorted(made, key=lambda group: group.score, reverse=True)


def _split(members: list[Candidate], page: Found, headed: dict[int, set[str]]) -> list[Group]:
    """Rate the links of one shape; where they stand in several columns of a table, each column is a list."""
    zones, texts = page.zones, page.texts
    counts = _counts(members)
    lengths: dict[int, int] | None = {} if max(counts.values()) == 1 else None
    items = [_item(candidate, counts, headed, lengths) for candidate in members]
    inside = {item.mem_id for item in items}
    for candidate, item in zip(members, items, strict=True):
        candidate.extent = _extent(item, candidate.url, inside, headed, texts)
        around = " ".join(texts.of(node) for node in candidate.extent).strip()
        rate(candidate, around, any(_has_picture(node, texts) for node in candidate.extent))
    root = _root(members, counts)
    parted = root.tag == "tr" and not _is_grid(root)
    columns: dict[int | float, list[Candidate]] = {}
    for candidate, item in zip(members, items, strict=True):
        column = _cell(candidate, root) if parted else _weight_around(item, zones)
        columns.setdefault(column, []).append(candidate)
    if len(columns) in (1, len(members)):
        return [_group(members, root, zones)]
    return [_group(column, _root(column, _counts(column)), zones) for column in columns.values()]


def _has_picture(node: LexborNode, texts: Texts) -> bool:
    return not texts.is_plain(node) and first_of(node, "img") is not None


def _cell(candidate: Candidate, row: LexborNode) -> int:
    """Say in which cell of a layout table's row a link stands: each is a column of the page."""
    chain = (candidate.node, *candidate.chain)
    place = next(index for index, node in enumerate(chain) if node.mem_id == row.mem_id)
    return chain[place - 1].mem_id


def _weight_around(item: LexborNode, zones: Zones) -> float:
    """Give the weight of the place of an entry: elsewhere, places of one weight are a column."""
    return zones.weight(item.parent) if item.parent is not None else 1.0


def _is_grid(row: LexborNode) -> bool:
    """Whether a row's cells are of one name, as where a list is printed in two columns; a page's columns differ."""
    cells = [node for node in row.iter() if node.tag == "td"]
    return len(cells) > 1 and "." in shape(cells[0]) and len({shape(cell) for cell in cells}) == 1


def _group(members: list[Candidate], root: LexborNode, zones: Zones) -> Group:
    distinct = list({candidate.url: candidate for candidate in reversed(members)}.values())[::-1]
    size = len(distinct)
    quality = sum(candidate.quality for candidate in distinct) / size
    # How an entry names its own parts (`item-right`) says nothing about the place of the list.
    return Group(distinct, root, quality, zones.weight(root))


def _counts(members: list[Candidate]) -> dict[int, int]:
    """Count for each node the different addresses of these links within it."""
    return {key: len(urls) for key, urls in _urls(members).items()}


def _urls(members: Iterable[Candidate]) -> dict[int, set[str]]:
    """Give for each node the addresses of these links within it."""
    urls: dict[int, set[str]] = {}
    for candidate in members:
        url = candidate.url
        for node in (candidate.node, *candidate.chain):
            within = urls.get(node.mem_id)
            if within is None:
                urls[node.mem_id] = {url}
            else:
                within.add(url)
    return urls


def _item(
    candidate: Candidate, counts: dict[int, int], headed: dict[int, set[str]], lengths: dict[int, int] | None
) -> LexborNode:
    """Find the entry around a link: the highest node with no other link of its list, and no other headline.

    `lengths` remembers how much text is in nodes, where all links lead to one address; None where they do not.
    """
    item = candidate.node
    for node in candidate.chain:
        if (
            counts[node.mem_id] > 1
            or _has_other(node, candidate.url, headed)
            or node.tag == "body"
            or (lengths is not None and (_length(node, lengths) > LONE_ENTRY or _has_heading(node, candidate)))
        ):
            break
        item = node
    return item


def _length(node: LexborNode, lengths: dict[int, int]) -> int:
    if node.mem_id not in lengths:
        lengths[node.mem_id] = len(node.text() or "")
    return lengths[node.mem_id]


def _has_heading(node: LexborNode, candidate: Candidate) -> bool:
    """Whether a heading other than a link's own stands in a node: what it heads is no entry for that link."""
    return any(text_of(heading) not in candidate.text for heading in node.css("h1, h2, h3"))


def _has_other(node: LexborNode, url: str, headed: dict[int, set[str]]) -> bool:
    """Whether another headline than that of `url` stands in a node."""
    urls = headed.get(node.mem_id)
    return urls is not None and len(urls) > (url in urls)


def _root(members: list[Candidate], counts: dict[int, int]) -> LexborNode:
    size = len({candidate.url for candidate in members})
    first = members[0]
    return next((node for node in first.chain if counts[node.mem_id] == size), first.chain[-1])


def _extent(
    item: LexborNode, url: str, items: set[int], headed: dict[int, set[str]], texts: Texts
) -> tuple[LexborNode, ...]:
    """Give the nodes of an entry. In a flat list (h3, p, h3, p) the siblings up to the next headline belong to it.

    So do a table's rows below a dated headline: elsewhere an entry with its date is whole.
    """
    extent = [item]
    text = texts.of(item)
    if len(text) > 200 or (item.tag != "tr" and DATE.search(text)):
        return (item,)
    sibling = item.next
    while sibling is not None and len(extent) <= FLAT_NEIGHBOURS:
        if sibling.mem_id in items or _has_other(sibling, url, headed):
            break
        if sibling.tag != "-comment":
            extent.append(sibling)
        sibling = sibling.next
    return tuple(extent)


def _text(node: LexborNode) -> str:
    return squeeze(node.text() or "") if node.tag == "-text" else text_of(node)


def main_members(ranked: list[Group], least_weight: float | None = None) -> list[Candidate]:
    """Take the best list with the lists like it (a featured entry, a second block), each address once.

    With `least_weight`, every block of news is taken whose place weighs more, whatever it is like: front pages, and
    pages that show a block for each of their sections.
    """
    if not ranked or ranked[0].quality < LEAST_QUALITY:
        return []
    best = ranked[0]
    taken = list(best.members)
    entries = {candidate.extent[0].mem_id for candidate in best.members}
    for group in ranked[1:]:
        # Within an entry only its headline counts; its category, its tags and its "related" links do not.
        outside = [found for found in group.members if not any(node.mem_id in entries for node in found.chain)]
        if outside and _is_like(group, best, least_weight):
            taken += outside
    return taken


def _is_like(group: Group, best: Group, least_weight: float | None) -> bool:
    if least_weight is not None:
        return group.weight > least_weight and group.quality >= NEWS
    if group.weight < 0.5 * best.weight:
        return False
    above = _ancestor_ids(group.root)
    if best.root.mem_id in above:
        return group.quality >= WITHIN * best.quality
    shared = next((node for node in _line(best.root) if node.mem_id in above), None)
    if shared is None or shared.tag in ("tr", "body", "form"):
        return False
    if _has_own_heading(group.root, shared) and not _is_first(best, group, shared):
        return False
    if _stands_under(best, group, shared):
        return group.quality >= NEWS
    return group.quality >= LIKE * best.quality


def _stands_under(best: Group, group: Group, shared: LexborNode) -> bool:
    """Whether a list is the next block of the best list's column: its older entries, as titles only.

    Another column is not.
    """
    places = []
    for root in (best.root, group.root):
        line = _line(root)
        place = next(index for index, node in enumerate(line) if node.mem_id == shared.mem_id)
        if place > 2:
            return False
        places.append(line[max(place - 1, 0)])
    return not any(COLUMN.search(names(node)) for node in places)


def _has_own_heading(root: LexborNode, shared: LexborNode) -> bool:
    """Whether a short text heads a list, between it and the block that it shares with the best list."""
    for node in chain_of(root):
        if node.mem_id == shared.mem_id:
            return False
        before = node.prev
        while before is not None and (before.tag == "-comment" or not _text(before)):
            before = before.prev
        if before is not None and len(_text(before)) <= LONGEST_HEADING:
            return True
    return False


def _is_first(best: Group, group: Group, shared: LexborNode) -> bool:
    """Whether a list opens the block that it shares with the best list: what heads it heads both."""
    if _has_own_heading(best.root, shared):
        return False
    inside = (node for node in chain_of(group.root) if node.parent is not None and node.parent.mem_id == shared.mem_id)
    before = next(inside).prev
    spoken = 0
    while before is not None:
        spoken += before.tag != "-comment" and bool(_text(before))
        before = before.prev
    return spoken == 1


def _line(node: LexborNode) -> list[LexborNode]:
    line = []
    here: LexborNode | None = node
    while here is not None and here.tag != "html":
        line.append(here)
        here = here.parent
    return line


def _ancestor_ids(node: LexborNode) -> set[int]:
    return {above.mem_id for above in _line(node)}
