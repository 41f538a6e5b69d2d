"""The kind of each line of the article, from its words and its place."""

from __future__ import annotations

from collections import Counter, deque

from crawler.extraction.blocks import Block, BlockKind
from crawler.extraction.dumps.lines import Line
from crawler.extraction.dumps.signals import (
    furniture_reason,
    has_inner_stop,
    is_closed,
    is_document_name,
    is_heading,
    is_list_item,
    is_prose,
    is_table_row,
)
from crawler.extraction.dumps.times import is_time_line
from crawler.extraction.wording.bylines import is_login_name, is_name_line, parse_byline
from crawler.extraction.wording.captions import (
    has_credit,
    introduces_gallery,
    is_sure_caption,
    looks_like_caption,
    names_subject,
    tells_story,
)
from crawler.extraction.wording.chrome import starts_related
from crawler.extraction.wording.keys import fold, words
from vietnamese.dates import looks_like_date_line

_CAPTION_WORDS = 45
_CLOSED_WORDS = 25
_REMEMBERED = 5
_SHORTEST_ACCOUNT = 5
_HEADING_WORDS = 12
_FEW_WORDS = 4
_OPEN_WORDS = 30
_SUBJECT_WORDS = 6


class Labeller:
    """Names the kinds of the lines of one dump, in reading order."""

    def __init__(self, lines: list[Line], title: str | None) -> None:
        self._title = fold(title) if title else None
        self._counts = Counter(fold(line.text) for line in lines)
        self._seen: set[str] = set()
        self._last: deque[str] = deque(maxlen=_REMEMBERED)

    def above(self, text: str) -> Block:
        """A line above the title: furniture, unless it prints a date or a byline."""
        fact = _fact(text, told=False)
        if fact:
            return fact
        if self._title is None and (is_sure_caption(text) or self._is_repeated(text)):
            return self._caption(text, "above the text")
        return Block(BlockKind.CHROME, text, furniture_reason(text) or "above the title")

    def inside(self, text: str, *, told: bool, skipping: bool) -> Block:
        """A line of the article. `told`: running text came before it; `skipping`: it follows "Tin liên quan"."""
        reason = furniture_reason(text)
        if reason or (skipping and not is_prose(text)):
            return Block(BlockKind.CHROME, text, reason or "related")
        if fold(text) == self._title:
            return self._caption(text, "title again") if told else Block(BlockKind.CHROME, text, "title again")
        return _fact(text, told=told) or self.plain(text, told=told)

    def below(self, text: str) -> Block | None:
        """A line after the last sentence that may still be of the article, or None: there the menus begin."""
        if furniture_reason(text) is not None or starts_related(text):
            return None
        if fold(text) == self._title:
            return self._caption(text, "title again")
        fact = _fact(text, told=True)
        if fact:
            return fact
        if is_name_line(text) or _is_account(text):
            return Block(BlockKind.BYLINE, text, "name line")
        if is_table_row(text) or is_list_item(text) or is_document_name(text) or introduces_gallery(text):
            return self._text(text)
        picture = self._picture(text)
        return picture or (self._text(text) if is_heading(text) and is_closed(text) else None)

    def plain(self, text: str, *, told: bool = True) -> Block:
        """A line that is of the article. An open one that is no heading stands under a picture as a rule."""
        return self._picture(text) or self._open(text, told=told) or self._text(text)

    def _picture(self, text: str) -> Block | None:
        if len(words(text)) > _CAPTION_WORDS and not (has_credit(text) and not has_inner_stop(text)):
            return None
        if is_list_item(text) or introduces_gallery(text):
            return None
        if is_sure_caption(text):
            return self._caption(text, "wording")
        longest = _CLOSED_WORDS if is_closed(text) else _CAPTION_WORDS
        if self._is_repeated(text) and not has_inner_stop(text) and len(words(text)) <= longest:
            return self._caption(text, "printed again")
        if self._is_last_sentence(text):
            return self._caption(text, "sentence again")
        if is_closed(text) or is_heading(text):
            return None
        named = names_subject(text) and len(words(text)) >= _SUBJECT_WORDS
        return self._caption(text, "wording") if named or looks_like_caption(text) else None

    def _open(self, text: str, *, told: bool) -> Block | None:
        """The caption that no word gives away. Above the text the lead may be open too, but it is longer."""
        if is_closed(text) or is_heading(text) or is_list_item(text) or is_table_row(text) or is_document_name(text):
            return None
        longest = _OPEN_WORDS if told else _HEADING_WORDS
        if not _FEW_WORDS <= len(words(text)) <= longest or tells_story(text) or introduces_gallery(text):
            return None
        return self._caption(text, "open line")

    def _is_last_sentence(self, text: str) -> bool:
        """Some editors take a picture's caption from the text: it repeats the sentence before it."""
        return len(words(text)) >= _SUBJECT_WORDS and any(said.endswith(fold(text)) for said in self._last)

    def _text(self, text: str) -> Block:
        key = fold(text)
        if key in self._seen and len(words(text)) >= _SUBJECT_WORDS:
            return Block(BlockKind.CHROME, text, "printed again")
        self._seen.add(key)
        self._last.append(key)
        if is_table_row(text):
            return Block(BlockKind.TABLE_ROW, " | ".join(cell.strip() for cell in text.split("|") if cell.strip()))
        if is_document_name(text):
            return Block(BlockKind.ATTACHMENT, text)
        if is_list_item(text):
            return Block(BlockKind.LIST_ITEM, text)
        short = len(words(text)) <= _HEADING_WORDS and not is_closed(text)
        return Block(BlockKind.HEADING if is_heading(text) or short else BlockKind.PARAGRAPH, text)

    def _caption(self, text: str, reason: str) -> Block:
        return Block(BlockKind.CAPTION, text, reason)

    def _is_repeated(self, text: str) -> bool:
        return self._counts[fold(text)] > 1 and fold(text) != self._title


def _is_account(text: str) -> bool:
    """Whether a line is nothing but an account's name in letters; a shorter word may be anything."""
    return len(text) >= _SHORTEST_ACCOUNT and text.isalpha() and is_login_name(text)


def _fact(text: str, *, told: bool) -> Block | None:
    """A line that prints a date, an author or a source. Amid the text (`told`) only a bare date line is none of it."""
    byline = parse_byline(text)
    if byline is not None and byline.source and not byline.author:
        return Block(BlockKind.SOURCE, text)
    if byline is not None:
        return Block(BlockKind.BYLINE, text, "label")
    if told and (is_list_item(text) or not looks_like_date_line(text)):
        return None
    return Block(BlockKind.DATE_LINE, text) if is_time_line(text) else None
