"""Runs of one sign, as broken editors leave them, and invisible text: an article comes out, soon."""

from __future__ import annotations

import time

import pytest

from crawler.analysis import analyse
from tests.crawler.extraction.helpers import page, paragraphs

URL = "https://so-a.example/tin/bai-1.html"
RUN = 100_000
RUNS = {
    "brackets in the text": page(f"<p>{'(' * RUN}</p>" + paragraphs()),
    "dashes in the text": page(f"<p>{'-' * RUN}</p>" + paragraphs()),
    "brackets in a link": page(f'<a href="/x">{"(" * RUN}</a>' + paragraphs()),
    "separators in the title": f"<title>{'| ' * (RUN // 2)}</title>" + page(paragraphs()),
    "dashes in the title": f"<title>{'a - ' * (RUN // 4)}</title>" + page(paragraphs()),
}


@pytest.mark.parametrize("html", RUNS.values(), ids=RUNS)
def test_analyse_a_long_run_of_signs_in_reasonable_time(html: str) -> None:
    begun = time.process_time()
    analyse(html.encode(), URL)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("invisible", ["\u200b", "\ufeff", "\u200b" * RUN])
def test_analyse_a_page_that_ends_with_invisible_text(invisible: str) -> None:
    html = f'<body><div>{paragraphs()}</div><a href="/x" class="nut">{invisible}</a></body>'
    assert analyse(html.encode(), URL).article.body
