"""Addresses that are not followed."""

from __future__ import annotations

import pytest

from crawler.discovery.traps import file_kind, is_trap

HOST = "http://so.example.vn"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("javascript:__doPostBack('a','')", "scheme"),
        ("mailto:vanthu@example.vn", "scheme"),
        ("tel:02583822345", "scheme"),
        ("/a?x=" + "y" * 1100, "length"),
        ("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q", "depth"),
        ("/vi/vi/en/tin", "repeated"),
        ("/tin/a/tin/b/tin/c", "repeated"),
        ("/web/20180312/http/so.example.vn/", "repeated"),
        ("/vi/en/tin", "locale"),
        ("/anh/hoi-nghi.jpg", "asset"),
        ("/phim/clip.mp4?x=1", "asset"),
        ("/tai-lieu/Quyet%20dinh.PDF", "document"),
        ("/dang-nhap", "function"),
        ("/vi/users/register/", "function"),
        ("/admin/login.aspx", "function"),
        ("/_layouts/15/Authenticate.aspx?Source=/", "function"),
        ("/search?q=tin", "function"),
        ("/?s=nong+thon", "function"),
        ("/tim-kiem.html", "function"),
        ("/index.php?option=com_users&view=login", "function"),
        ("/index.php?nv=seek", "function"),
        ("/user/login?destination=node/5", "function"),
        ("/wp-admin/", "function"),
        ("/gio-hang", "function"),
        ("/tin/mot-bai/feed/", "function"),
        ("/rss/", "function"),
        ("/tin?sort=title&page=2", "sort"),
        ("/hoi-dap/22/list/order/id/dir/DESC/page/2", "sort"),
        ("/lich?month=11&year=2022", "calendar"),
        ("/2022/11/21/", "calendar"),
    ],
)
def test_is_trap_names_the_reason(address: str, reason: str) -> None:
    assert is_trap(address, HOST) == reason


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/tin-tuc",
        "/vi/tin/mot-bai-7.html",
        "/tin/404",
        "/Pages/default.aspx?ItemID=5",
        "/2022/11/",
        "/2022/11/mot-bai/",
        "/tin/dang-ky-nhan-hieu-tap-the",
        "/tin/search-engine",
        "/chuyen-muc/lich-su-dia-phuong/mot-bai",
        "/index.php?option=com_content&view=article&id=7",
        "/tin/1/1/mot-bai",
        "/tin/a.b.c-mot-bai",
        "/tin?limit=20&start=40",
    ],
)
def test_is_trap_lets_pages_pass(address: str) -> None:
    assert is_trap(HOST + address) is None


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/a.docx", "document"), ("/a.png", "asset"), ("/a.aspx", None), ("/.pdf", None), ("/a.pdf/b", None)],
)
def test_file_kind_by_extension(address: str, kind: str | None) -> None:
    assert file_kind(HOST + address) == kind
