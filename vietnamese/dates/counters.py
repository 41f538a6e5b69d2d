"""Counters, text-size buttons and links that portals print beside a date."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.dates.elements import Match, Noise
from vietnamese.dates.phrases import Phrases
from vietnamese.dates.signs import is_strong_break
from vietnamese.dates.tokens import Token

_COUNTED = Phrases(
    {
        True: (
            "lượt xem, lượt đọc, lượt, lần xem, lần đọc, lượt truy cập, số lượt xem, số lần xem, "
            "số lượt đọc, số lần đọc, số người xem, người xem, người đọc, đã xem, đã đọc, xem, "
            "đọc, truy cập, lượt tải, lượt thích, thích, bình luận, phản hồi, ý kiến, nhận xét, "
            "chia sẻ, views, view, view count, hits, hit, reads, comments, comment, likes, "
            "shares, phút đọc, min read, minutes read, post views, page views, lượt tải về, tải, tải về, downloads, "
            "lượt bình luận, lượt chia sẻ, lần, số bình luận, tổng lượt xem"
        ),
    }
)
_TOOLS = Phrases(
    {
        True: (
            "in, in ra, bản in, in trang, in bài, in bài viết, print, email, gửi email, e mail, "
            "chia sẻ, share, facebook, zalo, twitter, cỡ chữ, xem với cỡ chữ, màu chữ, lưu, "
            "đọc bài viết, nghe bài viết, đọc bài, nghe, lưu bài viết, no comments, leave a comment, "
            "không có bình luận, chưa có bình luận, để lại bình luận, không có phản hồi, tương phản, "
            "gửi mail, gửi bài viết, gửi cho bạn bè, leave a reply, comments off, quay lại"
        ),
    }
)


def match_counter(tokens: Sequence[Token], at: int) -> Match | None:
    """A counter: "Lượt xem: 1.234", "38 lượt xem", "View count 30809", "0 bình luận"."""
    if tokens[at].kind == "n":
        end = _skip_number(tokens, at)
        counted = _COUNTED.match(tokens, end)
        return (Noise(), counted[1]) if counted else None
    counted = _COUNTED.match(tokens, at)
    if not counted:
        return None
    end = counted[1] + (tokens[counted[1]].text in (":", "("))
    if tokens[end].kind == "e" or is_strong_break(tokens, end):
        return Noise(), end  # a script has yet to fill it in
    if tokens[end].kind != "n":
        return None
    end = _skip_number(tokens, end)
    if tokens[end].text in ("/", ":") and tokens[end + 1].kind == "n":
        return None  # "Xem: 15/12/2021" counts nothing
    again = _COUNTED.match(tokens, end)  # "Đã xem: 91 lần"
    return Noise(), again[1] if again else end


def _skip_number(tokens: Sequence[Token], at: int) -> int:
    """Past 1234, 1.234, 1,234,567 and 1.2K."""
    at += 1
    while (
        tokens[at].text in (".", ",")
        and tokens[at + 1].glued
        and len(tokens[at + 1].text) == 3
        and tokens[at + 1].kind == "n"
    ):
        at += 2
    if tokens[at].text in (".", ",") and tokens[at + 1].glued and tokens[at + 2].low == "k":
        return at + 3
    return at + (tokens[at].low == "k" and tokens[at].glued)


def match_tool(tokens: Sequence[Token], at: int) -> Match | None:
    """A button or link beside the date: "Bản in", "A-", "A+"."""
    if tokens[at].text == "A":
        signs = tokens[at + 1].text in ("+", "-") and tokens[at + 1].glued
        return Noise(), at + 1 + signs
    tool = _TOOLS.match(tokens, at)
    return (Noise(), tool[1]) if tool else None
