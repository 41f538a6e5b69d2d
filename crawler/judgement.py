"""What the way to a page says about it, where the page alone leaves a doubt."""

from __future__ import annotations

import re

from crawler.discovery.fronts import names_static_page
from crawler.discovery.parts import part_of
from crawler.extraction.article import Article
from crawler.tasks import Task
from vietnamese.folding import search_key

LEAST_BODY = 80
LONGEST_NOTICE = 400
LONGEST_HEADLINE = 60
# What portals print, with status 200, in the place of a page that they do not have (compared by search key).
MISSING = re.compile(
    r"khong (?:tim thay|ton tai|co) (?:trang|bai viet|noi dung|tin|du lieu)"
    r"|(?:trang|bai viet|noi dung|tin|duong dan)(?: \w+){0,6} (?:khong (?:ton tai|tim thay|duoc tim thay|co san)"
    r"|khong con ton tai|da bi (?:xoa|go bo))|page not found|(?:loi|error) 404"
)
LEAST_HEADLINE = 12


def is_missing_notice(article: Article) -> bool:
    """Whether a page says, in its headline and with little else, that what was asked for is not there."""
    title = search_key(article.title or "")
    text = search_key(" ".join(article.body))
    if len(text) > LONGEST_NOTICE:
        return False
    return (MISSING.search(title) is not None and len(title) <= LONGEST_HEADLINE) or (
        not title and MISSING.match(text) is not None
    )


def is_listed_article(task: Task, article: Article) -> bool:
    """Whether an undated page is an article all the same: a main list offered it under its own title."""
    if task.role != "article" or not task.headline or not article.title:
        return False
    if names_static_page(task.url) or part_of(task.url):
        return False
    if sum(map(len, article.body)) < LEAST_BODY and not article.attachments:
        return False
    headline = search_key(task.headline).rstrip(" .…")
    title = search_key(article.title).rstrip(" .…")
    if len(headline) < LEAST_HEADLINE:
        return False
    return title.startswith(headline) or headline.startswith(title)
