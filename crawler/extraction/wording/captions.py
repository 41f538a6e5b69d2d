"""Picture captions and their credits. Texts are expected in their stored form (NFC, single spaces)."""

from __future__ import annotations

import re

from crawler.extraction.wording.keys import UPPER, any_of, words

_PICTURE = any_of("nguồn ảnh, ảnh tư liệu, ảnh chụp, ảnh, ành, hình, photo, nguồn")
# "… Ảnh: Gia Huy", "… (ảnh: Gia Huy)", "… - Ảnh: CTV"; glued ones too: "vui TếtNguồn: Internet."
_LABELLED = re.compile(
    rf"(?:(?:[\s(\[,;.\-–—]|^){_PICTURE}|(?<=[^\W\d_])(?-i:Ảnh|Nguồn|Photo))\s*[:：]\s*", re.IGNORECASE
)
# "(Ảnh Gia Huy)"
_BRACKETED = re.compile(r"[(\[]\s*(?:ảnh|hình|nguồn ảnh)\s+([^()\[\]]{1,60})[)\]]?\.?\s*$", re.IGNORECASE)
# "(Ảnh minh họa)", "Ảnh minh hoạ_B.N", "Ảnh: mang tính minh họa"
_ILLUSTRATION = re.compile(
    r"(?:^|[\s(\[.,;\-–—])(?:ảnh|hình(?: ảnh)?)\s*:?\s*(?:mang tính (?:chất )?|có tính chất )?"
    r"minh h(?:ọa|oạ)(?![^\W_])[\w.\s-]{0,20}[)\].]*$",
    re.IGNORECASE,
)
_BYLINE_BEFORE = re.compile(r"(?:tin|bài|bài viết|video|clip)\s*(?:[,/&+;.\-–]|và|va)?\s*$", re.IGNORECASE)
_CREDIT_WORDS = 8
_CAPTION_WORDS = 45

_VIEWS = r"quang cảnh, toàn cảnh, khung cảnh, hình ảnh, ảnh, một góc, một tiết mục, tiết mục"
_SUBJECTS = rf"""
    {_VIEWS}, đ/c, đ\.c, đồng chí, các đồng chí, ông, bà, đại biểu, các đại biểu, lãnh đạo, ban tổ chức,
    ban giám hiệu, đoàn, cán bộ, công chức, chiến sĩ, lực lượng, người dân, bà con, nhân dân, nông dân,
    học sinh, sinh viên, giáo viên, học viên, thầy cô, các em, các cháu, các đơn vị, các đội, các cá nhân,
    các tập thể, các vận động viên, các thí sinh, các hội viên, các tác giả, các diễn giả, các chuyên gia,
    các bên, các thành viên, vận động viên, thí sinh, hội viên, chủ tịch, phó, bí thư, giám đốc, trưởng,
    thứ trưởng, bộ trưởng, thiếu tướng, đại tá, thượng tá, trung tá, đại diện, chuyên gia, bác sĩ, nhân viên,
    kiểm lâm, công nhân, thanh niên, phụ nữ, tuổi trẻ, một gian hàng, một buổi, một trong, gian hàng,
    mô hình, sản phẩm, phần thi, phần hội, phần lễ, trao, tặng, chụp ảnh, thi, rước, ký kết, tiến sĩ, ts\.?,
    ths\.?, pgs\S*, gs\S*, thường trực, hội đồng, chi đoàn, đvtn, ubnd, công an, doanh nghiệp, khách, du khách
    """
_ACTIONS = r"""
    phát biểu, trao, tặng, chụp ảnh, lưu niệm, tham gia, tham dự, tham quan, thăm, kiểm tra, khảo sát,
    làm việc, trình bày, ký, ký kết, biểu diễn, thảo luận, chủ trì, điều hành, cắt băng, dâng hương, dâng hoa,
    hướng dẫn, tuyên truyền, vận hành, sử dụng, giới thiệu, chúc mừng, khai mạc, bế mạc, báo cáo, tranh tài,
    thi đấu, trò chuyện, động viên, ra quân, trồng cây, hiến máu, giao lưu, phun, thu hoạch, chăm sóc,
    bàn giao, chuyển giao, biểu quyết, bỏ phiếu, bốc thăm, trả lời, đọc, tiếp, tìm hiểu, trao đổi,
    tại hội nghị, tại buổi, tại lễ, tại cuộc, tại chương trình, tại hội thảo, tại phiên, tại đại hội,
    trong ngày, trong buổi, trong giờ, trong lễ
    """
