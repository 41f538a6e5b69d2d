"""The shapes of names, posts and units in bylines."""

from __future__ import annotations

import re

from crawler.extraction.remembering import remembered
from crawler.extraction.wording.keys import UPPER, any_of, fold, phrases, words

# B.Ngân, T.Th.Hà, H.M, P. Ngọc, HHà
_DOTTED = re.compile(rf"(?:[{UPPER}][^\W\d_]{{0,2}}\.\s?){{1,3}}[{UPPER}][^\W\d_]*\.?")
_GLUED = re.compile(rf"[{UPPER}]{{1,2}}[{UPPER}][^\W\d_{UPPER}]{{1,5}}")
_INITIALS = re.compile(rf"[{UPPER}]{{2,4}}|(?:[{UPPER}]\.){{1,3}}")
_SYLLABLE = re.compile(rf"[{UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?\.?")
# Letters that stand alone on a line and are no person's initials.
_NO_INITIALS = frozenset(
    phrases(
        """
        ubnd, hdnd, mttq, rss, faq, faqs, top, new, hot, img, pdf, doc, vn, en, vi, tw, ok, pr, qr, tv,
        atm, csdl, cchc, stt, dvt
        """
    )
)
# Title-case wordings of menus and forms that have the shape of a name.
_NO_NAME = frozenset(
    phrases(
        """
        tin tuc, thong bao, lien ket, trang chu, lien he, gioi thieu, su kien, van ban, hoi dap, thu
        vien, hinh anh, thoi su, tin moi, tin khac, tin hot, tin noi bat, quay lai, dang nhap, dang ky,
        tim kiem, tro lai, xem them, ban in, danh muc, chuyen muc, home page, read more, super user, noi
        nhan, kinh gui, ket luan, phu luc, ghi chu, chinh tri, kinh te, xa hoi, van hoa, giao duc, y te,
        phap luat, doi song, the thao, du lich, quoc te, trong nuoc, viet nam, ha noi, da nang, can tho,
        hai phong, nha trang, thoi tiet, ty gia, lich cong tac, tags, chia se, facebook, google, zalo,
        twitter, youtube, nguon tin, tac gia, hoi nghi, du an, bao cao, tin anh, bai viet, ngay dang,
        luot xem, phan hoi, cong van, quyet dinh, ke hoach, nghi quyet, chi thi, tien ich, cong dan,
        doanh nghiep, khach tham quan, tieng viet, dau trang, cuoi trang, quay ve, in trang, gui email,
        tai ve, tin lien quan, bao chi, dich vu, phong van, an pham, phim, am nhac
        """
    )
)
_SURNAMES = frozenset(
    phrases(
        """
        an, au, bach, bui, cao, chau, chu, chung, cu, dam, dang, dao, dau, diep, dinh, do, doan, dong,
        duong, giang, ha, ho, hoang, hua, huynh, khong, kieu, kim, la, lai, lam, le, lieu, lo, loc, luc,
        luong, luu, ly, ma, mac, mai, nghiem, ngo, nguyen, ninh, nong, o, ong, pham, phan, phung,
        phuong, quach, quan, son, ta, tan, thach, thai, than, tieu, to, ton, tong, tran, trang, trieu,
        trinh, truong, tu, tuong, uong, van, vi, vo, vu, vuong, y
        """
    )
)

