from __future__ import annotations

from dataclasses import replace

from crawler.extraction.article import Article
from crawler.extraction.blocks import Block, BlockKind
from crawler.judgement import is_listed_article
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
