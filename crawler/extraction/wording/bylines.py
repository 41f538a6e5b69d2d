"""Who wrote it, and whose text it is: labelled bylines, source lines, bare names on the last line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extraction.wording import labels
from crawler.extraction.wording.keys import fold, phrases
from crawler.extraction.wording.people import is_initials, is_personal_name, is_post, is_unit

# A longer line is a paragraph, whatever labels it mentions.
_LONGEST = 400
_LABEL = re.compile(r"^\s*[(\[*•\-–]*\s*([^:：]{1,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
_SEGMENTS = re.compile(r"\s*[|•]\s*|\s{3,}|\t+")
_JOINTS = re.compile(r"\s*(?:[,/&+;.\-–]|\bvà\b|\bva\b|\band\b)\s*", re.IGNORECASE)
_BEFORE_POST = (re.compile(r"\s*[-–—]\s*"), re.compile(r"\s*[,;]\s*"))
_CO_AUTHORS = re.compile(r"\s*[-–—,;&/]\s*|\s+và\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?\s*$")
_WRAPPED = re.compile(r"^[(\[]\s*([^()\[\]]*?)\s*[)\]]\.?$")
_SHARE_TAIL = re.compile(r"\s*\b(?:copy link|sao chép liên kết|chia sẻ|in bài viết|gửi email|print)\s*$", re.IGNORECASE)
# "Tin và ảnh Lê Hoàn": some leave the colon out.
_UNMARKED = re.compile(r"(?:tin|bài)\s*(?:,|và|[-–/&+])\s*ảnh\s+", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?:vn|com|net|org)\S*")
_LOGIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?:@[\w.-]+)?")
_LOGIN_NAMES = frozenset(
    phrases(
        """
        admin, administrator, super user, superuser, superuser account, root, webmaster, host, guest, khach,
        quan tri, quan tri vien, quan tri website, quan tri he thong, bientap, editor
        """
    )
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline names. `author` is without label, post and unit; `source` is another medium or unit."""

    author: str | None = None
    source: str | None = None


def parse_byline(text: str) -> Byline | None:
    """Read a labelled byline or source line, or None if `text` bears no such label.

    Labels: "Tác giả:", "Tin, ảnh:", "Người viết:", "By …", "Nguồn:", "Theo …", "(Theo …)". One line
    may bear several facts: "Người viết: admin - Ngày viết: …", "Ngày đăng: … | Tác giả: Lê Hoàn". A label
    without a value gives an empty `Byline`: the line is furniture all the same.
    """
    if len(text) > _LONGEST:
        return None
    found: Byline | None = None
    for segment in _facts(text):
        part = _parse_segment(segment)
        if part is None:
            continue
        found = found or Byline()
        found = Byline(found.author or part.author, found.source or part.source)
    return found


def _facts(text: str) -> list[str]:
    """Cut a line into its facts: at bars, wide gaps, and dashes before a known label."""
    facts: list[str] = []
    for segment in _SEGMENTS.split(text.strip()):
        start = 0
        for dash in re.finditer(r"\s[-–]\s|[;.]\s+|\)\s*", segment):
            label = _LABEL.match(segment[dash.end() :])
            if label and _is_label(label[1]):
                facts.append(segment[start : dash.start()])
                start = dash.end()
        facts.append(segment[start:])
    return facts


def _is_label(text: str) -> bool:
    key = fold(text)
    others = (labels.OTHER_FACTS, labels.SOURCE, labels.EDITOR)
    return any(key in group for group in others) or _is_author_label(text)


def _is_author_label(text: str) -> bool:
    key = fold(text)
    if key in labels.AUTHOR:
        return True
    parts = {fold(part) for part in _JOINTS.split(text) if part.strip()}
    parts |= {"tin", "bai"} if parts & {"tin bai", "bai tin"} else set()
    known = labels.WRITING | labels.PICTURES | labels.AUTHOR
    return bool(parts & (labels.WRITING | labels.AUTHOR)) and parts <= known and len(parts) < 6


def _parse_segment(segment: str) -> Byline | None:
    inner = _WRAPPED.match(segment.strip())
    text = inner[1] if inner else segment.strip()
    match = _LABEL.match(text)
    if match is None:
        return _parse_unlabelled(text)
    label, value = match[1], match[2].strip(" )]")
    if not _fits(value):
        return None
    if _is_author_label(label):
        return Byline(author=_author_value(value)) if _may_be_author(label, value) else None
    if fold(label) in labels.SOURCE:
        return Byline(source=_source_value(value)) if not value or _names_medium(value) else None
    return Byline() if fold(label) in labels.EDITOR else None


