"""Pictures and their captions: by markup, by place under the picture, by look and by credit."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from crawler.extraction.article import Image
from crawler.extraction.blocks import BlockKind
from crawler.extraction.judging.draft import Draft
from crawler.extraction.plain import compact, ends_sentence, word_count
from crawler.extraction.wording.captions import has_credit, looks_like_caption, split_credit

_LONG_WORDS = 70
_PLAIN_WORDS = 40


def mark_captions(drafts: Sequence[Draft], base: str) -> tuple[tuple[Image, ...], tuple[str, ...]]:
    """Judge captions; give the pictures with theirs, and all captions once in reading order."""
    centred = _mostly_centred(drafts)
    texts: dict[int, str] = {}
    for at, item in enumerate(drafts):
        if item.piece.tag == "image" and not item.piece.furniture:
            _caption_below(drafts, at, texts, centred)
    for at, item in enumerate(drafts):
        if item.in_body and (item.piece.tag == "caption" or _is_lone_credit(item)) and word_count(item.text) <= _LONG_WORDS:
            item.judge(BlockKind.CAPTION, "caption by markup" if item.piece.tag == "caption" else "credit")
            texts.setdefault(at, item.text)
    captions: dict[str, str] = {}
    for at in sorted(texts):
        captions.setdefault(compact(texts[at]), texts[at])
    return _images(drafts, texts, base), tuple(captions.values())


def _caption_below(drafts: Sequence[Draft], image: int, texts: dict[int, str], centred: bool) -> None:
    """Take the caption of the picture at `image`: the next text, and what plainly goes on from it."""
    at = image + 1
    while at < len(drafts) and drafts[at].piece.tag == "image":
        at += 1
    start = at
    parts: list[str] = []
    while at < len(drafts) and drafts[at].in_body and _is_caption(drafts, image, at, parts, centred):
        drafts[at].judge(BlockKind.CAPTION, "below a picture")
        parts.append(drafts[at].text)
        at += 1
    if parts:
        texts[start] = " ".join(parts)


def _is_caption(drafts: Sequence[Draft], image: int, at: int, parts: list[str], centred: bool) -> bool:
    item, picture = drafts[at], drafts[image]
    piece, words = item.piece, word_count(item.text)
    if words > _LONG_WORDS or piece.is_link or piece.tag in ("li", "row"):
        return False
    if parts:
        return _goes_on(drafts[at - 1], item, picture)
    if piece.tag == "caption" or compact(item.text) in (compact(picture.text), compact(picture.piece.title)):
        return True
    if piece.group and piece.group == picture.piece.group:
        return True
    if has_credit(item.text):
        return True
    if piece.look.align == "center" and not centred:
        return not (piece.look.bold and piece.look.heading)
    if piece.look.italic and not (ends_sentence(item.text) and words > _PLAIN_WORDS):
        return True
    return words <= _PLAIN_WORDS and (looks_like_caption(item.text) or _breaks_style(drafts, at))


def _goes_on(last: Draft, item: Draft, picture: Draft) -> bool:
    """Whether a second line belongs to the caption: same look, and the first had not ended."""
    if item.piece.tag == "caption" or (item.piece.group and item.piece.group == picture.piece.group):
        return True
    same = item.piece.look.align == last.piece.look.align and item.piece.look.italic == last.piece.look.italic
    special = item.piece.look.align == "center" or item.piece.look.italic
    if not same or not special:
        return False
    return has_credit(item.text) or not ends_sentence(last.text)


def _breaks_style(drafts: Sequence[Draft], at: int) -> bool:
    """A short line under a picture without a full stop, where the text's paragraphs end with one."""
    item = drafts[at]
    if ends_sentence(item.text) or item.piece.look.bold or item.piece.look.heading:
        return False
    following = next((other for other in drafts[at + 1 :] if other.in_body), None)
    return following is not None and word_count(item.text) >= 4 and following.is_running


def _is_lone_credit(item: Draft) -> bool:
    """A short line that ends with a photo credit is a caption even where its picture is lost."""
    return item.piece.tag == "p" and has_credit(item.text) and word_count(item.text) <= _PLAIN_WORDS


def _mostly_centred(drafts: Sequence[Draft]) -> bool:
    running = [item for item in drafts if item.is_running]
    return sum(item.piece.look.align == "center" for item in running) * 2 > len(running)


def _images(drafts: Sequence[Draft], texts: dict[int, str], base: str) -> tuple[Image, ...]:
    images: dict[str, Image] = {}
    for at, item in enumerate(drafts):
        if item.piece.tag != "image" or item.piece.furniture:
            continue
        below = next((n for n in range(at + 1, len(drafts)) if drafts[n].piece.tag != "image"), len(drafts))
        caption = texts.get(below)
        try:
            url = urljoin(base, item.piece.href)
        except ValueError:
            continue
        if url not in images or (caption and not images[url].caption):
            images[url] = Image(url, caption, split_credit(caption)[1] if caption else None)
    return tuple(images.values())
