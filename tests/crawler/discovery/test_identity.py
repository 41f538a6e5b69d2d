"""Stable ids: equal for one article, whatever its slug; different for two."""

# ruff: noqa: E501 (markup and addresses are easier to compare on one line)

from __future__ import annotations

from itertools import combinations

import pytest

from crawler.discovery.identity import has_number, stable_id

HOST = "http://so.example.vn"

SAME = [
    ["/vi-vn/tin-chi-tiet/id/4985", "/vi-vn/tin-chi-tiet/id/4985/Ten-bai", "/tin-chi-tiet/id/4985/Ten-khac---"],
    ["/chuyen-doi-so/ten-bai-232.html", "/tin-hoat-dong/ten-bai-232.html", "/vi/news/tin/ten-khac-232.html"],
    ["/chuyen-doi-so/mot-bai-viet-nam-2022-65.html", "/vi/news/tin/mot-bai-viet-nam-2022-65.html"],
    ["/tin/mot-bai-rat-moi-30592", "/tin/bai-da-doi-ten-30592", "/khac/mot-bai-rat-moi-30592/"],
    ["/ten-bai-p13n53868.html", "/ten-khac-p13n53868.html"],
    ["/tin-noi-bat/Ten-bai--102723.html", "/Ten-khac--102723.html"],
    ["/tin/ten-bai_4321.html", "/tin/ten-khac_4321.html"],
    ["/ct.aspx?NewsID=3281&TopicID=9", "/ct.aspx?TopicID=2&NewsID=3281&CoLookup=1"],
    ["/ct.aspx?ItemID=5301&Mode=1&Source=%2Ftin", "/ct.aspx?ItemID=5301"],
    ["/xem.php?id=77&page=3", "/xem.php?id=77"],
    ["/node/71811", "/vi/node/71811"],
    ["/tin/mot-bai-viet-moi?title=Mot+bai&cat=7", "/tin/mot-bai-viet-moi?cat=8"],
    ["/TinTuc/View/Mot-bai?PageIndex=12", "/TinTuc/View/Mot-bai"],
    ["/a/-/view_content/144943652-mot-bai.html", "/b/-/view_content/144943652-ten-khac.html"],
    ["/web/x/p1/-/asset_publisher/aB/content/id/1653170?plidlayout=5", "/web/x/p2/-/asset_publisher/cD/content/id/1653170"],
    ["/web/x/p1/-/asset_publisher/aB/content/mot-bai?redirect=%2F", "/web/x/p2/-/asset_publisher/cD/content/mot-bai"],
    ["/tin/-/view-article/1/1577/1618900000000", "/tin-khac/-/view-article/1/1622/1618900000000"],
    ["/thong-bao/0F8FAD5B-d9cb-469f-a165-70867728950e", "/thong-bao/0f8fad5b-d9cb-469f-a165-70867728950e"],
    ["/index.php?language=vi&nv=news&op=Tin/Mot-bai-2461", "/index.php?nv=news&op=Khac/Ten-khac-2461"],
    ["/index.php?option=com_content&view=article&id=12:mot-bai&catid=3", "/index.php?option=com_content&view=article&id=12:khac"],
    ["/print/tin/mot-bai-1868.html", "/tin/mot-bai-1868.html", "/savefile/tin/mot-bai-1868.html"],
    ["/Tin-t%E1%BB%A9c/post/209238/mot-bai.aspx", "/Tin-tức/post/209238/ten-khac.aspx"],
    ["/tin/mot-bai-viet-moi-dang/17476", "/tin/ten-khac-cua-bai-do/17476"],
]  # fmt: skip

