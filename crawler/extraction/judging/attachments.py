"""Files that an article offers: links by extension or download route, and documents shown in a viewer."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.extraction.addresses import absolute
from crawler.extraction.article import Attachment
from crawler.extraction.blocks import BlockKind
from crawler.extraction.judging.draft import Draft
from crawler.extraction.markup.pieces import Link
from crawler.extraction.plain import squash, word_count
from crawler.extraction.remembering import contains

_EXTENSIONS = "pdf|docx?|xlsx?|xlsm|pptx?|ppsx?|rtf|od[tsp]|zip|rar|7z|csv|tiff?|dotx?|xml|epub|djvu|gz|txt|p7s|mp3"
_FILE = re.compile(rf"\.(?:{_EXTENSIONS})$", re.IGNORECASE)
_FILE_TEXT = re.compile(rf"[^\s/\\]\.(?:{_EXTENSIONS})\b", re.IGNORECASE)
_ROUTE = re.compile(
    r"(?:^|[/?&=_.-])(?:download(?:file|attachment|document)?s?|get-?file|view-?file|openfile|attachments?|file-?download|taive|tai-?file"
    r"|filehandler|downloadhandler|get_file|fileticket)(?:[/?&=._-]|$)|\.ashx\b|/documents/\d+/\d+/",
    re.IGNORECASE,
)
_SAVED = re.compile(r"(?<=[?&])download=(?:true|1|yes)(?:&|$)", re.IGNORECASE)
_VIEWER_HOSTS = ("docs.google.com", "drive.google.com", "view.officeapps.live.com")
_VIEWER_KEYS = ("url", "src", "file", "pdf", "path", "document")
# What stands around the link of an offered file: labels, sizes, "tại đây".
_OFFER = re.compile(
    r"(?:xem|chi tiết|nội dung|thông tin|cụ thể|vui lòng|xin|mời|tải|về|xuống|download|tại|đây|file|tệp|tập|tin"
    r"|tài|liệu|văn|bản|đính|kèm|theo|gửi|trong|ở|link|các|danh|sách|phụ|lục|toàn|bộ|thêm|bấm|click|nhấn|vào|đầy|đủ"
    r"|có|được|như|sau|máy|attachments?|here|hướng|dẫn|nghị|quyết|định|thông|tư|công|bố|báo|cáo|kế|hoạch|size|dung"
    rf"|lượng|kb|mb|bytes?|{_EXTENSIONS}|icon|kích|thước|số|\d+|lượt|ngày|tạo|và|của)\b|[^\w]",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"tại đây|ở đây|đính kèm|tải (?:về|xuống|file|văn bản|tài liệu|tệp)|download|xem chi tiết|chi tiết xem"
    r"|xem (?:file|tệp|văn bản|toàn văn)",
    re.IGNORECASE,
)
_is_file_box = contains(r"attachments|attached|dinh-?_?kem|file-?_?(?:list|box)|downloads?(?![a-z])")
_NAMES_LENGTH = 80
_POINTER_WORDS = 16
_LABEL_WORDS = 4


def find_attachments(drafts: Sequence[Draft], base: str) -> tuple[Attachment, ...]:
    """Collect the files that the drafts offer, each once, and mark the lines that do nothing else."""
    found: dict[str, Attachment] = {}
    printed: set[str] = set()
    for item in drafts:
        files = _files_of(item, base)
        for attachment in files:
            key = _key(attachment.url)
            shown = bool(item.text) and attachment.text in item.text
            if key not in found or (shown and key not in printed):
                found[key] = attachment  # a printed name rather than an icon's title
            if shown:
                printed.add(key)
        if item.kind is not None and _only_offers(item, files, base):
            reason = "offers a file" if files else "pointer without a file"
            item.judge(BlockKind.ATTACHMENT if files else BlockKind.CHROME, reason)
    _mark_headings(drafts)
    if found:
        _mark_boxes(drafts)
    return tuple(found.values())


def _mark_headings(drafts: Sequence[Draft]) -> None:
    """Judge what heads offered files: a label ("Tệp tin") above them, the first row of a table of files."""
    for at in range(1, len(drafts)):
        item, offer = drafts[at - 1], drafts[at]
        if offer.kind is not BlockKind.ATTACHMENT or not item.in_body or item.piece.links:
            continue
        rows = item.piece.tag == offer.piece.tag == "row"
        opens = at == 1 or drafts[at - 2].piece.tag != "row"
        label = item.words <= _LABEL_WORDS and not _OFFER.sub(" ", item.text).strip()
        if (rows and opens) or (label and not rows):
            item.judge(BlockKind.ATTACHMENT, "heads offered files")


def _mark_boxes(drafts: Sequence[Draft]) -> None:
    """Judge what a box of files says of them: descriptions, sizes, how often they were fetched."""
    if not any(item.kind is BlockKind.ATTACHMENT and _in_box(item) for item in drafts):
        return
    for item in drafts:
        if item.in_body and not item.is_running and _in_box(item):
            item.judge(BlockKind.ATTACHMENT, "in a box of files")


def _in_box(item: Draft) -> bool:
    return _is_file_box(item.piece.look.names[-_NAMES_LENGTH:])


def _files_of(item: Draft, base: str) -> list[Attachment]:
    if item.piece.tag == "embed":
        address = viewed_file(absolute(item.piece.href, base) or "")
        return [_attachment(address, _file_name(address))] if address else []
    if item.piece.furniture and not item.piece.furniture.startswith("markup"):
        return []
    files = []
    for link in item.piece.links:
        address = absolute(link.href, base)
        if address and is_file(address, link):
            inner = viewed_file(address)
            files.append(_attachment(inner or address, squash(link.text) or squash(link.title) or _file_name(address)))
    return files


def is_file(address: str, link: Link) -> bool:
    """Whether a link leads to a file: by the address's ending, a download route, or a file name as its text."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if _FILE.search(path) or any(_FILE.search(value.strip()) for _, value in parse_qsl(parts.query)):
        return True
    if _FILE_TEXT.search(link.text) or _FILE_TEXT.search(link.title):
        return True
    return _ROUTE.search(f"{path}?{parts.query}") is not None and not re.search(r"/(?:print|savefile|login)\b", path)