_SUBJECT = re.compile(r"[(\[]?" + any_of(_SUBJECTS) + r"(?!\w)", re.IGNORECASE)
# Words that name a unit only before its name: "Hội Nông dân", not "Hội nghị".
_UNIT_SUBJECT = re.compile(rf"[(\[]?(?:Cụm|Tổ|Phòng|Sở|Hội|Trường|Ban|Chi cục|Huyện|Xã|Phường)\s+[{UPPER}]")
_VIEW = re.compile(r"[(\[]?" + any_of(_VIEWS) + r"(?!\w)", re.IGNORECASE)
_ACTION = re.compile(r"(?<!\w)" + any_of(_ACTIONS) + r"(?!\w)", re.IGNORECASE)
# A sentence of the story has a tense or a conjunction, or begins with its time, place or reason.
_TOLD = re.compile(
    r"(?<!\w)"
    + any_of(
        """đã, sẽ, vừa, nhằm, qua đó, theo đó, bên cạnh đó, ngoài ra, đồng thời, do đó, vì vậy, tuy nhiên,
        trong đó, cho biết, cho rằng, cho hay"""
    )
    + r"(?!\w)|^"
    + any_of(
        """sáng, chiều, tối, ngày, trưa, tại, trong, theo, qua, sau, trước, từ, để, với, về, khi, nếu, nhân,
        hiện, hôm, vào, dự, đến, căn cứ"""
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
# Where in the picture somebody stands: "(phải)", "(thứ hai từ trái sang)", "(áo trắng)".
_PLACED = re.compile(
    r"\((?:[^()]{0,20}\s)?(?:bên |bìa |từ )?(?:phải|trái|giữa|áo \w+|(?:hàng )?(?:đầu|trước|sau|ngồi|đứng)|sang)"
    r"(?:\s[^()]{0,20})?\)",
    re.IGNORECASE,
)
_GALLERY = re.compile(
    r"^[*\-–\s]*(?:dưới đây là |sau đây là )?(?:một số|một vài|những|các|chùm) (?:hình )?ảnh(?!\w)",
    re.IGNORECASE,
)


def has_credit(text: str) -> bool:
    """Whether `text` ends with a photo credit ("Ảnh: Gia Huy", "(Ảnh minh họa)"); "Tin, ảnh: …" does not."""
    return split_credit(text)[1] is not None or _ILLUSTRATION.search(text) is not None


def split_credit(text: str) -> tuple[str, str | None]:
    """Split a caption from its credit: "Quang cảnh. Ảnh: Gia Huy" → ("Quang cảnh.", "Gia Huy").

    The credit is None where there is none, and for "Ảnh minh họa", which names nobody. The caption is ""
    where the line is nothing but a credit. A label before a long text ("Ảnh: Sở tổ chức …") is no credit.
    """
    if _ILLUSTRATION.search(text):
        return text, None
    labels = list(_LABELLED.finditer(text))
    if labels and not _BYLINE_BEFORE.search(text[: labels[-1].start() + 1].rstrip(" ([")):
        credit = text[labels[-1].end() :].strip(" )]")
        if 0 < len(words(credit)) <= _CREDIT_WORDS:
            return text[: labels[-1].start()].rstrip(" (-–—[,;"), credit.removesuffix(".")
    bracketed = _BRACKETED.search(text)
    if bracketed and bracketed[1][:1].isupper():
        return text[: bracketed.start()].rstrip(), bracketed[1].strip()
    return text, None


def is_sure_caption(text: str) -> bool:
    """Whether a line is a caption wherever it stands: a credit, a view ("Quang cảnh …"), "(thứ hai từ trái sang)"."""
    if len(words(text)) > _CAPTION_WORDS:
        return False
    return has_credit(text) or _PLACED.search(text) is not None or _VIEW.match(text) is not None


def names_subject(text: str) -> bool:
    """Whether an open line begins with people or a unit and tells no story: a caption, if a picture may be near."""
    told = _TOLD.search(text) or introduces_gallery(text)
    return not told and _has_subject(text) and len(words(text)) <= _CAPTION_WORDS


def introduces_gallery(text: str) -> bool:
    """Whether `text` announces pictures below it: "Một số hình ảnh tại ngày hội". Body, not a caption."""
    return _GALLERY.match(text) is not None


def looks_like_caption(text: str) -> bool:
    """Whether a short paragraph is worded as a caption; the caller knows whether a picture is near.

    Captions name who is seen and what they do ("Đ/c … phát biểu …", "Quang cảnh hội nghị") in one breath: no
    tense, no opening with a time or place, at most one full stop, and that at the end.
    """
    line = text.strip()
    if has_credit(line):
        return len(words(line)) <= 2 * _CAPTION_WORDS
    if not line or len(words(line)) > _CAPTION_WORDS or line[-1] in ":;,…!?" or line.endswith("./."):
        return False
    if introduces_gallery(line) or _TOLD.search(line) or re.search(r"[.;!?]\s+\S", _without_titles(line)):
        return False
    if _PLACED.search(line):
        return True
    return _has_subject(line) and (_ACTION.search(line) or _VIEW.match(line)) is not None


def tells_story(text: str) -> bool:
    """Whether a line has a tense or a conjunction, or begins with a time, a place or a reason: no caption."""
    return _TOLD.search(text) is not None


def _has_subject(line: str) -> bool:
    return _SUBJECT.match(line) is not None or _UNIT_SUBJECT.match(line) is not None


def _without_titles(line: str) -> str:
    """Take out the full stops of initials and degrees: "TS. Vũ", "P. Ngọc"."""
    return re.sub(r"\b(?:TS|ThS|PGS|GS|BS|CN|KS|TP|Tp|[A-ZĐ])\.\s*", "", line)