# Unfolded, because folding would make the surname Trương a school (trường) and Đoàn a delegation of one word.
_POST = re.compile(
    any_of(
        """
        phó, trưởng, tổ trưởng, giám đốc, hiệu trưởng, hiệu phó, chủ tịch, chủ nhiệm, bí thư, cán bộ,
        chuyên viên, công chức, viên chức, nhân viên, giáo viên, phóng viên, biên tập, đại diện, chánh,
        thanh tra viên, ủy viên, uỷ viên, thư ký, kế toán, văn thư, cộng tác viên, ctv, pv, tổng hợp,
        sưu tầm, đại biểu, tổng biên tập, bác sĩ, kiểm sát viên, thẩm phán
        """
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    any_of(
        """
        trung tâm, nhóm, sở, phòng, ban, thanh tra, chi đoàn, chi cục, cục, vụ, văn phòng, ubnd, hđnd,
        đài, báo, hội, liên đoàn, công đoàn, tỉnh đoàn, huyện đoàn, đoàn thanh niên, đoàn tncs, đoàn
        trường, đoàn xã, đoàn cơ sở, trường, thcs, thpt, bộ, bộ phận, tổ, viện, công an, hạt, trạm, chi
        nhánh, quỹ, công ty, bệnh viện, ttxvn, vp, cổng, tạp chí, ủy ban, uỷ ban, mặt trận, mttq, chi
        bộ, đảng ủy, đảng bộ, bbt, xã, phường, huyện, thị xã, tp, tt, tttt, cttđt, xí nghiệp, hợp tác
        xã, câu lạc bộ, vnpt, đội, kho bạc, ngân hàng, bhxh, bảo hiểm xã hội, tòa án, viện kiểm sát
        """
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
_PLACES = frozenset(phrases("tỉnh, huyện, xã, phường, thị, thành, quận, tp, nhân, khu, cơ"))
# Offices that sign for nobody in particular, without the name of their unit.
_EDITORS = frozenset(phrases("ban bien tap, toa soan, ban bien tap website, ban bien tap cong ttdt"))
_UNIT_WORDS = 16
_ACRONYM = re.compile(rf"[{UPPER}&.-]{{3,}}")
# A line with one of these says what somebody does: a caption or a sentence, not the name of a unit.
_ACTION = re.compile(
    r"\b"
    + any_of(
        """
        tham gia, tham dự, tổ chức, phát biểu, phối hợp, trao, tặng, kiểm tra, triển khai, thực hiện, họp,
        tuyên truyền, làm việc, ra quân, chụp ảnh, đã, sẽ, đang, được, thông báo, tiếp, thăm, hưởng ứng,
        ban hành, mở, dự, ký kết, khai mạc, chủ trì, yêu cầu, đề nghị, đẩy mạnh, tăng cường,
        nâng cao, xây dựng, phát động, khai giảng, bế mạc, sơ kết, tổng kết, giao ban, đón, chúc mừng, kỷ niệm,
        tập huấn, hội nghị, lễ, về, vận động, ủng hộ, bầu, công bố, gặp mặt, kết nạp, giám sát, sinh hoạt,
        nỗ lực, chủ động, hỗ trợ, là, có, không, những, khi, cho,
        với, tại
        """
    )
    + r"\b"
)


@remembered
def is_personal_name(text: str) -> bool:
    """Whether `text` has the shape of a person's name: "Bảo Ngân", "B.Ngân", "HHà", "AT"."""
    return is_initials(text) or _is_full_name(text)


def is_initials(text: str) -> bool:
    """Whether `text` is a name shortened to initials: "B.Ngân", "P. Ngọc", "H.M", "HHà", "AT"."""
    if fold(text) in _NO_INITIALS:
        return False
    return any(pattern.fullmatch(text) for pattern in (_DOTTED, _GLUED, _INITIALS))


def _is_full_name(text: str) -> bool:
    parts = text.split()
    key = fold(text)
    if not 2 <= len(parts) <= 5 or key in _NO_NAME or not all(_SYLLABLE.fullmatch(part) for part in parts):
        return False
    # "EN" is a language, "Én" a given name.
    if any((part.isascii() and fold(part) in _NO_INITIALS - _SURNAMES) or len(part) > 8 for part in parts):
        return False
    if is_unit(text):
        return False
    # Capitals alone are how headings are typed too; a surname tells the name.
    return not text.isupper() or (key.split()[0] in _SURNAMES and len(parts) <= 4)


def is_post(text: str) -> bool:
    """Whether `text` begins with a post: "Phó Hiệu trưởng …", "Cán bộ phụ trách …"."""
    return _POST.match(text) is not None


@remembered
def is_unit(text: str) -> bool:
    """Whether `text` is nothing but the name of a unit: "Thanh tra Sở", "Chi đoàn Sở Y tế", "TTCNTT"."""
    if fold(text) in _EDITORS:
        return True
    if _ACRONYM.fullmatch(text):
        return fold(text) not in _NO_INITIALS
    parts = words(text)
    if not _UNIT.match(text) or len(parts) > _UNIT_WORDS or _ACTION.search(text.lower() if text.isupper() else text):
        return False
    if len(parts) == 2 and not parts[1].isupper():
        return False  # "Trường Giang" is a pen name.
    capitals = sum(part[0].isupper() for part in parts)
    return _names_itself(text) and capitals >= 2 and capitals * 5 >= len(parts) * 2


def _names_itself(text: str) -> bool:
    """A unit's kind is followed by its name or place: "Hội Nông dân", "Công an xã …"; not "Hội nghị …"."""
    kind = _UNIT.match(text)
    rest = words(text[kind.end() :]) if kind else []
    return not rest or rest[0][0].isupper() or rest[0].casefold() in _PLACES
