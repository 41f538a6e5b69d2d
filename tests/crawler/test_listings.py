from __future__ import annotations

from crawler.listings import cover

HOME = "https://so-a.example/"
A, B, ALL = HOME + "a", HOME + "b", HOME + "tat-ca"


def test_cover_leaves_out_lists_that_others_make_superfluous() -> None:
    assert cover({A: {1, 2}, B: {3}, ALL: {1, 2, 3, 4}}, first=[HOME]) == {ALL}


def test_cover_keeps_a_list_that_alone_has_an_article() -> None:
    assert cover({A: {1, 2, 9}, ALL: {1, 2, 3, 4}}, first=[HOME]) == {A, ALL}


def test_cover_takes_the_start_page_first() -> None:
    assert cover({HOME: {1, 2}, A: {1, 2}}, first=[HOME]) == {HOME}
