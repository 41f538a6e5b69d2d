"""The grammar of a date slot: which parts may stand in one, and which of its dates is the article's.

A slot is nothing but the parts below, in any order, between separators. One word or sign that is none of
them, and the whole string is refused: a sentence that holds a date is no date slot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vietnamese.dates.bylines import match_byline, match_names
from vietnamese.dates.clocks import match_clock
from vietnamese.dates.counters import match_counter, match_tool
from vietnamese.dates.days import match_day, match_month_first
from vietnamese.dates.elements import (
    Ago,
    Clock,
    Day,
    Element,
    Label,
    Match,
    NearDay,
    Noise,
    Number,
    Weekday,
    Zone,
)
from vietnamese.dates.labels import match_label
from vietnamese.dates.relative import match_ago, match_near_day
from vietnamese.dates.signs import is_separator
from vietnamese.dates.tokens import Token, tokenise
from vietnamese.dates.weekdays import match_weekday
from vietnamese.dates.zones import match_offset, match_zone

# In the order in which they may claim a word: "Tin tức" is a category only if it is not the start of a label.
_WORDS = (
    match_weekday,
    match_month_first,
    match_byline,
    match_label,
    match_near_day,
    match_ago,
    match_zone,
    match_counter,
    match_tool,
    match_names,
)
_NUMBERS = (match_ago, match_counter, match_clock, match_day)


@dataclass(slots=True)
class Slot:
    """The parts that stand under one label; `label` None is no label."""

    label: str | None = None
    day: Day | None = None
    clock: Clock | None = None
    weekday: Weekday | None = None
    zone: Zone | None = None
    ago: Ago | None = None
    near_day: NearDay | None = None
    number: Number | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the slot names a day or an instant at all."""
        return self.day is not None or self.ago is not None or self.near_day is not None


def read_slot(line: str) -> Slot | None:
    """The slot of the publication in a cleaned line, or None where the line is no date slot."""
    tokens = tokenise(line)
    elements = _read_elements(tokens)
    if elements is None:
        return None
    slots = _group(elements)
    if slots is None:
        return None
    slot = _choose(slots)
    return slot if slot and _is_sound(slot) and _names_are_vouched_for(elements, slot) else None


def _read_elements(tokens: Sequence[Token]) -> list[Element] | None:
    """All parts in their order, or None if something stands there that is none."""
    elements: list[Element] = []
    at = 0
    while tokens[at].kind != "e":
        match = _match(tokens, at, elements)
        if match:
            elements.append(match[0])
            at = match[1]
        elif _is_skipped(tokens, at, elements):
            at += 1
        else:
            return None
    return elements


def _match(tokens: Sequence[Token], at: int, elements: Sequence[Element]) -> Match | None:
    kind = tokens[at].kind
    if kind == "p":
        return _match_signed_zone(tokens, at, elements)
    for recognise in _NUMBERS if kind == "n" else _WORDS:
        match = recognise(tokens, at)
        if match:
            return match
    return _match_bare_number(tokens, at) if kind == "n" else None


def _match_signed_zone(tokens: Sequence[Token], at: int, elements: Sequence[Element]) -> Match | None:
    """An offset after a clock; with a minus only in a form that no day, clock or counter has."""
    sign = tokens[at].text
    if sign not in ("+", "-") or not elements or not isinstance(elements[-1], Clock):
        return None
    number = tokens[at + 1]
    if sign == "-" and not (
        elements[-1].second is not None
        and number.kind == "n"
        and ((len(number.text) == 4 and number.text < "1400") or (len(number.text) == 2 and tokens[at + 2].text == ":"))
    ):
        return None
    return match_offset(tokens, at)


def _match_bare_number(tokens: Sequence[Token], at: int) -> Match | None:
    """A number with nothing that says what it counts; one with a zero before it is a time or a code."""
    text = tokens[at].text
    if len(text) > 7 or (text[0] == "0" and len(text) > 1):
        return None
    if tokens[at + 1].glued and tokens[at + 1].kind != "e" and tokens[at + 1].text not in (")", "]", "|", ","):
        return None
    return Number(text), at + 1


def _is_skipped(tokens: Sequence[Token], at: int, elements: Sequence[Element]) -> bool:
    """A separator, or the T between day and clock of ISO 8601."""
    token = tokens[at]
    if token.kind == "p":
        return is_separator(token.text)
    after_day = bool(elements) and isinstance(elements[-1], Day)
    return token.low == "t" and after_day and token.glued and tokens[at + 1].kind == "n" and tokens[at + 1].glued


def _group(elements: Sequence[Element]) -> list[Slot] | None:
    """The parts under each label, or None where one label has two of a kind (a range, two times)."""
    slot = Slot()
    slots = [slot]
    for element in elements:
        if isinstance(element, Label):
            if slot.label != element.kind and (slot.label is not None or slot.is_dated):
                slot = Slot()
                slots.append(slot)
            slot.label = element.kind
        elif not isinstance(element, Noise) and not _put(slot, element):
            return None
    return slots


def _put(slot: Slot, element: Element) -> bool:
    """Put the part into its place; false if the place is taken."""
    match element:
        case Number():
            return _put_number(slot, element)
        case Zone():
            taken, slot.zone = slot.zone, element
            return taken is None or taken == element
        case Weekday():
            taken_weekday, slot.weekday = slot.weekday, element
            return taken_weekday is None or taken_weekday == element
        case Day():
            free, slot.day = slot.day is None, element
        case Clock():
            free, slot.clock = slot.clock is None and slot.number is None, element
        case Ago():
            free, slot.ago = slot.ago is None, element
        case NearDay():
            free, slot.near_day = slot.near_day is None, element
        case _:
            return False
    return free


def _put_number(slot: Slot, number: Number) -> bool:
    """A bare number is the year that asctime puts last, or a counter behind a date with a full year."""
    day = slot.day
    if day is None or slot.number is not None:
        return False
    if day.year is None:
        day.year = number.text
        return len(number.text) == 4
    slot.number = number
    return len(day.year) == 4


def _choose(slots: Sequence[Slot]) -> Slot | None:
    """Published before unlabelled before modified; a document's date makes an unlabelled one doubtful."""
    dated = {slot.label: slot for slot in reversed(slots) if slot.is_dated}
    if "published" in dated:
        return dated["published"]
    if any(slot.label == "other" for slot in slots):
        return None
    return dated.get(None) or dated.get("modified")


def _is_sound(slot: Slot) -> bool:
    """Whether the parts go together: "Hôm nay" before a date is the page's clock, a day needs its year."""
    if slot.near_day:
        return slot.day is None and slot.ago is None
    if slot.day:
        return slot.day.year is not None
    return slot.ago is not None and (slot.clock is None or slot.ago.terms[-1][1] in ("day", "week"))


def _names_are_vouched_for(elements: Sequence[Element], slot: Slot) -> bool:
    """Whether words that no label explains may stand here.

    A clock, a label or a byline vouches for them: letterheads ("Hà Nội - 31/12/2021") and titles have none.
    Without it, only a person's name, or a category before the date, may stand beside it.
    """
    if slot.clock or slot.label or Noise("byline") in elements:
        return True
    allowed = {None, "person", "category"}
    for element in elements:
        if isinstance(element, Day | Ago | NearDay):
            allowed = {None, "person"}
        if isinstance(element, Noise) and element.role not in allowed:
            return False
    return True
