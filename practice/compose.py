"""Composing the article at an index: the same index of the same edition always gives the same article."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from practice.addresses import slug
from practice.edition import Edition, number
from practice.model import Article, File, Heading, Items, Paragraph, Part, Picture, Table
from practice.printed_dates import print_date
from practice.slots import Slots
from practice.stories import SECTIONS, Story, stories

UNDATED = 25
FILES_ONLY = 40
TWO_SECTIONS = 31
_BYLINES = (
    *("T.Quyên", "H.Lam", "Minh Khuê", "Đ.Giáp", "K.Đoan", "Bảo Uy"),
    *("Thu Xuyến - Đ.Giáp", "N.Tường", "Hữu Vỹ"),
)
_SEED = "thuc-hanh"


def compose(index: int, edition: Edition) -> Article:
    """Write the article at an index."""
    rng = Random(f"{_SEED}:{index}")  # noqa: S311 - text, not secrets
    posted = _posted(index, edition, rng)
    place = index % len(SECTIONS)
    shelf = stories(SECTIONS[place].slug)
    story = shelf[index // len(SECTIONS) % len(shelf)]
    slots = Slots(rng, posted)
    title = slots.fill(rng.choice(story.titles))
    article = Article(
        index=index,
        number=number(index),
        title=title,
        sections=_sections(index, place),
        posted=posted,
        date=None if index == UNDATED else print_date(posted, index),
        lead=slots.fill(story.lead),
        parts=_parts(story, slots, rng, index),
        author=None if index % 8 == 6 else rng.choice(_BYLINES),
        source=story.source if rng.random() < 0.5 else None,
        files=_files(story, slots, rng, posted),
    )
    return _special(article, slots, edition)


def _posted(index: int, edition: Edition, rng: Random) -> datetime:
    day = edition.day(index)
    if not edition.leisurely:
        return day.replace(microsecond=0)
    minutes = rng.randint(7 * 60 + 30, 17 * 60 + 15)
    return day.replace(hour=0, minute=0, second=rng.randint(1, 59), microsecond=0) + timedelta(minutes=minutes)


def _sections(index: int, place: int) -> tuple[str, ...]:
    main = SECTIONS[place].slug
    return (main, SECTIONS[(place + 1) % len(SECTIONS)].slug) if index == TWO_SECTIONS else (main,)


def _parts(story: Story, slots: Slots, rng: Random, index: int) -> tuple[Part, ...]:
    """Some of the story's paragraphs in their order, and between them pictures, a list and a table."""
    count = rng.randint(3, len(story.paragraphs))
    chosen = sorted(rng.sample(range(len(story.paragraphs)), count))
    parts: list[Part] = [Paragraph(slots.fill(story.paragraphs[place])) for place in chosen]
    if story.items and rng.random() < 0.6:
        items = Items(tuple(slots.fill(item) for item in story.items))
        at = rng.randint(2, len(parts))
        parts[at:at] = [*([Heading(slots.fill(story.heading))] if story.heading else []), items]
    if story.table and rng.random() < 0.6:
        rows = tuple(tuple(slots.fill(cell) for cell in row) for row in story.table)
        parts.insert(rng.choice((2, len(parts))), Table(rows))
    for turn, caption in enumerate(rng.sample(story.captions, rng.randint(0, len(story.captions)))):
        text = slots.fill(caption)
        if rng.random() < 0.5:
            text = f"{text}. Ảnh: {rng.choice(_BYLINES[:6])}"
        parts.insert(min(1 + 2 * turn, len(parts)), Picture(f"/uploads/anh/{number(index)}-{turn}.png", text))
    return tuple(parts)


def _files(story: Story, slots: Slots, rng: Random, posted: datetime) -> tuple[File, ...]:
    if not story.attachments or rng.random() < 0.4:
        return ()
    texts = [slots.fill(name) for name in story.attachments]
    return tuple(File(_file_path(text, posted), text) for text in texts)


def _file_path(text: str, posted: datetime) -> str:
    stem, _, ending = text.rpartition(".")
    return f"/uploads/{posted:%Y/%m}/{slug(stem).lower()}.{ending}"


def _special(article: Article, slots: Slots, edition: Edition) -> Article:
    if article.index == FILES_ONLY:
        title = slots.fill("Quyết định công bố danh mục thủ tục sửa đổi, bổ sung năm {nam}")
        text = f"Quyết định số {article.number}-QD-SKHCN.pdf"
        files = (File(_file_path(text, article.posted), text),)
        return replace(article, title=title, lead=None, parts=(), author=None, source=None, files=files)
    if article.index % 2 and article.lead:
        # Half of the portal's editors leave the summary field empty and begin with the text.
        article = replace(article, lead=None, parts=(Paragraph(article.lead), *article.parts))
    if article.number in edition.edited:
        added = "Tin bổ sung: {ten}, xã {xa}, xác nhận số liệu mới là {so:120-890}, thay cho con số đã đưa."
        article = replace(article, parts=(*article.parts, Paragraph(slots.fill(added))))
    return article
