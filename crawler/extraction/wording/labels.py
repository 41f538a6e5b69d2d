"""Labels as folded keys (`keys.fold`), Vietnamese and as untranslated themes print them."""

from __future__ import annotations

# What a byline's label is made of: "Tin, ảnh", "Bài và ảnh", "Tin bài". It takes one of WRITING to be a
# byline; PICTURES alone are a photo credit.
WRITING = frozenset({"tin", "bai", "bai viet", "tin bai", "bai tin"})
PICTURES = frozenset({"noi dung", "anh", "hinh", "hinh anh", "video", "clip", "do hoa", "photo", "infographic"})

AUTHOR = frozenset(
    {
        "tac gia",
        "tac gia bai viet",
        "ten tac gia",
        "nguoi viet",
        "nguoi viet bai",
        "nguoi dang",
        "nguoi dang tin",
        "nguoi dang bai",
        "nguoi gui",
        "nguoi gui bai",
        "dang boi",
        "viet boi",
        "duoc viet boi",
        "duoc dang boi",
        "gui boi",
        "but danh",
        "thuc hien",
        "nguoi thuc hien",
        "tin thuc hien",
        "bien soan",
        "nguoi bien soan",
        "tong hop",
        "bien dich",
        "luoc dich",
        "phong vien",
        "nhom phong vien",
        "pv",
        "nhom pv",
        "cong tac vien",
        "ctv",
        "author",
        "by",
        "posted by",
        "written by",
        "submitted by",
        "published by",
        "created by",
    }
)
# Themes print these without a colon: "By Gia Huy", "Được gửi bởi Gia Huy vào …".
BARE_AUTHOR = (
    "được gửi bởi",
    "được đăng bởi",
    "được viết bởi",
    "gửi bởi",
    "đăng bởi",
    "viết bởi",
    "written by",
    "posted by",
    "submitted by",
    "published by",
    "by",
)

SOURCE = frozenset(
    {
        "nguon",
        "nguon tin",
        "nguon bai",
        "nguon bai viet",
        "nguon tin bai",
        "theo nguon",
        "theo",
        "trich nguon",
        "trich",
        "dan nguon",
        "source",
    }
)
# After one of these may stand anything; the value must look like a name.
WEAK_AUTHOR = frozenset({"thuc hien", "nguoi thuc hien", "tong hop", "tin thuc hien", "by"}) | WRITING
# Persons named beside the byline who did not write the text.
EDITOR = frozenset(
    {"bien tap", "nguoi bien tap", "bien tap vien", "nguoi duyet", "duyet bai", "nguoi kiem duyet", "editor"}
)
# Labels of other facts that share a line with a byline; its value ends where one of them begins.
OTHER_FACTS = (
    "ngay viet",
    "ngay dang",
    "ngay dang bai",
    "ngay dang tin",
    "ngay cap nhat",
    "ngay xuat ban",
    "ngay tao",
    "dang luc",
    "dang ngay",
    "cap nhat",
    "cap nhat luc",
    "thoi gian",
    "thoi gian dang",
    "luot xem",
    "so luot xem",
    "luot doc",
    "so lan xem",
    "da xem",
    "phan hoi",
    "binh luan",
    "chuyen muc",
    "the loai",
    "tu khoa",
    "danh muc",
    "views",
    "view count",
    "hits",
    "category",
    "tags",
)
