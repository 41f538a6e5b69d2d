"""The links of a page that may be headlines, each with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborNode

from crawler.discovery.addresses import REMEMBERED, canonical, same_host
from crawler.discovery.fronts import is_front, names_static_page
from crawler.discovery.identity import has_number
from crawler.discovery.lineage import Chain, Lineage
from crawler.discovery.nodes import HEADINGS, few, first_of, is_heading, squeeze
from crawler.discovery.parts import part_of
from crawler.discovery.pointers import addresses_held, bold_above
from crawler.discovery.texts import Texts
from crawler.discovery.traps import is_trap
from crawler.discovery.twins import is_twin
from crawler.discovery.zones import Zones
from crawler.extraction.document import Document
from crawler.extraction.wording.keys import fold

MORE = re.compile(
    r"(?:xem|doc|chi)?\s*(?:chi tiet|them|tiep|toan van|tiep tuc doc|noi dung)|doc tiep.*|xem tiep.*"
    r"|xem (?:tat ca|them).*|chi tiet|read more.*|continue reading.*|view (?:more|all|detail).*|more|detail|tiep|xem"
    r"|tai ve.*|download|tat ca"
    r"|\W*",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\b[0-3]?\d\s?[/.-]\s?[01]?\d\s?[/.-]\s?(?:19|20)\d\d\b|\b(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d\b"
    r"|\bng[àa]y\s+\d{1,2}\s+th[áa]ng\s+\d{1,2}\b|\b\d{1,3}\s+(?:phút|giờ|ngày|tuần)\s+trước\b"
    r"|\b[0-3]?\d\s+[Tt]háng\s+\w+(?:\s\w+)?,?\s+(?:19|20)\d\d\b"
    r"|\b[Tt]háng\s+\w+(?:\s\w+)?\s+\d{1,2},\s+(?:19|20)\d\d\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+20\d\d\b",
)
CLOCK = r"(?:\(?\s*\d{1,2}[:hg]\d{2}(?::\d{2})?(?:\s*[AP]M|\s*(?:SA|CH))?\s*[-|,]?\s*)?"
DATE_TAIL = re.compile(rf"\s*[-–(\[|•]*\s*{CLOCK}(?:{DATE.pattern})[\s,|-]*{CLOCK}\s*[)\]]*\s*$")
MARKED = "h1, h2, h3, h4, h5, h6, [class*=title], [class*=Title], [class*=tieude], [class*=headline]"
MARK = re.compile("[tT]itle|tieude|headline")
FEWEST_WORDS = 3
LONGEST_HEADLINE = 300


@dataclass(slots=True)
class Candidate:
    """A link that may be a headline. `chain` are its ancestors, nearest first; `shape` is equal within one list."""

    node: LexborNode
    url: str
    text: str
    chain: Chain
    shape: tuple[str, ...]
    headed: bool
    order: int = 0
    extent: Chain = ()
    quality: float = 0.0
    date_text: str | None = None
    extras: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Found:
    """A page's possible headlines, the weights of its places, and how many sections it shows blocks of.

    `base` is the address against which its links are resolved.
    """

    candidates: list[Candidate]
    base: str
    texts: Texts
    zones: Zones
    sections: int


def candidates(document: Document) -> Found:
    """Find the links of a page that may be headlines, repetitions included."""
    texts = Texts(document.tree.body)
    base = base_address(document)
    links = [(node, url) for node, url in _links(document, base) if url]
    lineage = Lineage()
    counts: dict[int, int] = {}
    chains = []
    for node, _ in links:
        chain = lineage.chain(node)
        chains.append(chain)
        for ancestor in (node, *chain):
            counts[ancestor.mem_id] = counts.get(ancestor.mem_id, 0) + 1
    zones = Zones(counts, len(links), document.url, texts)
    found: list[Candidate] = []
    weak: list[tuple[LexborNode, str, Chain]] = []
    for (node, url), chain in zip(links, chains, strict=True):
        text, headed = headline(node, chain, texts)
        if text:
            found.append(Candidate(node, url, text, chain, lineage.shapes(chain), headed))
        else:
            weak.append((node, url, chain))
    found += _unlinked(weak, {candidate.url for candidate in found}, lineage, texts)
    kept = _without_sections(found)
    blocks = {candidate.url for candidate in found if candidate.headed and zones.weight(candidate.node) > 0.3}
    sections = len(blocks - {candidate.url for candidate in kept})
    places = {node.mem_id: place for place, (node, _) in enumerate(links)}
    for candidate in kept:
        candidate.order = places[candidate.node.mem_id]
    return Found(kept, base, texts, zones, sections)


def _links(document: Document, base: str) -> list[tuple[LexborNode, str | None]]:
    here = canonical(document.url)
    return [
        (node, _article_address(node.attributes.get("href") or "", base, here)) for node in document.tree.css("a[href]")
    ]


def base_address(document: Document) -> str:
    """Give the address against which a page's links are resolved: `<base href>`, else the page's own."""
    base = document.tree.css_first("base[href]")
    return canonical(base.attributes.get("href") or "", document.url) if base is not None else document.url


def _article_address(href: str, base: str, here: str) -> str | None:
    if not href or href.startswith("#"):
        return None
    url = canonical(href, base)
    return url if url != here and _may_be_article(url) and same_host(url, here) else None


@lru_cache(maxsize=REMEMBERED)
def _may_be_article(url: str) -> bool:
    return not (is_front(url) or is_trap(url) or is_twin(url) or names_static_page(url, first=True))


def _without_sections(found: list[Candidate]) -> list[Candidate]:
    """Leave out links under which other headlines stand: /thong-bao/ is the section of /thong-bao/nghi-tet-1.html."""
    folders: set[str] = set()
    for candidate in found:
        if not part_of(candidate.url):
            folder = candidate.url.partition("?")[0].rstrip("/")
            while folder.count("/") > 2:
                folder = folder.rpartition("/")[0]
                folders.add(folder)
    return [candidate for candidate in found if candidate.url.rstrip("/") not in folders]


def headline(node: LexborNode, chain: Chain, texts: Texts) -> tuple[str, bool]:
    """Give the headline that a link prints, and whether it is marked as a heading; empty if it prints none."""
    inner = _marked(node, texts)
    whole = texts.of(node)
    text = texts.of(inner) if inner is not None else whole
    # Twice the length leaves room for a date behind a headline; DATE_TAIL takes quadratic time on long runs of signs.
    text = DATE_TAIL.sub("", (text or whole)[: 2 * LONGEST_HEADLINE])
    label = squeeze(node.attrs.sget("title"))
    if len(text) > LONGEST_HEADLINE or (text.endswith(("...", "…")) and len(label) > len(text)):
        text = label if len(label.split()) >= FEWEST_WORDS else text[:LONGEST_HEADLINE]
    if len(text.split()) < FEWEST_WORDS or _is_pointer(fold(text)):
        return "", False
    headed = inner is not None or is_heading(node) or any(is_heading(above) for above in chain[:2])
    return text, headed


@lru_cache(maxsize=REMEMBERED)
def _is_pointer(wording: str) -> bool:
    """Whether a folded wording leads to an article without naming it ("xem them")."""
    return MORE.fullmatch(wording) is not None


def _marked(node: LexborNode, texts: Texts) -> LexborNode | None:
    """Find what is marked as a headline in a link, or the link itself."""
    within = [node] if texts.is_plain(node) else few(node)
    if within is None:
        return node.css_first(MARKED)
    marked = (e for e in within if e.tag in HEADINGS or (e.is_element_node and MARK.search(e.attrs.sget("class"))))
    return next(marked, None)


def _unlinked(
    weak: list[tuple[LexborNode, str, Chain]], known: set[str], lineage: Lineage, texts: Texts
) -> list[Candidate]:
    """Find headlines that stand beside their link ("Xem chi tiết", a picture) instead of in it.

    A link that is worded as something else (the article's section) leads there, not to what is beside it.
    """
    found = []
    wordings = [(fold(texts.of(node)), (node, url, chain)) for node, url, chain in weak]
    pointers = [(wording, link) for wording, link in wordings if _is_pointer(wording)]
    held = addresses_held(pointers)
    for _, (node, url, chain) in pointers:
        if url in known:
            continue
        text = _heading_beside(chain, texts) or _label(node) or bold_above(node, chain, held)
        if text:
            known.add(url)
            found.append(Candidate(node, url, text, chain, lineage.shapes(chain), True))
    return found


def _label(node: LexborNode) -> str:
    """Give the headline that a picture's link bears as its title, or the picture as its alternative text."""
    picture = first_of(node, "img")
    alternative = picture.attributes.get("alt") if picture is not None else ""
    text = squeeze(node.attributes.get("title") or alternative or "")
    return text if len(text.split()) >= FEWEST_WORDS + 2 and len(text) <= LONGEST_HEADLINE else ""


def _heading_beside(chain: Chain, texts: Texts) -> str:
    for above in chain[:4]:
        if above.tag == "body" or _leads_to_several(above):
            return ""
        heading = above.css_first("h1, h2, h3, h4, h5, h6, [class*=title]")
        text = texts.of(heading) if heading is not None else ""
        if len(text.split()) > FEWEST_WORDS and len(text) <= LONGEST_HEADLINE:
            return text
    return ""


def _leads_to_several(node: LexborNode) -> bool:
    """Whether links in a node lead to more than one address, without reading all of a long list."""
    links = (inner.attributes.get("href") for inner in node.traverse() if inner.tag == "a")
    addresses = (href for href in links if href is not None)
    first = next(addresses, None)
    return any(href != first for href in addresses)


def rate(candidate: Candidate, around: str, has_picture: bool) -> None:
    """Rate a candidate by what an article's entry in a list has: a long headline, a date, a lead, a picture, an id.

    `around` is the text of its item, the headline included.
    """
    words = len(candidate.text.split())
    candidate.quality = 1.0 if words >= 7 else 0.7 if words >= 5 else 0.35 if words == 4 else 0.15
    if candidate.headed:
        candidate.extras.add("heading")
    date = DATE.search(around)
    if date:
        candidate.extras.add("date")
        candidate.date_text = _date_text(around, date)
    if len(around) - len(candidate.text) >= 70:
        candidate.extras.add("lead")
    if has_picture:
        candidate.extras.add("picture")
    if has_number(candidate.url) or (words >= 5 and slug_matches(candidate.url, candidate.text)):
        candidate.extras.add("address")
    candidate.quality += sum(WORTH[extra] for extra in candidate.extras)


WORTH = {"heading": 0.4, "date": 0.6, "lead": 0.5, "picture": 0.2, "address": 0.5}


def _date_text(around: str, date: re.Match[str]) -> str:
    """Give the printed date with the clock beside it."""
    start = re.search(rf"{CLOCK}$", around[max(0, date.start() - 20) : date.start()])
    end = re.match(rf"[\s,|-]*{CLOCK}", around[date.end() : date.end() + 20])
    before = start[0] if start else ""
    after = end[0] if end else ""
    return f"{before}{date[0]}{after}".strip(" ,|-([)]")


def slug_matches(url: str, title: str) -> bool:
    """Whether the last part of an address is made of a headline's words: three in five of at least four."""
    words = [word for word in re.findall(r"[a-z0-9]+", fold(title)) if len(word) > 1]
    slug = set(re.findall(r"[a-z0-9]+", fold(re.sub(r"[-_+/]|%20", " ", url))))
    return len(words) >= 4 and sum(word in slug for word in words) >= 0.6 * len(words)
