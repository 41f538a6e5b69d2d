"""Who wrote it, and whose text it is: labelled bylines, source lines, bare names on the last line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extraction.remembering import remembered
from crawler.extraction.wording import labels
from crawler.extraction.wording.keys import UPPER, fold, words
from crawler.extraction.wording.names import are_names, clean_author, is_login_name, is_name_line, without_tools
from crawler.extraction.wording.people import is_personal_name, is_unit

__all__ = [
    "Byline",
    "clean_author",
    "is_author_label",
    "is_fact_label",
    "is_login_name",
    "is_name_line",
    "is_source_name",
    "parse_byline",
]

# A longer line is a paragraph, whatever labels it mentions.
_LONGEST = 400
# A sentence before a label makes the line a paragraph that ends with its source.
_LONGEST_FACT = 10
_LONGEST_LABEL = 100
_LABEL = re.compile(r"^\s*[(\[*•\-–]*\s*([^:：]{1,40}?)\s*[:：]\s*(.*)$", re.DOTALL)
# Bars, wide gaps, and the place where a theme glues "By …" to the date before it.
_SEGMENTS = re.compile(rf"\s*[|•]\s*|\s{{3,}}|\t+|(?<=\d)\s*(?=By\s[{UPPER}])")
_JOINTS = re.compile(r"\s*(?:[,/&+;.\-–]|\bvà\b|\bva\b|\band\b)\s*", re.IGNORECASE)
_WRAPPED = re.compile(r"^[(\[]\s*([^()\[\]]*?)\s*[)\]]\.?$")
# "Tin và ảnh Gia Huy": some leave the colon out.
_UNMARKED = re.compile(r"(?:tin|bài)\s*(?:,|và|[-–/&+])\s*ảnh\s+", re.IGNORECASE)
# "Submitted by admin on Mon, 03/01/2022": the theme's time follows the name.
_WHEN = re.compile(r"\s+(?:vào|lúc|ngày|on|at)\s+", re.IGNORECASE)
_PICTURED = re.compile(r"[;,.\-–]\s*(?:ảnh|hình|video|clip)\s*:", re.IGNORECASE)
_DOMAIN = re.compile(r"https?://\S+|(?:[\w-]+\.)+(?:vn|com|net|org)\S*")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline names. `author` is without label, post and unit; `source` is another medium or unit."""

    author: str | None = None
    source: str | None = None


@remembered
def parse_byline(text: str) -> Byline | None:
    """Read a labelled byline or source line, or None if `text` bears no such label.

    Labels: "Tác giả:", "Tin, ảnh:", "Người viết:", "By …", "Nguồn:", "Theo …", "(Theo …)". One line
    may bear several facts: "Người viết: admin - Ngày viết: …", "Ngày đăng: … | Tác giả: Gia Huy". A label
    without a value gives an empty `Byline`: the line is furniture all the same.
    """
    if len(text) > _LONGEST:
        return None
    facts = _facts(text)
    if len(words(facts[0])) > _LONGEST_FACT and _parse_segment(facts[0]) is None:
        return None
    found: Byline | None = None
    for segment in facts:
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
    return any(key in group for group in others) or is_author_label(text)


def is_fact_label(text: str) -> bool:
    """Whether `text` is nothing but the label of a fact about an article: "Ngày đăng", "Người viết:", "Lượt xem"."""
    key = fold(text)
    return key in labels.OTHER_FACTS or key in labels.AUTHOR


@remembered
def is_author_label(text: str) -> bool:
    """Whether `text` is nothing but the label of a byline: "Tác giả", "Tin, ảnh:"."""
    if len(text) > _LONGEST_LABEL:
        return False
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
    if not _fits(_PICTURED.split(value, maxsplit=1)[0]):
        return None
    if is_author_label(label):
        return Byline(author=_author_value(value)) if _may_be_author(label, value) else None
    if fold(label) in labels.SOURCE:
        return Byline(source=_source_value(value)) if not value or _names_medium(value) else None
    return Byline() if fold(label) in labels.EDITOR else None


def _fits(value: str) -> bool:
    """A byline's value is a few words; "Nguồn: …" before a whole sentence, or a speech, is no byline."""
    return (
        len(value) <= 100 and not value.endswith(("!", "?")) and not re.search(r"[.!?;]\s+\S+\s+\S+\s+\S+\s+\S+", value)
    )


def _may_be_author(label: str, value: str) -> bool:
    """After a weak label ("Tin: …", "Thực hiện: …") anything may stand: the value must look like names.

    Unless the photographer is named behind it.
    """
    if fold(label) not in labels.WEAK_AUTHOR or not value or _PICTURED.search(value):
        return True
    name = _author_value(value)
    return name is not None and (are_names(name) or is_login_name(name))


def _names_medium(value: str) -> bool:
    return value[0].isupper() or _DOMAIN.fullmatch(value.split()[0]) is not None or fold(value) == "internet"


def _parse_unlabelled(text: str) -> Byline | None:
    folded = text.casefold()
    for label in labels.BARE_AUTHOR:
        if folded.startswith(label + " "):
            value = _WHEN.split(text[len(label) + 1 :].strip(), maxsplit=1)[0]
            return Byline(author=_author_value(value)) if _may_follow(label, value) else None
    pictured = _UNMARKED.match(text)
    if pictured and is_name_line(text[pictured.end() :]):
        return Byline(author=_author_value(text[pictured.end() :]))
    if folded.startswith("theo ") and is_source_name(text[5:]):
        return Byline(source=_source_value(text[5:]))
    return None


def _may_follow(label: str, value: str) -> bool:
    """After "by" without a colon stands a name or a few capitalised words; after a whole phrase an account too."""
    if is_login_name(value):
        return label != "by"
    return value[:1].isupper() and (are_names(clean_author(value) or "") or len(value.split()) <= 6)


def is_source_name(text: str) -> bool:
    """Whether `text` after "Theo" names a medium, unit or person ("Báo Chính phủ", "TTXVN")."""
    value = text.strip(" ).")
    if _DOMAIN.fullmatch(value):
        return True
    if not value[:1].isupper() or len(value.split()) > 12 or "," in value:
        return False
    return is_unit(value) or is_personal_name(value)


def _author_value(value: str) -> str | None:
    # "Tin: Tú Uyên; ảnh: Gia Huy": the photographer is no author.
    return clean_author(_PICTURED.split(value, maxsplit=1)[0])


def _source_value(value: str) -> str | None:
    return without_tools(value).strip(" .,;-–()[]") or None
