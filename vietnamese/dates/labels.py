"""Labels before a date, by the words that CMSs compose them of: Ngày đăng, Cập nhật lúc, Posted on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from vietnamese.dates.elements import Label, Match, Noise
from vietnamese.dates.phrases import Phrases, words
from vietnamese.dates.tokens import Token

Role = Literal["published", "modified", "other", "part", "preposition"]
# A label is a run of these. What decides is its verb; parts only stand beside a verb; prepositions may stand
# alone.
_WORDS: Phrases[Role] = Phrases(
    {
        "published": (
            "đăng, đăng tải, đăng tin, đăng bài, viết, gửi, tạo, khởi tạo, xuất bản, "
            "đưa tin, đưa lên, đưa bài, công bố, duyệt đăng, duyệt bài, duyệt tin, "
            "nhập tin, nhập bài, post, posted, published, publish, publication, created, "
            "submitted, written, added, uploaded, pubdate"
        ),
        "modified": (
            "cập nhật, cập nhập, sửa, sửa đổi, chỉnh sửa, thay đổi, hiệu chỉnh, update, "
            "updated, modified, edited, changed, revised"
        ),
        "other": (
            "ban hành, ký, ký ban hành, hiệu lực, có hiệu lực, hết hiệu lực, hết hạn, áp dụng, "
            "phát hành, công báo, tiếp nhận, thông qua, phê duyệt, họp, bắt đầu, kết thúc, "
            "khai mạc, bế mạc, nộp, đăng ký, đăng nhập, sinh, diễn ra, "
            "hạn nộp, hạn cuối, thời hạn, hạn, đăng kí, kí, expires, issued, effective"
        ),
        "part": (
            "giờ, thời gian, thời điểm, được, đã, bài, bài viết, tin, tin bài, tin tức, "
            "lần, lần cuối, lần cuối cùng, cuối, cuối cùng, mới nhất, gần nhất, gần đây, "
            "nội dung, lên, trang, time, last, first, originally, was, article, this entry"
        ),
        "preposition": "ngày, lúc, vào, hồi, on, at, the, date, trên",
    }
)
_DATE_HEADS = words("ngày lúc vào hồi trên on at")


def match_label(tokens: Sequence[Token], at: int) -> Match | None:
    """A label that starts at `at`, or prepositions alone, as noise."""
    roles: set[Role] = set()
    while found := _WORDS.match(tokens, at):
        roles.add(found[0])
        at = found[1]
    if "other" in roles:
        return Label("other"), at
    if "modified" in roles:
        return Label("modified"), at
    if "published" in roles:
        return Label("published"), at
    return (Noise(), at) if roles == {"preposition"} else None


def starts_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a label or a preposition ends the byline that stands before it: "bởi admin vào T2, …".

    One word of a label alone may as well be a name (Đăng, Viết, Sinh): it needs a colon or a number behind it.
    """
    label = match_label(tokens, at)
    if not label:
        return False
    element, end = label
    if tokens[end].text == ":" or tokens[at].low in _DATE_HEADS:
        return True
    return element != Label("other") and (end > at + 1 or tokens[end].kind == "n")
