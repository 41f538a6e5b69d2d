"""The patterns of furniture, on folded keys (`keys.fold`). They match a whole key; `FOOTER` its beginning."""

from __future__ import annotations

import re

from crawler.extraction.wording.keys import any_of

_NEWS = any_of(
    """tin, bai, bai viet, tin bai, bai tin, tin tuc, thong tin, van ban, thong bao, noi dung, su kien,
    chuyen muc, hoat dong"""
)
_OTHER = any_of(
    """khac, lien quan, cung chuyen muc, cung muc, cung loai, cung the loai, cung chu de, cung danh muc, cung nhom,
    cung su kien, moi hon, cu hon, moi nhat, moi, moi dang, moi cap nhat, da dua, da dang, noi bat, doc nhieu,
    doc nhieu nhat, xem nhieu, xem nhieu nhat, duoc quan tam, tiep theo, truoc do, truoc, sau, ke tiep,
    gan day, nhieu nguoi doc, moi khac, cu khac, moi nhat khac, nong, hot"""
)
_RELATED_PHRASES = any_of(
    r"""cung chuyen muc, cung muc, cung chu de, cung su kien, cung the loai, co the ban quan tam, ban co the quan tam.*,
    xem them, doc them, doc nhieu, xem nhieu, doc nhieu nhat, xem nhieu nhat, tham khao them, moi nhat,
    related posts?, related articles?, related news, related content, other news, more news, latest news,
    latest posts?, recent posts?, recent news, older news, newer news, you may also like, read more,
    them (?:tin|bai|bai viet) (?:trong|cung) (?:danh muc|chuyen muc)(?: nay)?(?: ?:.*)?,
    xem tin theo ngay, xem tin theo ngay thang, tin tuc su kien khac, tin tuc va su kien khac"""
)
RELATED = re.compile(
    rf"(?:(?:cac|nhung|mot so|xem|doc|xem cac|xem them) )?(?:{_NEWS} )+{_OTHER}(?: ?[(:].*)?"
    rf"|{_RELATED_PHRASES}"
)

FOOTER = re.compile(
    any_of(
        r"""
        ©, \(?c\), copyright, ban quyen (?:thuoc|website|cua|©|noi dung), co quan chu quan,
        don vi chu quan, co quan quan ly, chiu trach nhiem (?:chinh|noi dung|quan ly|xuat ban),
        nguoi chiu trach nhiem, truong ban bien tap, tong bien tap\b, giay phep so, giay phep thiet lap,
        giay phep hoat dong, giay phep xuat ban, gp so, gpbc, ghi ro .?nguon, thiet ke boi, thiet ke va,
        thiet ke &, xay dung boi, xay dung va phat trien boi, phat trien boi, design by, designed by,
        developed by, powered by, dia chi tru so,
        (?:de nghi|vui long|xin|khi) (?:ghi|trich) (?:ro|dan) nguon, all rights reserved,
        trang (?:thong tin|tin) dien tu tong hop, toan bo ban quyen
        """
    )
)

SLOGAN = re.compile(r"nhiet liet chao mung.*|.* muon nam")

_COUNTED = any_of(
    r"""
    (?:so |tong |tong so |so luong )?(?:luot|lan) (?:xem|doc|truy cap|tai|nghe)(?: bai viet)?,
    luot view, luot thich, tong (?:so )?(?:truy cap|luot|luot xem), da xem, da doc,
    (?:so )?nguoi (?:xem|doc|truy cap|online), views?(?: count)?, hits, read count, page ?views?,
    phan hoi, binh luan, so (?:binh luan|phan hoi|lan in),
    (?:so nguoi |so nguoi dang |nguoi dang |dang )?(?:online|truy cap|truc tuyen),
    khach (?:online|truy cap|tham quan), thanh vien online, hom nay, hom qua,
    (?:trong )?(?:tuan|thang) (?:nay|truoc), nam nay, tat ca, today, yesterday, this (?:week|month),
    last (?:week|month), all days, visitors?, truy cap (?:tong|hien tai|hom nay), may chu tim kiem,
    your ip, ip cua ban, thong ke truy cap, luot truy cap
    """
)
_UNITS = r"(?: ?(?:luot xem|luot doc|luot|nguoi|lan|khach))?"
# A space has but one way to be read, or "truy cap truy cap truy cap" is tried in as many as there are.
_COUNT = rf"(?:{_COUNTED}(?: ?:)?(?: ?[\d.,]+)?{_UNITS}|[\d.,]+ ?(?:{_COUNTED}|luot|views?))"

