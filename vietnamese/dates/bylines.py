"""Bylines, sources and categories beside a date: Tác giả: Long Hà; P. Ngọc - …; Tin tức | …."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from vietnamese.dates.days import match_month_first
from vietnamese.dates.elements import Match, Noise
from vietnamese.dates.labels import starts_date
from vietnamese.dates.months import match_month
from vietnamese.dates.phrases import Phrases, words
from vietnamese.dates.signs import is_bar, is_strong_break
from vietnamese.dates.tokens import END, Token
from vietnamese.dates.weekdays import match_weekday

# What may follow the label: "any" words; "names" only, since prose uses these labels too ("theo Quyết định ngày …");
# a "category" with a capital first ("trong Tin tức", not "trong khuôn khổ").
_BYLINES = Phrases(
    {
        "any": (
            "tác giả, người viết, người đăng, người gửi, người cập nhật, người tạo, nguồn, "
            "nguồn tin, author, source, category, categories, chuyên mục, danh mục, thể loại, "
            "posted in, filed under, in category, đăng trong, chủ đề, phóng viên, pv, "
            "tin ảnh, bài ảnh, tin và ảnh, bài và ảnh, tin bài"
        ),
        "names": "bởi, by, biên tập, biên soạn, thực hiện, theo, ảnh, đơn vị",
        "category": "trong, in",
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
_MAX_UNLABELLED_WORDS = 6
_MAX_LABELLED_CATEGORY_WORDS = 5
_INSIDE_NAMES = frozenset(".&,")


def match_byline(tokens: Sequence[Token], at: int) -> Match | None:
    """A labelled byline, source or category, up to the next separator or the date: "Tác giả: Long Hà"."""
    label = _BYLINES.match(tokens, at)
    if not label:
        return None
    follows, start = label
    if tokens[start].text == ":":
        follows, start = "any", start + 1
    end = _end_of_names(tokens, start)
    return (Noise("byline"), end) if end is not None and _may_follow(tokens[start:end], follows) else None


def _may_follow(names: Sequence[Token], follows: str) -> bool:
    if follows == "category":
        return 0 < len(names) <= _MAX_LABELLED_CATEGORY_WORDS and names[0].text[0].isupper()
    return follows == "any" or len(names) == 1 or _is_desk_or_name(names)


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
    """Whether the byline ends at this word. Thu and May are names, unless an English date goes on behind them."""
    if starts_date(tokens, at) or match_month_first(tokens, at) or _BYLINES.match(tokens, at):
        return True
    weekday = match_weekday(tokens, at)
    if not weekday or tokens[at].low != "thu" or weekday[1] > at + 1:
        return weekday is not None
    after = at + 1 + (tokens[at + 1].text in (",", "."))
    return bool(match_month(tokens, after) or (tokens[after].kind == "n" and match_month(tokens, after + 1)))


def match_names(tokens: Sequence[Token], at: int) -> Match | None:
    """Words without a label that pass as a byline or a category, up to a separator that prose does not use.

    The assembly of the slot decides whether the rest of it vouches for them.
    """
    barred = at == 0 or is_bar(tokens[at - 1].text)
    end = _end_of_words(tokens, at, over_dashes=barred)
    if barred and (is_bar(tokens[end].text) or (tokens[end].kind == "e" and at > 0)):
        return _unlabelled(tokens, at, end, "category")
    end = _end_of_words(tokens, at, over_dashes=False)
    closed = is_strong_break(tokens, end) or tokens[end].kind == "e"
    return _unlabelled(tokens, at, end, None) if closed else None


def _end_of_words(tokens: Sequence[Token], at: int, *, over_dashes: bool) -> int:
    end = at
    while tokens[end].kind == "w" or tokens[end].text in _INSIDE_NAMES or (over_dashes and tokens[end].text == "-"):
        end += 1
    return end


def _unlabelled(tokens: Sequence[Token], at: int, end: int, otherwise: Literal["category"] | None) -> Match | None:
    """The words as a person's name, else as what they are `otherwise`, else as a name of any kind."""
    named = [token for token in tokens[at:end] if token.kind == "w"]
    if len(named) > _MAX_UNLABELLED_WORDS or _MEANINGFUL.intersection(token.low for token in named):
        return None
    if _is_person(named, tokens[at + 1]):
        return Noise("person"), end
    if otherwise:
        return Noise(otherwise), end
    return (Noise("name"), end) if _is_desk_or_name(tokens[at:end]) else None


def _is_desk_or_name(names: Sequence[Token]) -> bool:
    """Whether the words are an office of the portal, or have a capital each."""
    if names and _DESKS.match((*names, END), 0):
        return True
    return all(token.text[0].isupper() for token in names if token.kind == "w")


def _is_person(words: Sequence[Token], after_first: Token) -> bool:
    """A surname or an initial first: "Nguyễn Văn An", "P. Ngọc", "K.Oanh"; or the login of the portal's desk."""
    first = words[0]
    if first.low in ("admin", "bbt"):
        return len(words) == 1
    named = first.low in _SURNAMES or (after_first.text == "." and len(first.text) <= 2)
    return named and len(words) > 1 and all(word.text[0].isupper() for word in words)