def viewed_file(address: str) -> str | None:
    """The document that a viewer shows: from a viewer's `url=`-like parameter, or a file given directly."""
    try:
        parts = urlsplit(address)
        query = parse_qsl(parts.query)
    except ValueError:
        return None
    for key, value in query:
        shown = absolute(value, address) if key.lower() in _VIEWER_KEYS else None
        if shown and (_FILE.search(urlsplit(shown).path) or parts.netloc in _VIEWER_HOSTS):
            return shown
    return address if _FILE.search(unquote(parts.path)) else None


def _only_offers(item: Draft, files: list[Attachment], base: str) -> bool:
    if not item.piece.links or item.piece.tag in ("image", "embed"):
        return False
    rest = item.piece.unlinked
    if files:
        return word_count(_OFFER.sub(" ", rest)) <= 2 and word_count(rest) <= _POINTER_WORDS
    placeholder = all(absolute(link.href, base) in (None, base) for link in item.piece.links)
    return (
        item.words <= _POINTER_WORDS and _POINTER.search(item.text) is not None and (placeholder or item.piece.is_link)
    )


def _attachment(address: str, text: str) -> Attachment:
    return Attachment(address, text, mimetypes.guess_type(urlsplit(address).path)[0])


def _file_name(address: str) -> str:
    return unquote(urlsplit(address).path.rpartition("/")[2])


def _key(address: str) -> str:
    """What two links to one file share: the same file may be shown, and saved by a "download=true"."""
    return _SAVED.sub("", unquote(address).partition("#")[0]).rstrip("?&")
