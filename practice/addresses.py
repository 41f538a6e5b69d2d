"""The portal's addresses, in the form of the seed's site: `/vi-vn/tin-chi-tiet/id/4985/Ten-bai`."""

from __future__ import annotations

import re
import unicodedata

from practice.model import Article

DETAIL = "/vi-vn/tin-chi-tiet/id"
LISTING = "/vi-vn/tin-tuc"
PRINT = "/vi-vn/in-bai/id"


def slug(text: str) -> str:
    """The words of a title without diacritics, joined by hyphens, case kept."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    ascii_only = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[A-Za-z0-9]+", ascii_only))


def article_path(article: Article) -> str:
    """The address that listings give."""
    return f"{DETAIL}/{article.number}/{slug(article.title)}"


def alias_path(article: Article) -> str:
    """Another address of the same article: without a slug, cut off with hyphens, or with an older title."""
    match article.index % 3:
        case 0:
            return f"{DETAIL}/{article.number}"
        case 1:
            return f"{DETAIL}/{article.number}/{slug(article.title)[:24]}----"
        case _:
            return f"{DETAIL}/{article.number}/Tin-{slug(article.title).lower()}"


def print_path(article: Article) -> str:
    """The address of the article's print twin."""
    return f"{PRINT}/{article.number}"


def listing_path(section: str, page: int = 1) -> str:
    """The address of a page of a section's listing; the first has no number."""
    return f"{LISTING}/{section}" + (f"?page={page}" if page > 1 else "")
