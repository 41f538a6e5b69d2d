"""Records: laws and administrative procedures, which portals show as tables of labelled fields."""

from __future__ import annotations

from crawler.extraction.document import Document
from crawler.extraction.wording.keys import fold, phrases

LABELS = frozenset(
    phrases(
        """
        so ky hieu, so hieu, so/ky hieu, so van ban, ngay ban hanh, ngay hieu luc, ngay co hieu luc, ngay het hieu luc,
        co quan ban hanh, nguoi ky, trich yeu, trich yeu noi dung, loai van ban, linh vuc, tinh trang hieu luc,
        hieu luc, don vi ban hanh, ngay van ban, trinh tu thuc hien, cach thuc thuc hien, thanh phan ho so,
        thoi han giai quyet, le phi, co quan thuc hien, doi tuong thuc hien, ket qua thuc hien, can cu phap ly,
        ten thu tuc, ma thu tuc, so bo ho so, muc do
        """
    )
)
LONGEST_LABEL = 40
FEWEST_LABELS = 4
# The cells that head a table say more of it than the like words in other places.
FEWEST_HEADS = 3


def is_record(document: Document) -> bool:
    """Whether a page is a record or a table of records: by the labels that such tables print."""
    found: set[str] = set()
    heads: set[str] = set()
    for node in document.tree.css("td, th, dt, label, strong, b, span.label, div.label, li > span"):
        text = node.text() or ""
        if len(text) <= LONGEST_LABEL:
            key = fold(text)
            if key in LABELS:
                (heads if node.tag == "th" else found).add(key)
    return len(found | heads) >= FEWEST_LABELS or len(heads) >= FEWEST_HEADS