DIFFERENT = [
    "/tin/hoi-nghi-giao-ban-thang-4-2022", "/tin/hoi-bao-xuan-nam-2022", "/tin/ke-hoach-so-2022.html",
    "/tin/ten-bai-nam-2021.html", "/tin/ten-khac-nam-2021.html", "/tin/ve-nghi-dinh-so-100.html", "/tin/thong-tu-so-100.html",
    "/tin/phong-chong-dich-covid-19.html", "/tin/ban-tin-dich-covid-19.html", "/tin/ky-hop-thu-6", "/tin/hoi-nghi-lan-thu-6",
    "/lists/a/view.aspx?ItemID=35", "/lists/b/view.aspx?ItemID=35", "/lists/b/view.aspx?ItemID=36",
    "/pages/tin.aspx?l=Su-kien&ItemID=7", "/pages/tin.aspx?l=Thong-bao&ItemID=7",
    "/tin-tuc-noi-bat-trong-ngay.aspx?id=5", "/thong-bao-moi-nhat-trong-tuan.aspx?id=5",
    "/tin/ten-bai-4985.html", "/laws/ten-bai-4985.html", "/video/ten-bai-4985.html", "/en/news/ten-bai-4985.html",
    "/?p=172", "/?p=173", "/?page_id=172", "/?cn=121&gd=4&tc=61772", "/?cn=121&gd=4&tc=61773",
    "/khu/1283/30607/53493/513868/Tin/Hoi-thi-nam-hoc-2020---2021.aspx", "/khu/1283/30607/53493/515962/Tin/Hoi-thi-nam-hoc-2020---2021.aspx",
    "/tin/be-giang-nam-hoc-2020---2021.html", "/tin/khai-giang-nam-hoc-2020---2021.html",
    "/tin/trao-tang-hoc-bong-500.html", "/tin/giai-chay-500.html", "/tin/10000-cay-xanh", "/tin/10000-lao-dong.html",
    "/xem-tin?title=mot-bai", "/xem-tin?title=bai-khac", "/xem-tin?slug=mot-bai", "/xem-tin?ref=1001", "/xem-tin?ref=1002",
    "/2022/11/mot-bai", "/2022/11/bai-khac", "/mot-bai-20220131.html", "/bai-khac-20220131.html",
    "/35-nuoc-cong-nhan-giay-to", "/35-xa-dat-chuan", "/a/b/mot-bai", "/a/c/mot-bai",
    "/item.aspx?ContentID=5", "/item.aspx?ContentID=6", "/Trang-chu/202011/204445", "/Trang-chu/202011/204446",
]  # fmt: skip


@pytest.mark.parametrize("addresses", SAME, ids=[group[0] for group in SAME])
def test_stable_id_is_equal_for_one_article(addresses: list[str]) -> None:
    assert len({stable_id(HOST + address) for address in addresses}) == 1


def test_stable_id_differs_for_two_articles() -> None:
    ids = [(address, stable_id(HOST + address)) for address in DIFFERENT + [group[0] for group in SAME]]
    assert [(one, other) for (one, a), (other, b) in combinations(ids, 2) if a == b] == []


def test_stable_id_ignores_scheme_and_www() -> None:
    assert stable_id("http://www.so.example.vn/a/mot-bai") == stable_id("https://so.example.vn/a/mot-bai/")


def test_stable_id_tells_hosts_apart_where_the_main_host_is_known() -> None:
    assert stable_id("http://so.example.vn/?p=5", "so.example.vn") == "#/?p=5"
    assert stable_id("http://www.so.example.vn/?p=5", "so.example.vn") == "#/?p=5"
    assert stable_id("http://phong.so.example.vn/?p=5", "so.example.vn") == "phong.so.example.vn/#/?p=5"


@pytest.mark.parametrize(
    ("address", "numbered"),
    [
        ("/tin/ten-bai-4985.html", True),
        ("/tin/ten-bai", False),
        ("/tin/nam-2022", False),
        ("/tin/trang-302.html", False),
    ],
)
def test_has_number_sees_ids_only(address: str, numbered: bool) -> None:
    assert has_number(HOST + address) is numbered


def test_stable_id_takes_a_number_of_the_headline_for_a_word_of_it() -> None:
    one, two = (f"https://so.example.vn/tin/{slug}-279.html" for slug in ("thong-xe-quoc-lo", "sua-chua-quoc-lo"))
    assert stable_id(one, headline="Thông xe quốc lộ 279") != stable_id(two, headline="Sửa chữa quốc lộ 279")
    assert stable_id(one, headline="Thông xe quốc lộ mới") == stable_id(one)
