"""Pictures and their captions: by markup, by place under the picture, by look and by credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.extraction.addresses import absolute
from crawler.extraction.article import Image
from crawler.extraction.blocks import BlockKind
from crawler.extraction.judging.draft import Draft
from crawler.extraction.judging.furniture import FILE_NAME
from crawler.extraction.plain import compact, ends_sentence, word_count
from crawler.extraction.wording.bylines import parse_byline
from crawler.extraction.wording.captions import has_credit, introduces_gallery, looks_like_caption, split_credit

_SOURCE = re.compile(r"\W*(?:nguồn|theo)\b", re.IGNORECASE)
_LONG_WORDS = 70
_PLAIN_WORDS = 45


@dataclass(frozen=True, slots=True)
class _BodyLook:
    """How most of the running text looks: what differs from it under a picture is a caption."""

    centred: bool
    italic: bool
    size: float
    groups: frozenset[int]

    @classmethod
    def of(cls, drafts: Sequence[Draft]) -> _BodyLook:
        looks = [item.piece.look for item in drafts if item.is_running]
        sizes = sorted(look.size for look in looks if look.size)
        return cls(
            sum(look.align == "center" for look in looks) * 2 > len(looks),
            sum(look.italic for look in looks) * 2 > len(looks),
            sizes[len(sizes) // 2] if len(sizes) * 2 > len(looks) else 0.0,
            _pictorial(drafts),
        )


def _pictorial(drafts: Sequence[Draft]) -> frozenset[int]:
    """The figures and tables that are about their pictures: with hardly more text than captions."""
    members: dict[int, list[Draft]] = {}
    for item in drafts:
        if item.piece.group:
            members.setdefault(item.piece.group, []).append(item)
    return frozenset(
        group
        for group, items in members.items()
        if (images := sum(item.piece.tag == "image" for item in items))
        and sum(item.in_body for item in items) <= 2 * images + 1
        and sum(item.is_running for item in items) <= images
    )


def mark_captions(drafts: Sequence[Draft], base: str) -> tuple[tuple[Image, ...], tuple[str, ...]]:
    """Judge captions; give the pictures with theirs, and all captions once in reading order."""
    look = _BodyLook.of(drafts)
    texts: dict[int, str] = {}
    owners: dict[int, int] = {}
    for run in _picture_runs(drafts):
        _caption_below(drafts, run, texts, owners, look)
    for at, item in enumerate(drafts):
        if _is_caption_anywhere(item):
            item.judge(BlockKind.CAPTION, "caption by markup" if item.piece.tag == "caption" else "credit")
            texts.setdefault(at, item.text)
    captions: dict[str, str] = {}
    for at in sorted(texts):
        captions.setdefault(compact(texts[at]), texts[at])
    found = {image: texts[caption] for image, caption in owners.items()}
    return _images(drafts, found, base), tuple(captions.values())


def _picture_runs(drafts: Sequence[Draft]) -> list[list[int]]:
    """The places of the pictures, those without text in between together."""
    runs: list[list[int]] = []
    for at, item in enumerate(drafts):
        if item.piece.tag != "image" or item.piece.furniture:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _is_caption_anywhere(item: Draft) -> bool:
    if not item.in_body or item.words > _LONG_WORDS:
        return False
    return item.piece.tag == "caption" or _is_lone_credit(item)


def _caption_below(
    drafts: Sequence[Draft], run: list[int], texts: dict[int, str], owners: dict[int, int], look: _BodyLook
) -> None:
    """Take the caption of a run of pictures: the text below (or below a file's name), and what plainly goes on from it.

    In a table of pictures with as many cells of text below, every picture has a caption of its own.
    """
    start = run[-1] + 1
    while start < len(drafts) and drafts[start].reason == FILE_NAME:
        start += 1
    at = start
    while at < len(drafts) and drafts[at].in_body and _is_caption(drafts, run[-1], at, start, look):
        drafts[at].judge(BlockKind.CAPTION, "below a picture")
        at += 1
    if at == start:
        return
    places = range(start, at)
    if len(run) > 1 and len({drafts[place].piece.cell for place in places}) == len(places) == len(run):
        texts.update((place, drafts[place].text) for place in places)
        owners.update(zip(run, places, strict=True))
        return
    texts[start] = " ".join(drafts[place].text for place in places)
    owners.update((image, start) for image in run)


def _is_caption(drafts: Sequence[Draft], image: int, at: int, start: int, look: _BodyLook) -> bool:
    item, picture = drafts[at], drafts[image]
    piece, words = item.piece, item.words
    if words > _LONG_WORDS or piece.is_link or piece.tag in ("li", "row"):
        return False
    if at > start:
        return _goes_on(drafts[at - 1], item, picture, look)
    if piece.tag == "caption" or compact(item.text) in (compact(picture.text), compact(picture.piece.title)):
        return True
    if piece.group in look.groups and piece.group == picture.piece.group:
        return True
    if _is_lone_credit(item):
        return True
    if parse_byline(item.text) or introduces_gallery(item.text):
        return False
    if piece.look.align == "center" and not look.centred:
        return not (piece.look.bold and piece.look.heading)
    if piece.look.italic and not look.italic and not (ends_sentence(item.text) and words > _PLAIN_WORDS):
        return True
    if 0 < piece.look.size < look.size - 1:
        return True
    if picture.piece.group != piece.group:
        return False  # the picture's own figure or table would hold its caption
    return words <= _PLAIN_WORDS and (looks_like_caption(_whole(drafts, at)) or _breaks_style(drafts, at))


def _goes_on(last: Draft, item: Draft, picture: Draft, look: _BodyLook) -> bool:
    """Whether a second line belongs to the caption: same look, and the first had not ended."""
    if item.piece.tag == "caption" or (item.piece.group in look.groups and item.piece.group == picture.piece.group):
        return True
    if _is_cut(last.text, item.text):
        return True
    same = item.piece.look.align == last.piece.look.align and item.piece.look.italic == last.piece.look.italic
    special = item.piece.look.align == "center" or item.piece.look.italic
    if not same or not special:
        return False
    return has_credit(item.text) or not ends_sentence(last.text)


def _whole(drafts: Sequence[Draft], at: int) -> str:
    """The line at `at` with the next one, where it was cut in mid-sentence."""
    text = drafts[at].text
    if at + 1 < len(drafts) and drafts[at + 1].in_body and _is_cut(text, drafts[at + 1].text):
        return f"{text} {drafts[at + 1].text}"
    return text


def _is_cut(text: str, following: str) -> bool:
    """Whether a caption was broken over two paragraphs: it stops at a comma or dash, or goes on in lower case."""
    short = word_count(text) + word_count(following) <= _PLAIN_WORDS
    return short and not ends_sentence(text) and (text[-1:] in ",–-" or following[:1].islower())


def _breaks_style(drafts: Sequence[Draft], at: int) -> bool:
    """A short line under a picture without a full stop, where the text's paragraphs end with one."""
    item, text = drafts[at], _whole(drafts, at)
    behind = [other for other in drafts[at + 1 : at + 4] if other.in_body]
    if len(behind) > 1 and _is_cut(item.text, behind[0].text):
        behind = behind[1:]
    following = behind[0] if behind else None
    if following is None or not following.is_running or ends_sentence(text) or word_count(text) < 4:
        return False
    own, other = item.piece.look, following.piece.look
    return (own.bold, own.heading) == (other.bold, other.heading)


def _is_lone_credit(item: Draft) -> bool:
    """A short line that ends with a photo credit is a caption even where its picture is lost."""
    if item.piece.tag != "p" or item.words > _PLAIN_WORDS or not has_credit(item.text):
        return False
    byline = parse_byline(item.text)
    return byline is None or (byline.author is None and not _SOURCE.match(item.text))


def _images(drafts: Sequence[Draft], captions: dict[int, str], base: str) -> tuple[Image, ...]:
    images: dict[str, Image] = {}
    for at, item in enumerate(drafts):
        if item.piece.tag != "image" or item.piece.furniture:
            continue
        url = absolute(item.piece.href, base)
        caption = captions.get(at)
        if url and (url not in images or (caption and not images[url].caption)):
            images[url] = Image(url, caption, split_credit(caption)[1] if caption else None)
    return tuple(images.values())
