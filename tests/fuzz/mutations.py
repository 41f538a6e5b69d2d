"""Pages out of pages: each mutation breaks a page in one way, and a mutant suffers several of them.

The same number gives the same mutant, on any machine and in any process.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from random import Random
from typing import Final

from tests.fuzz.fragments import ADDRESSES, ATTRIBUTES, CHARACTERS, DATES, MARKUP, TAG_NAMES
from tests.fuzz.seeds import seeds

Mutation = Callable[[str, Random], str]

TAG: Final = re.compile(r"<[^<>]*>")
ADDRESS: Final = re.compile(r"""(?<=(?:href|.src)=["'])[^"'<>]*""")
TEXT: Final = re.compile(r"(?<=>)[^<>]{3,}(?=<)")
MOST_MUTATIONS: Final = 4
LARGEST: Final = 40_000
ENCODINGS: Final = ("utf-8",) * 10 + (
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1258",
    "cp1252",
    "latin-1",
    "utf-8-sig",
    "shift-jis",
)
LABELS: Final = (
    "utf-8",
    "windows-1258",
    "iso-8859-1",
    "utf-16",
    "x-viet-tcvn5712",
    "big5",
    "'",
    "utf-7",
    "idna",
    "base64",
)


def cut(page: str, random: Random) -> str:
    """End the page anywhere, or begin it there."""
    at = random.randrange(len(page) + 1)
    return page[:at] if random.random() < 0.8 else page[at:]


def nest(page: str, random: Random) -> str:
    """Wrap the page, or the rest of it, in many elements."""
    depth = int(10 ** random.uniform(0.3, 3.2))
    names = random.choices(TAG_NAMES, k=random.randint(1, 3))
    at = random.choice((0, random.randrange(len(page) + 1)))
    opening = "".join(f"<{name}>" for name in names) * depth
    closing = "".join(f"</{name}>" for name in reversed(names)) * (depth if random.random() < 0.5 else 0)
    return page[:at] + opening + page[at:] + closing


def shuffle(page: str, random: Random) -> str:
    """Put the pieces between some tags into another order."""
    tags = [match.start() for match in TAG.finditer(page)]
    places = sorted({0, len(page), *random.sample(tags, min(len(tags), 12))})
    pieces = [page[start:end] for start, end in pairwise(places)]
    random.shuffle(pieces)
    return "".join(pieces)


def splice(page: str, random: Random) -> str:
    """Put a part of another page into this one, or behind its first half."""
    other = random.choice(seeds())
    at = random.randrange(len(page) + 1)
    start = random.randrange(len(other) + 1)
    end = random.randint(start, len(other))
    return page[:at] + other[start:end] + (page[at:] if random.random() < 0.5 else "")


def duplicate(page: str, random: Random) -> str:
    """Print a part of the page again and again."""
    start = random.randrange(len(page) + 1)
    part = page[start : start + random.randint(1, 2_000)]
    return page[:start] + part * random.randint(2, 8) + page[start:]


def drop_tags(page: str, random: Random) -> str:
    """Take tags out: any, or closing ones."""
    share = random.choice((0.02, 0.2, 0.9))
    closing = random.random() < 0.5
    return TAG.sub(lambda tag: "" if random.random() < share and (tag[0][1] == "/" or not closing) else tag[0], page)


def rename_tags(page: str, random: Random) -> str:
    """Give some tags another name."""
    share = random.choice((0.05, 0.4))

    def renamed(tag: re.Match[str]) -> str:
        if random.random() > share:
            return tag[0]
        return re.sub(r"^(</?)[a-zA-Z][\w:-]*", rf"\g<1>{random.choice(TAG_NAMES)}", tag[0])

    return TAG.sub(renamed, page)


def scatter(page: str, random: Random) -> str:
    """Put odd markup, characters and dates at any places, in tags too."""
    what = random.choice((MARKUP, CHARACTERS, DATES, MARKUP + CHARACTERS + DATES))
    for _ in range(random.choice((1, 3, 30))):
        at = random.randrange(len(page) + 1)
        page = page[:at] + random.choice(what) + page[at:]
    return page


def replace_texts(page: str, random: Random) -> str:
    """Replace texts between tags by dates or odd characters, or glue those to them."""
    what = random.choice((DATES, CHARACTERS, ("1" * 5000, "Ảnh: " * 50, "a." * 900, "Nguyễn Văn " * 40)))
    share = random.choice((0.1, 0.6))

    def replaced(text: re.Match[str]) -> str:
        if random.random() > share:
            return text[0]
        return random.choice(what) + (text[0] if random.random() < 0.5 else "")

    return TEXT.sub(replaced, page)


def change_addresses(page: str, random: Random) -> str:
    """Replace addresses of links and pictures."""
    share = random.choice((0.1, 0.9))
    return ADDRESS.sub(lambda old: random.choice(ADDRESSES) if random.random() < share else old[0], page)


def add_attributes(page: str, random: Random) -> str:
    """Put attributes into tags, in quotes or not."""
    share = random.choice((0.03, 0.3))
    return re.sub(
        r"<[a-zA-Z][\w:-]*",
        lambda tag: f"{tag[0]} {random.choice(ATTRIBUTES)} " if random.random() < share else tag[0],
        page,
    )


def unquote(page: str, random: Random) -> str:
    """Take quotes away."""
    share = random.choice((0.05, 1.0))
    return re.sub("[\"']", lambda quote: "" if random.random() < share else quote[0], page)


def decompose(page: str, random: Random) -> str:
    """Print all letters in pieces, or their marks in the wrong order."""
    text = unicodedata.normalize("NFD", page)
    if random.random() < 0.5:
        text = re.sub("([\u0300-\u036f])([\u0300-\u036f])", r"\2\1", text)
    return text


def misread(page: str, random: Random) -> str:
    """Encode the page, or a part of it, twice."""
    start = random.choice((0, random.randrange(len(page) + 1)))
    codec = random.choice(("latin-1", "cp1252", "cp1258"))
    return page[:start] + page[start:].encode("utf-8", "surrogatepass").decode(codec, "replace")


def lengthen(page: str, random: Random) -> str:
    """Print one character or word a thousand times."""
    at = random.randrange(len(page) + 1)
    word = random.choice((*CHARACTERS, *DATES, "<br>", "&nbsp;", "<p>", "từ ", "-", "|", "(", "<", "&", "\n", "Ảnh"))
    return page[:at] + word * random.randint(100, 3_000 // len(word) + 100) + page[at:]


MUTATIONS: Final[tuple[Mutation, ...]] = (
    *(cut, nest, shuffle, splice, duplicate, drop_tags, rename_tags, scatter, replace_texts),
    *(change_addresses, add_attributes, unquote, decompose, misread, lengthen),
)


def mutant(number: int) -> bytes:
    """The bytes of mutant `number`: a page, up to four mutations, an encoding, and perhaps broken bytes."""
    random = Random(number)
    page = random.choice(seeds())
    for mutation in random.choices(MUTATIONS, k=random.randint(1, MOST_MUTATIONS)):
        page = mutation(page, random)[:LARGEST]
    return _broken(_encoded(page, random), random)


def _encoded(page: str, random: Random) -> bytes:
    codec = random.choice(ENCODINGS)
    if random.random() < 0.2:
        page = f'<meta charset="{random.choice(LABELS)}">{page}'
    return page.encode(codec, random.choice(("replace", "xmlcharrefreplace", "ignore")))


def _broken(page: bytes, random: Random) -> bytes:
    """A third of the pages with other bytes: a few, a stretch, or a cut in the middle of a letter."""
    if random.random() < 0.67 or not page:
        return page
    at = random.randrange(len(page))
    kind = random.random()
    if kind < 0.4:
        changed = bytearray(page)
        for place in random.choices(range(len(page)), k=random.choice((1, 20, 400))):
            changed[place] = random.randrange(256)
        return bytes(changed)
    if kind < 0.7:
        return page[:at] + random.randbytes(random.randint(1, 500)) + page[at:]
    return page[:at]
