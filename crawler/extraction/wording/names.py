"""Names as bylines print them, without label: what to leave off, and whether a line is nothing but names."""

from __future__ import annotations

import re

from crawler.extraction.remembering import remembered
from crawler.extraction.wording.keys import fold, phrases
from crawler.extraction.wording.people import is_initials, is_personal_name, is_post, is_unit

_LONGEST = 90
_BEFORE_POST = (re.compile(r"\s*[-–—]\s*"), re.compile(r"\s*[,;]\s*"))
_CO_AUTHORS = re.compile(r"\s*[-–—,;&/]\s*|\s+và\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?\s*$")
_WRAPPED = re.compile(r"^[(\[]\s*([^()\[\]]*?)\s*[)\]]\.?$")
_SHARE_TAIL = re.compile(r"\s*\b(?:copy link|sao chép liên kết|chia sẻ|in bài viết|gửi email|print)\s*$", re.IGNORECASE)
# A digit, colon or semicolon makes a line something else than names.
_NO_NAMES = re.compile(r"[\d:;]")
_LOGIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?:@[\w.-]+)?")
_LOGIN_NAMES = frozenset(
    phrases(
        """
        admin, administrator, super user, superuser, superuser account, root, webmaster, host, guest, khach,
        quan tri, quan tri vien, quan tri website, quan tri he thong, bientap, editor
        """
    )
)


def without_tools(text: str) -> str:
    """The text without the share label that a theme prints behind it: "Phòng Tổ chức Copy link"."""
    return _SHARE_TAIL.sub("", text)


def clean_author(text: str) -> str | None:
    """The name without share labels, brackets, post and unit; two names stay two. None if nothing is left.

    "Vũ Dung – Phó Hiệu trưởng" → "Vũ Dung"; "Gia Huy (TX)" → "Gia Huy"; "Bảo Ngân – Gia Huy" stays.
    """
    name = " ".join(without_tools(text).split())
    wrapped = _WRAPPED.match(name)
    name = wrapped[1] if wrapped else name
    while (shorter := _BRACKETS.sub("", name)) != name and shorter:
        name = shorter
    name = _drop_post(name).strip(" ,;:-–—|/")
    if name.endswith(".") and not is_initials(name):
        name = name.rstrip(". ")
    return name or None


def _drop_post(name: str) -> str:
    for mark in _BEFORE_POST:
        for match in mark.finditer(name):
            first, rest = name[: match.start()], name[match.end() :]
            # Units hold no posts: "Phòng Hành chính - Tổng hợp" is one name.
            if first and (is_unit(rest) or (is_post(rest) and not is_unit(first))):
                return first
    return name


@remembered
def is_name_line(text: str) -> bool:
    """Whether a whole line is a bare byline, as it stands under an article: names, initials, a unit.

    "B.Ngân", "KY", "Bảo Ngân", "Bảo Ngân – Gia Huy", "Gia Huy (TX)", "Tú Uyên - Cán bộ …",
    "Thanh tra Sở KH&CN". No headings, sentences or section labels ("Nơi nhận:"). Position is the caller's
    business: a title-case menu entry may have the shape of a name.
    """
    line = " ".join(text[: 2 * _LONGEST].split())
    if not line or len(line) > _LONGEST or _NO_NAMES.search(line):
        return False
    if line[-1] in ".!?…" and not is_initials(line.split()[-1]) and not is_personal_name(line.rstrip(".")):
        return False
    wrapped = _WRAPPED.match(line)
    line = wrapped[1] if wrapped else line
    name = clean_author(line)
    if name is None:
        return False
    return is_unit(line) or are_names(name)


def are_names(text: str) -> bool:
    """Whether `text` is one to four names or units, parted by commas, dashes or "và"."""
    parts = [part for part in _CO_AUTHORS.split(text) if part]
    return 0 < len(parts) <= 4 and all(is_personal_name(part) or is_unit(part) for part in parts)


def is_login_name(text: str) -> bool:
    """Whether `text` is an account and no person: "admin", "btngan", "Super User", an e-mail address."""
    name = text.strip()
    return _LOGIN.fullmatch(name) is not None or fold(name) in _LOGIN_NAMES