def _fits(value: str) -> bool:
    """A byline's value is a few words; "Nguồn: …" before a whole sentence is no byline."""
    return len(value) <= 100 and not re.search(r"[.!?;]\s+\S+\s+\S+\s+\S+\s+\S+", value)


def _may_be_author(label: str, value: str) -> bool:
    """After a weak label ("Tin: …", "Thực hiện: …") anything may stand: the value must look like names."""
    if fold(label) not in labels.WEAK_AUTHOR or not value:
        return True
    name = _author_value(value)
    return name is not None and (_are_names(name) or is_login_name(name))


def _names_medium(value: str) -> bool:
    return value[0].isupper() or _DOMAIN.fullmatch(value.split()[0]) is not None or fold(value) == "internet"


def _parse_unlabelled(text: str) -> Byline | None:
    folded = text.casefold()
    for label in labels.BARE_AUTHOR:
        if folded.startswith(label + " "):
            value = text[len(label) + 1 :].strip()
            named = is_personal_name(clean_author(value) or "") or is_unit(value) or len(value.split()) <= 6
            return Byline(author=_author_value(value)) if named and value[:1].isupper() else None
    pictured = _UNMARKED.match(text)
    if pictured and is_name_line(text[pictured.end() :]):
        return Byline(author=_author_value(text[pictured.end() :]))
    if folded.startswith("theo ") and is_source_name(text[5:]):
        return Byline(source=_source_value(text[5:]))
    return None


def is_source_name(text: str) -> bool:
    """Whether `text` after "Theo" names a medium, unit or person ("Báo Chính phủ", "TTXVN")."""
    value = text.strip(" ).")
    if _DOMAIN.fullmatch(value):
        return True
    if not value[:1].isupper() or len(value.split()) > 12 or "," in value:
        return False
    return is_unit(value) or is_personal_name(value)


def _author_value(value: str) -> str | None:
    # "Tin: Hoàng Hạ; ảnh: Ngọc Vy": the photographer is no author.
    value = re.split(r"[;,.\-–]\s*(?:ảnh|hình|video|clip)\s*:", value, maxsplit=1, flags=re.IGNORECASE)[0]
    return clean_author(value)


def _source_value(value: str) -> str | None:
    return _SHARE_TAIL.sub("", value).strip(" .,;-–()[]") or None


def clean_author(text: str) -> str | None:
    """The name without share labels, brackets, post and unit; two names stay two. None if nothing is left.

    "Minh Diễn – Phó Hiệu trưởng" → "Minh Diễn"; "Huỳnh Điệp (TX)" → "Huỳnh Điệp"; "Lê Hoàn – Hồng Sơn" stays.
    """
    name = " ".join(_SHARE_TAIL.sub("", text).split())
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
            rest = name[match.end() :]
            if match.start() and (is_post(rest) or is_unit(rest)):
                return name[: match.start()]
    return name


def is_name_line(text: str) -> bool:
    """Whether a whole line is a bare byline, as it stands under an article: names, initials, a unit.

    "H.Nhung", "KY", "Thanh Cảnh", "Lê Hoàn – Hồng Sơn", "Huỳnh Điệp (TX)", "Diễm Quỳnh - Cán bộ …",
    "Thanh tra Sở KH&CN". No headings, sentences or section labels ("Nơi nhận:"). Position is the caller's
    business: a title-case menu entry may have the shape of a name.
    """
    line = " ".join(text.split())
    if (
        not line
        or len(line) > 90
        or ":" in line
        or ";" in line
        or re.search(r"\d", line)
        or fold(line) in labels.SECTIONS
    ):
        return False
    if line[-1] in ".!?…" and not is_initials(line.split()[-1]) and not is_personal_name(line.rstrip(".")):
        return False
    wrapped = _WRAPPED.match(line)
    line = wrapped[1] if wrapped else line
    name = clean_author(line)
    if name is None:
        return False
    return is_unit(line) or _are_names(name)


def _are_names(text: str) -> bool:
    parts = [part for part in _CO_AUTHORS.split(text) if part]
    return 0 < len(parts) <= 4 and all(is_personal_name(part) or is_unit(part) for part in parts)


def is_login_name(text: str) -> bool:
    """Whether `text` is an account and no person: "admin", "hbnguyet", "Super User", an e-mail address."""
    name = text.strip()
    return _LOGIN.fullmatch(name) is not None or fold(name) in _LOGIN_NAMES
