"""Twins of articles: to print, to save, to mail."""

from __future__ import annotations

import pytest

from crawler.discovery.twins import is_twin, main_address

HOST = "http://so.example.vn"


@pytest.mark.parametrize(
    ("twin", "article"),
    [
        ("/print/tin/mot-bai-7.html", "/tin/mot-bai-7.html"),
        ("/vi/news/savefile/tin/mot-bai-7.html", "/vi/news/tin/mot-bai-7.html"),
        ("/tin/mot-bai/print/", "/tin/mot-bai/"),
        ("/tin/mot-bai/amp/", "/tin/mot-bai/"),
        ("/tin/mot-bai/feed/", "/tin/mot-bai/"),
        ("/tin/mot-bai?print=1", "/tin/mot-bai"),
        ("/tin/mot-bai?tmpl=component&print=1&layout=default&id=5", "/tin/mot-bai?layout=default&id=5"),
        ("/tin/mot-bai?format=pdf", "/tin/mot-bai"),
        ("/tin/mot-bai?replytocom=12", "/tin/mot-bai"),
        ("/index.php?nv=news&op=savefile/Tin/Mot-bai-7", "/index.php?nv=news&op=Tin/Mot-bai-7"),
    ],
)
def test_main_address_of_a_twin_is_its_article(twin: str, article: str) -> None:
    assert is_twin(HOST + twin)
    assert main_address(HOST + twin) == HOST + article


@pytest.mark.parametrize(
    "twin",
    [
        "/PrintNews.aspx?id=26987",
        "/Modules/Article/ArticlePrint.aspx?ArticleID=27392",
        "/trang/TinTuc/inbaiviet.aspx?nid=1048",
        "/print.aspx?tab=print&id=577",
        "/portal/pages/print.aspx?p=31310",
        "/3cms/Ban-in-507.htm?art=1543516584019",
        "/bm/print/14660",
        "/UC/pPrintTinTuc.aspx?ItemID=1",
        "/Portal/PrintItem.aspx?ContentID=128414",
    ],
)
def test_main_address_of_a_mute_twin_is_none(twin: str) -> None:
    assert main_address(HOST + twin) is None


@pytest.mark.parametrize(
    "address",
    [
        "/tin/mot-bai-7.html",
        "/tin/cong-nghe-in-3d-va-printer.html",
        "/tin/sua-may-in",
        "/tin?print=0",
        "/bai.aspx?id=5&view=article",
        "/cong-tac-in-an/mot-bai",
        "/index.php?option=com_content&view=article&id=5",
    ],
)
def test_main_address_of_an_article_is_itself(address: str) -> None:
    assert not is_twin(HOST + address)
    assert main_address(HOST + address) == HOST + address
