"""Bylines, sources and categories beside a date: Tác giả: Long Hà; P. Ngọc - …; Tin tức | …."""

from __future__ import annotations

from collections.abc import Sequence

from vietnamese.dates.elements import Match, Noise
from vietnamese.dates.labels import starts_date
from vietnamese.dates.months import match_month
from vietnamese.dates.phrases import Phrases, words
from vietnamese.dates.signs import is_bar, is_strong_break
from vietnamese.dates.tokens import Token
from vietnamese.dates.weekdays import match_weekday

# True: any words may follow. False: only names may, since prose uses these too ("theo Quyết định ngày …").
_BYLINES = Phrases(
    {
        True: (
            "tác giả, người viết, người đăng, người gửi, người cập nhật, người tạo, nguồn, "
            "nguồn tin, author, source, category, categories, chuyên mục, danh mục, thể loại, "
            "posted in, filed under, in category, đăng trong, chủ đề, phóng viên, pv, "
            "tin ảnh, bài ảnh, tin và ảnh, bài và ảnh, tin bài"
        ),
        False: "bởi, by, biên tập, biên soạn, thực hiện, theo, ảnh, đơn vị",
    }
)
_DESKS = Phrases(
    {True: "ban biên tập, bbt, admin, administrator, quản trị, quản trị viên, quản trị hệ thống, văn phòng"}
)
# Words that give a date a meaning of its own, so that what stands before it is no mere byline or category.
_MEANINGFUL = words(
    "ngày hạn từ đến tới trước sau số thời hành ký lực họp lúc tháng năm kể hết đầu thúc diễn hôm giờ khai sinh "
    "nghị quyết lịch nay bây sáng chiều tối"
)
# Surnames, but for those that a province's name begins with (Hà, Hồ, Thái, Cao, Lâm).
_SURNAMES = words(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương lý đinh đoàn trịnh mai đào tạ lương "
    "tô chu châu quách tăng lưu phùng kiều vương triệu"
)
_MAX_BYLINE_TOKENS = 24
_MAX_CATEGORY_WORDS = 8


def match_byline(tokens: Sequence[Token], at: int) -> Match | None:
    """A labelled byline, source or category, up to the next separator or the date: "Tác giả: Long Hà"."""
    label = _BYLINES.match(tokens, at)
    if not label:
        return None
    any_words, start = label
    if tokens[start].text == ":":
        any_words, start = True, start + 1
    end = _end_of_names(tokens, start)
    if end is None or not (any_words or end == start + 1 or _is_desk_or_name(tokens, start, end)):
        return None
    return Noise(), end


def _end_of_names(tokens: Sequence[Token], start: int) -> int | None:
    """Where the text that starts at `start` ends, or None if it runs too long for a byline."""
    at = start
    while tokens[at].kind != "e" and not is_strong_break(tokens, at):
        token = tokens[at]
        if (token.kind == "n" and not token.glued) or (token.kind == "n" and tokens[at - 1].kind == "p"):
            break
        if at > start and token.kind == "w" and _date_starts(tokens, at):
            break
        at += 1
        if at - start > _MAX_BYLINE_TOKENS:
            return None
    return at


def _date_starts(tokens: Sequence[Token], at: int) -> bool:
    return starts_date(tokens, at) or bool(match_weekday(tokens, at)) or bool(match_month(tokens, at))


def match_names(tokens: Sequence[Token], at: int) -> Match | None:
    """Words without a label that pass as a byline or a category, up to a separator that prose does not use.

    The assembly of the slot decides whether the rest of it vouches for them.
    """
    end = at
    while tokens[end].kind == "w" or (tokens[end].text in (".", "&", ",") and end > at):
        end += 1
    words = [token for token in tokens[at:end] if token.kind == "w"]
    if len(words) > _MAX_CATEGORY_WORDS or _MEANINGFUL.intersection(token.low for token in words):
        return None
    if not is_strong_break(tokens, end) and tokens[end].kind != "e":
        return None
    if _is_person(words, tokens[at + 1]):
        return Noise("person"), end
    if _is_desk_or_name(tokens, at, end):
        return Noise("name"), end
    dashed = tokens[end].text == "-" or (at > 0 and not is_bar(tokens[at - 1].text))
    return None if dashed else (Noise("category"), end)


def _is_desk_or_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words are an office of the portal, or have a capital each."""
    if _DESKS.match(tokens, start):
        return True
    return all(token.text[0].isupper() for token in tokens[start:end] if token.kind == "w")


def _is_person(words: Sequence[Token], after_first: Token) -> bool:
    """A surname or an initial first: "Nguyễn Văn An", "P. Ngọc", "K.Oanh"; or the login of the portal's desk."""
    first = words[0]
    if first.low in ("admin", "bbt"):
        return len(words) == 1
    named = first.low in _SURNAMES or (after_first.text == "." and len(first.text) <= 2)
    return named and len(words) > 1 and all(word.text[0].isupper() for word in words)
