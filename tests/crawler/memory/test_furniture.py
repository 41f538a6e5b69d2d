"""What a sample of sketches teaches, judged on made-up places; the made-up sites judge it through whole pages."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from crawler.extraction.fingerprints import fingerprint
from crawler.extraction.sketches import Place, Sketch
from crawler.memory.furniture import Furniture
from crawler.memory.records import furniture, page_record, seen_page, text_records
from crawler.memory.relation import Nearness
from crawler.memory.sample import MOST, SeenPage, rank, sample

BOX, CLOSING = 7, 9
TEXT, ASIDE = 1, 2


def own(number: int, *more: Place) -> tuple[Place, ...]:
    """The places of an article with a paragraph of its own, and others."""
    return Place(1000 + number, TEXT, 0, prose=True, held=False), *more


def at(key: int, group: int, *, dress: int = 0, held: bool = False) -> Place:
    return Place(key, group, dress, prose=True, held=held)


def article(number: int, *more: Place, day: int = 100) -> SeenPage:
    return SeenPage(number, "article", day, Sketch(own(number, *more)))


def lists(count: int, *lines: int) -> list[SeenPage]:
    return [SeenPage(-number, "list", 100, Sketch(lines=lines)) for number in range(1, count + 1)]


def reach(pages: Iterable[SeenPage], key: int) -> Nearness | None:
    known = Furniture().relearned(list(pages)).texts.get(key)
    return known.reach if known else None


def test_box_on_enough_articles_is_furniture() -> None:
    assert reach([article(n, at(BOX, ASIDE)) for n in range(3)], BOX) is Nearness.APART
    assert reach([article(n, at(BOX, ASIDE)) for n in range(2)], BOX) is None


def test_box_on_a_small_share_of_the_articles_is_none() -> None:
    with_box = [article(n, at(BOX, ASIDE)) for n in range(3)]
    assert reach(with_box + [article(n) for n in range(3, 20)], BOX) is Nearness.APART
    assert reach(with_box + [article(n) for n in range(3, 40)], BOX) is None


def test_sentence_in_the_flow_survives_on_every_article() -> None:
    assert reach([article(n, at(CLOSING, TEXT)) for n in range(40)], CLOSING) is None


def test_sentence_in_the_flow_is_furniture_where_the_lists_print_it_too() -> None:
    pages = [article(n, at(CLOSING, TEXT)) for n in range(10)]
    assert reach([*pages, *lists(3, CLOSING)], CLOSING) is Nearness.FLOW
    assert reach([*pages, *lists(1, CLOSING)], CLOSING) is None
    assert reach([*pages, *lists(3, CLOSING), *lists(9)[3:]], CLOSING) is None


def test_announcement_that_recurs_without_other_text_survives() -> None:
    same = [
        SeenPage(n, "article", 100, Sketch(tuple(at(key, group) for key, group in ((21, 1), (22, 1), (23, 2)))))
        for n in range(6)
    ]
    learned = Furniture().relearned([*same, *(article(n) for n in range(10, 16))])
    assert not learned.texts


def test_paragraph_under_a_class_of_its_own_is_furniture_only_on_nearly_all_articles() -> None:
    dressed = [article(n, at(BOX, TEXT, dress=4)) for n in range(10)]
    assert reach(dressed, BOX) is Nearness.DRESSED
    assert reach(dressed + [article(n) for n in range(10, 13)], BOX) is None
    assert reach([*dressed, article(11, at(BOX, TEXT))], BOX) is Nearness.DRESSED
    assert reach(dressed + [article(n, at(BOX, TEXT)) for n in range(11, 14)], BOX) is None


def test_lead_of_some_articles_in_a_box_of_its_own_survives() -> None:
    pages = [article(n, at(BOX, ASIDE, held=True)) for n in range(5)]
    assert reach(pages + [article(n) for n in range(5, 10)], BOX) is None


def test_row_of_every_article_survives_in_a_table_with_rows_of_the_articles_own() -> None:
    header, rows = at(BOX, ASIDE, held=True), [at(500 + n, ASIDE, held=True) for n in range(20)]
    assert reach([article(n, header) for n in range(20)], BOX) is Nearness.DRESSED
    assert reach([article(n, header, rows[n]) for n in range(20)], BOX) is None


def test_lines_without_letters_are_never_learned() -> None:
    assert reach([article(n, at(fingerprint("12 | 7"), ASIDE)) for n in range(20)], 0) is None


def test_known_box_stays_where_an_author_wrote_its_words_into_the_text() -> None:
    known = Furniture().relearned([article(n, at(BOX, ASIDE)) for n in range(5)])
    assert known.strips(own(50, at(BOX, ASIDE))) == [False, True]
    assert known.strips(own(50, at(BOX, TEXT))) == [False, False]


def test_known_box_goes_where_nothing_else_was_taken_for_text() -> None:
    known = Furniture().relearned([article(n, at(BOX, ASIDE)) for n in range(5)])
    assert known.strips([at(BOX, TEXT)]) == [True]


def test_order_of_pages_and_cuts_between_runs_do_not_matter() -> None:
    pages = [article(n, *([at(BOX, ASIDE)] if n % 2 else [at(30 + n % 3, ASIDE)])) for n in range(300)]
    pages += lists(60, CLOSING)
    whole = Furniture().relearned(sample(pages))
    assert BOX in whole.texts
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        assert in_runs(pages, seed) == whole


def in_runs(pages: Sequence[SeenPage], seed: int) -> Furniture:
    dice, known, remembered, start = random.Random(seed), Furniture(), list[SeenPage](), 0
    while start < len(pages):
        end = start + dice.randint(1, 90)
        remembered = sample([*remembered, *pages[start:end]])
        known = known.relearned(remembered)
        start = end
    return known


def test_few_first_pages_are_put_right_by_later_ones_of_the_day() -> None:
    first = [article(n, at(BOX, ASIDE)) for n in range(3)]
    known = Furniture().relearned(first)
    assert BOX in known.texts
    assert BOX not in known.relearned(first + [article(n) for n in range(3, 60)]).texts


def test_redesign_is_learned_and_the_old_furniture_not_forgotten() -> None:
    before = [article(n, at(BOX, ASIDE)) for n in range(400)]
    remembered = sample(before)
    known = Furniture().relearned(remembered)
    for day in range(101, 200):
        remembered = sample([*remembered, *(article(day * 10 + n, at(8, ASIDE), day=day) for n in range(2))])
        known = known.relearned(remembered)
        if day == 103:
            assert 8 in known.texts
    assert {page.day for page in remembered}.isdisjoint({100})
    assert BOX in known.texts, "articles of the old design may still be read from the archive"
    assert known.texts[8].last_day == 199


def test_room_is_bounded_and_the_oldest_go_first() -> None:
    pages = [article(n, *(at(5000 + n % 7 * 40 + k, ASIDE) for k in range(40)), day=100 + n % 7) for n in range(120)]
    known = Furniture().relearned(sample(pages))
    assert len(known.texts) == 280
    bounded = known.bounded(100)
    assert len(bounded.texts) == 100
    assert min(text.last_day for text in bounded.texts.values()) >= 104


def test_sample_keeps_the_latest_days_and_each_page_once() -> None:
    pages = [article(n, day=100) for n in range(500)] + [article(n, day=101) for n in range(3)] + lists(90)
    kept = sample(pages)
    assert sum(page.kind == "article" for page in kept) == MOST["article"]
    assert sum(page.kind == "list" for page in kept) == MOST["list"]
    assert [page.day for page in kept if page.key in (0, 1, 2)] == [101] * 3
    assert kept == sorted(kept, key=lambda page: (page.kind, rank(page)))


def test_records_give_back_what_was_put_in() -> None:
    page = article(3, at(-BOX, ASIDE, dress=3, held=True))
    assert seen_page(page_record(page)) == page
    known = Furniture().relearned([article(n, at(BOX, ASIDE)) for n in range(5)])
    assert furniture(text_records(known)) == known
