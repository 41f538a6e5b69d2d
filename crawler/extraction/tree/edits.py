"""The time of an edit that a theme prints beside that of publication, and hides by its style sheet."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

_EDITED = 'time[class~="updated"], time[itemprop="dateModified"]'
_PUBLISHED = 'time[class~="published"], time[itemprop="datePublished"]'


def without_edit_times(tree: LexborHTMLParser) -> None:
    """Take such times out of `tree`: WordPress themes write "16/03/202615/03/2026", and show the second alone."""
    dated: dict[int, bool] = {}
    for node in tree.css(_EDITED):
        box = node.parent
        if box is None or _is_publication(node):
            continue
        if box.mem_id not in dated:
            dated[box.mem_id] = box.css_first(_PUBLISHED) is not None
        if dated[box.mem_id]:
            node.decompose()


def _is_publication(node: LexborNode) -> bool:
    return "published" in (node.attributes.get("class") or "").split()
