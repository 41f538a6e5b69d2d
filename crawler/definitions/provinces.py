"""Vietnam's provinces before and since 1 July 2025, when 52 of 63 were merged into 23.

Source: Resolution 202/2025/QH15 of the National Assembly; Thừa Thiên Huế became the city of Huế on
1 January 2025 (Resolution 175/2024/QH15). A portal goes on printing the name that it was made under.
"""

from __future__ import annotations

_MERGED = {
    "An Giang": ("An Giang", "Kiên Giang"),
    "Bắc Ninh": ("Bắc Giang", "Bắc Ninh"),
    "Cà Mau": ("Bạc Liêu", "Cà Mau"),
    "Cần Thơ": ("Cần Thơ", "Hậu Giang", "Sóc Trăng"),
    "Đà Nẵng": ("Đà Nẵng", "Quảng Nam"),
    "Đắk Lắk": ("Đắk Lắk", "Phú Yên"),
    "Đồng Nai": ("Bình Phước", "Đồng Nai"),
    "Đồng Tháp": ("Đồng Tháp", "Tiền Giang"),
    "Gia Lai": ("Bình Định", "Gia Lai"),
    "Hải Phòng": ("Hải Dương", "Hải Phòng"),
    "Hưng Yên": ("Hưng Yên", "Thái Bình"),
    "Khánh Hòa": ("Khánh Hòa", "Ninh Thuận"),
    "Lào Cai": ("Lào Cai", "Yên Bái"),
    "Lâm Đồng": ("Bình Thuận", "Đắk Nông", "Lâm Đồng"),
    "Ninh Bình": ("Hà Nam", "Nam Định", "Ninh Bình"),
    "Phú Thọ": ("Hòa Bình", "Phú Thọ", "Vĩnh Phúc"),
    "Quảng Ngãi": ("Kon Tum", "Quảng Ngãi"),
    "Quảng Trị": ("Quảng Bình", "Quảng Trị"),
    "Tây Ninh": ("Long An", "Tây Ninh"),
    "Thái Nguyên": ("Bắc Kạn", "Thái Nguyên"),
    "Thành phố Hồ Chí Minh": ("Bà Rịa - Vũng Tàu", "Bình Dương", "Thành phố Hồ Chí Minh"),
    "Tuyên Quang": ("Hà Giang", "Tuyên Quang"),
    "Vĩnh Long": ("Bến Tre", "Trà Vinh", "Vĩnh Long"),
}

_UNMERGED = (
    "Cao Bằng",
    "Điện Biên",
    "Hà Nội",
    "Hà Tĩnh",
    "Lai Châu",
    "Lạng Sơn",
    "Nghệ An",
    "Quảng Ninh",
    "Sơn La",
    "Thanh Hóa",
)

PROVINCE_NOW = (
    {former: now for now, formers in _MERGED.items() for former in formers}
    | {name: name for name in _UNMERGED}
    | {"Thừa Thiên Huế": "Huế"}
)
"""Each of the 63 provinces of before to the one of today's 34 that it belongs to."""


def province_now(province: str | None) -> str | None:
    """Return the province of today for a name of before or of today; None for any other."""
    if province in PROVINCE_NOW.values():
        return province
    return PROVINCE_NOW.get(province or "")
