from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.extraction.article import Article
from crawler.extraction.blocks import Block, BlockKind
from crawler.judgement import is_listed_article, is_missing_notice
from crawler.tasks import Task

TEXT = "Sáng nay, Sở tổ chức lớp tập huấn cho cán bộ các xã về cách dùng phần mềm quản lý văn bản mới của tỉnh."
TASK = Task("https://so-a.example/tin/tap-huan", "article", headline="Tập huấn phần mềm quản lý văn bản")
ARTICLE = Article(title="Tập huấn phần mềm quản lý văn bản", blocks=(Block(BlockKind.PARAGRAPH, TEXT),))


def test_listed_article_has_the_headline_of_its_entry() -> None:
    assert is_listed_article(TASK, ARTICLE)


def test_listed_article_may_be_cut_short_in_the_list() -> None:
    assert is_listed_article(replace(TASK, headline="Tập huấn phần mềm quản lý..."), ARTICLE)


def test_page_with_another_headline_is_no_listed_article() -> None:
    assert not is_listed_article(replace(TASK, headline="Lịch công tác tuần thứ hai"), ARTICLE)


def test_page_without_text_is_no_listed_article() -> None:
    assert not is_listed_article(TASK, replace(ARTICLE, blocks=()))


def test_page_found_in_a_menu_is_no_listed_article() -> None:
    assert not is_listed_article(replace(TASK, role="navigation"), ARTICLE)


def test_static_page_is_no_listed_article() -> None:
    static = replace(TASK, url="https://so-a.example/gioi-thieu", headline="Tập huấn phần mềm quản lý văn bản")
    assert not is_listed_article(static, ARTICLE)


@pytest.mark.parametrize(
    "title",
    ["Không tìm thấy trang", "Trang bạn yêu cầu không tồn tại", "404 - Page not found", "Bài viết không tồn tại"],
)
def test_missing_notice_is_a_page_that_says_so(title: str) -> None:
    notice = replace(ARTICLE, title=title, blocks=(Block(BlockKind.PARAGRAPH, "Mời bạn trở về trang chủ."),))
    assert is_missing_notice(notice)


def test_missing_notice_is_no_article_about_something_missing() -> None:
    story = tuple(Block(BlockKind.PARAGRAPH, TEXT) for _ in range(6))
    assert not is_missing_notice(replace(ARTICLE, title="Không tìm thấy dấu hiệu vi phạm tại ba cơ sở", blocks=story))
    assert not is_missing_notice(ARTICLE)
    assert not is_missing_notice(replace(ARTICLE, title="Huyện A đã xóa xong nhà tạm", blocks=()))