REASONS: dict[str, re.Pattern[str]] = {
    "related": RELATED,
    "footer": re.compile(FOOTER.pattern + ".*"),
    "accessibility": re.compile(
        any_of(
            r"""
            (?:xem )?(?:voi )?(?:co chu|font size|kich thuoc chu)? ?:? ?(?:a(?: ?[-+])? ?)+(?:\| ?)?,
            xem co chu, co chu, (?:a(?: ?[-+])? ?)*(?:\| ?)?(?:(?:tang|giam) (?:tuong phan|co chu) ?)+,
            100 ?%, tuong phan, muc luc, doc bai viet, nghe bai viet, nghe doc bai, nghe tin,
            skip (?:to|ribbon|navigation).*,
            (?:truy cap|nhay den|nhay toi|chuyen den|chuyen toi|bo qua) (?:phan )?noi dung(?: luon| chinh)?
            """
        )
    ),
    "tools": re.compile(
        "(?:"
        + any_of(
            r"""
            in, in bai viet, in trang, in trang nay, in tin, in an, ban in, print, email, gui email,
            gui mail, gui bai viet, gui cho ban be, luu, luu bai viet, save, chia se, chia se bai viet,
            share, tweet, like, thich, facebook, zalo, twitter, google\+?, linkedin, copy link,
            sao chep lien ket, sao chep, theo doi (?:chung toi |trang )?tren \S+(?: \S+)?,
            pdf, rss, tai ve, (?:doc|nghe) bai viet, (?:xem |tang |giam )?co chu, (?:tang |giam )?tuong phan, quay lai
            """
        )
        + r"(?: ?[|:,•/-] ?| |$))+"
    ),
    "navigation": re.compile(
        any_of(
            r"""
            quay (?:lai|ve)(?: trang truoc| trang chu| danh sach)?,
            tro (?:lai|ve)(?: trang truoc| dau trang)?, trang chu, home, homepage, home page,
            (?:ve |len )?dau trang, back to top, back, (?:(?:previous|next) page ?|back to top ?)+,
            previous, next, trang truoc, trang sau, trang tiep, gioi thieu, lien he,
            so do (?:cong|trang|website), site ?map, menu, danh muc, hoi dap, thu dien tu,
            lien ket(?: website| web| nhanh| ngoai)?, website (?:lien ket|trong tinh|cac tinh), english,
            tieng viet, dang xuat, thoat, da phuong tien, thu vien (?:anh|video|hinh anh),
            cac lien ket(?: khac)?, chuyen muc, xem tat ca, xem chi tiet, chi tiet, xem tiep
            """
        )
    ),
    "form": re.compile(
        any_of(
            r"""
            nhap tu khoa.*, tim kiem(?: nang cao)?, tim theo ngay, dang nhap.*,
            dang ky(?: nhan.*)?(?: register)?, register, login, sign in, mat khau, ten dang nhap,
            quen mat khau.*, ma (?:bao mat|xac nhan|an toan), gui, gui di, ngay ?thang(?: nam)?,
            tu ngay, den ngay, search
            """
        )
    ),
    "comments": re.compile(
        any_of(
            r"""
            (?:y kien|binh luan|phan hoi)(?: ban doc| cua ban| doc gia| cua ban doc)?(?: \(\d+)?,
            (?:viet|gui|them) (?:binh luan|y kien|phan hoi)(?: cua ban)?,
            (?:de lai )?(?:mot )?(?:binh luan|tra loi), tra loi, leave a (?:reply|comment),
            email cua ban se khong.*, (?:no |\d+ )?comments?(?: are closed)?, chua co binh luan.*,
            ho ten, ho va ten, noi dung binh luan
            """
        )
    ),
    "rating": re.compile(
        any_of(
            r"""tong so diem.*, (?:click|bam|nhan) (?:vao )?de danh gia.*, danh gia(?: bai viet)?,
            xep hang.*danh gia.*, [\d./ -]+(?:trong|tu|phieu|sao).*danh gia.*, di chuot vao ngoi sao.*,
            binh chon.*, rating.*"""
        )
    ),
    "widget": re.compile(
        any_of(
            r"""
            thoi tiet, ty gia, ty gia ngoai te, gia vang, thong ke(?: truy cap| website)?, lich am,
            ai dang online, (?:dang|truc) (?:online|tuyen) ?:?[\d ]*, bo dem, luot truy cap, quang cao,
            tham do y kien, content editor(?: \[?\d+)?,
            xuat ban thong tin, chi tiet (?:bai viet|tin tuc|tin|thong bao), slide, banner, lich cong tac
            """
        )
    ),
    "placeholder": re.compile(
        "(?:image advertisement ?)+|(?:no title.*)+|responsive image|image|img(?: ?\\d+)?|anh|video|audio"
    ),
    "tags": re.compile(r"(?:tu khoa|tags?|the|hashtag|keywords?|the loai) ?:.*|tu khoa|tags?|the loai"),
    "attachment_box": re.compile(
        r"(?:(?:cac )?(?:tep|file|tap tin|van ban|tai lieu) )?(?:tin )?(?:dinh kem|kem theo)(?: bai viet)?"
        r"|(?:cac )?(?:tep|file|tap tin|tai lieu) (?:tai ve|lien quan|download)|attachments?|attached files?|downloads?"
    ),
    "clock": re.compile(r"(?:hom nay ?[:,] ?.*\d[/-]\d.*|(?:thu \w+|chu nhat),? ?(?:ngay )?[\d/.-]+.*chao mung.*)"),
    "welcome": re.compile(r"chao mung (?:ban|quy vi|cac ban).*|kinh chao quy.*|he thong thu nghiem"),
    "slogan": SLOGAN,
    "category": re.compile(
        r"(?:chuyen muc|danh muc|the loai|chu de|(?:tin tuc|su kien)(?: ?(?:-|va|&) ?[a-z ]{2,20})?) ?: ?.{2,60}"
    ),
    "counter": re.compile(rf"{_COUNT}(?:(?: ?[|•,;-] ?| ?){_COUNT})*"),
}
