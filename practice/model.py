"""What an article of the practice department is: plain values, from which pages and gold are both made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between paragraphs."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A bulleted list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; the first row is its header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption, the credit included as printed."""

    path: str
    caption: str


Part = Paragraph | Heading | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date line as printed, and what it says: an ISO instant at +07:00, or only an ISO day."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class File:
    """An attachment: its path on the server, and the text of its link."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `index` counts from the oldest; `number` is the stable id in its address.

    `sections` are slugs, the main one first. `posted` orders the listings even where no date is printed
    (`date` is None). `lead` is the marked summary, if the article has one; the parts do not contain it.
    """

    index: int
    number: int
    title: str
    sections: tuple[str, ...]
    posted: datetime
    date: PrintedDate | None
    lead: str | None
    parts: tuple[Part, ...]
    author: str | None
    source: str | None
    files: tuple[File, ...]

    @property
    def body(self) -> list[str]:
        """The paragraphs that a reader should get, in reading order, in the stored form."""
        lines = [self.lead] if self.lead else []
        for part in self.parts:
            lines.extend(body_lines(part))
        return lines

    @property
    def captions(self) -> list[str]:
        """The captions in reading order."""
        return [part.caption for part in self.parts if isinstance(part, Picture)]


def body_lines(part: Part) -> list[str]:
    """What a part adds to the body: nothing for a picture, cells joined by " | " for each row of a table."""
    match part:
        case Paragraph(text) | Heading(text):
            return [text]
        case Items(texts):
            return list(texts)
        case Table(rows):
            return [" | ".join(row) for row in rows]
        case Picture():
            return []
