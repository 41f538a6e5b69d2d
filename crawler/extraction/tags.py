"""An article's tags (keywords), as links under a label or in a box of that name."""

from __future__ import annotations

import re

from crawler.extraction.region import Region
from crawler.extraction.remembering import contains
from crawler.extraction.tree.outline import Outline

_LABEL = re.compile(r"^(?:tags?|từ khóa|từ khoá|keywords?|thẻ)\s*:\s*|(?:^|\s)tagged\s+", re.IGNORECASE)
_is_tags_name = contains(r"(?<![a-z])tags?(?:-?_?(?:list|links|box))?(?![a-z])|tu-?_?khoa|keyword")
_REACH = 12
_MAX_TAGS = 30


def find_tags(page: Outline, region: Region) -> tuple[str, ...]:
    """The tags printed within or shortly behind the region."""
    start = region.heading.line if region.heading else region.start
    found: list[str] = []
    for line in page.lines[start : region.end + _REACH]:
        if not line.linked:
            continue
        if label := _LABEL.search(line.text):
            found.extend(part.strip() for part in re.split(r"[,;]", line.text[label.end() :]))
        elif line.is_link and any(_is_tags_name(element.names) for element in page.around(line, 4)):
            found.append(line.text.strip(" ,;#"))
    return tuple(dict.fromkeys(tag for tag in found if 1 < len(tag) < 60))[:_MAX_TAGS]
